using System.Diagnostics;
using System.Net.Http.Headers;

namespace PolicyGraph.Benchmarks.Requests;

/// <summary>
/// What a request costs the service, from its bytes to the response's, beside the server alone with the same bytes: microseconds of
/// processor time (so that other work on the machine counts little), bytes allocated, and their ratio. Sixteen connections. Each is asked
/// in turns and the best turn counts.
/// </summary>
internal sealed class RequestBenchmark(string records, TextWriter output)
{
    private const int Connections = 16;
    private const int Turns = 6;

    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellation)
    {
        using var server = await ServerProcess.StartAsync(records, cancellation);
        await MeasureAsync(server, "one policy by name", Operations.Point(server.Port), cancellation);
        await MeasureAsync(server, "three hops, 1,000 leaves", Operations.ThreeHops, cancellation);
        await MeasureAsync(server, "full introspection", Operations.Introspection, cancellation);
    }

    private async Task MeasureAsync(ServerProcess server, string name, string query, CancellationToken cancellation)
    {
        var length = await KeepAnswerAsync(server, query, cancellation);
        var (asked, alone) = (Operations.Request(query), Operations.Request(query, "/same"));
        Turn(server, asked, Warming);
        Turn(server, alone, Warming);
        var (ours, servers) = (Figures.Worst, Figures.Worst);
        for (var i = 0; i < Turns; i++)
        {
            ours = ours.Better(Turn(server, asked, Measuring));
            servers = servers.Better(Turn(server, alone, Measuring));
        }

        await output.WriteLineAsync(
            $"{name}: {ours.Microseconds:F1} µs, {ours.Allocated:F0} bytes allocated, {ours.Rate:F0}/s; the server alone {servers.Microseconds:F1} µs, {servers.Allocated:F0} bytes, {servers.Rate:F0}/s; "
                + $"{servers.Microseconds / ours.Microseconds:P0} of what it reaches, {length} bytes answered"
        );
    }

    private static async Task<int> KeepAnswerAsync(ServerProcess server, string query, CancellationToken cancellation)
    {
        using var connection = new RawConnection(server.Port);
        connection.Ask(Operations.Request(query));
        var answer = connection.Body.ToArray();
        using var client = new HttpClient();
        using var content = new ByteArrayContent(answer) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var kept = await client.PutAsync(new Uri($"http://127.0.0.1:{server.Port}/same"), content, cancellation);
        kept.EnsureSuccessStatusCode();
        return answer.Length;
    }

    private static Figures Turn(ServerProcess server, byte[] request, TimeSpan time)
    {
        var (allocated, processor, watch) = (server.Allocated(), server.ProcessorTime, Stopwatch.StartNew());
        var counts = new long[Connections];
        var threads = Enumerable.Range(0, Connections).Select(i => new Thread(() => counts[i] = Ask(server.Port, request, time))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        var count = (double)counts.Sum();
        return new Figures(
            (server.ProcessorTime - processor).TotalMicroseconds / count,
            (server.Allocated() - allocated) / count,
            count / watch.Elapsed.TotalSeconds
        );
    }

    private static long Ask(int port, byte[] request, TimeSpan time)
    {
        using var connection = new RawConnection(port);
        var watch = Stopwatch.StartNew();
        long count = 0;
        for (; watch.Elapsed < time; count++)
        {
            if (connection.Ask(request) != 200)
            {
                throw new InvalidOperationException("Not every answer was 200.");
            }
        }

        return count;
    }

    private readonly record struct Figures(double Microseconds, double Allocated, double Rate)
    {
        public static Figures Worst { get; } = new(double.MaxValue, double.MaxValue, 0);

        public Figures Better(Figures other) =>
            new(Math.Min(Microseconds, other.Microseconds), Math.Min(Allocated, other.Allocated), Math.Max(Rate, other.Rate));
    }
}
