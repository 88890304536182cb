using System.Diagnostics;
using System.Globalization;
using PolicyGraph.Benchmarks.Requests;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>
/// How fast the store takes records in, from the file to the last commit, beside a bare <c>UNWIND</c> of the rows that the graph then has,
/// into an empty graph with the same indexes; in turns, by the clock and by processor time, this process' own included. The first turn
/// warms the server up.
/// </summary>
internal sealed class LoadBenchmark(BenchmarkServer server, GraphModel model, string records, int turns, TextWriter output)
{
    /// <summary>Measures; the graph is there afterwards.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var api = server.QueryApi();
        var ratios = new List<Spent>();
        for (var turn = 0; turn <= turns; turn++)
        {
            await EmptyAsync(api, cancellation);
            var isFirst = turn == 0;
            var ours = await MeasureAsync(api, () => OursAsync(isTold: false, cancellation), cancellation);
            var (bodies, nodes, edges) = await BareRows.ReadAsync(api, cancellation);
            await EmptyAsync(api, cancellation);
            var bare = await MeasureAsync(api, () => BareAsync(api, bodies, cancellation), cancellation);
            await output.WriteLineAsync(
                $"{(isFirst ? "warming, " : "")}{nodes} nodes, {edges} relationships: ours {ours}, bare {bare}; load of the machine {BenchmarkServer.Load}"
            );
            if (!isFirst)
            {
                ratios.Add(new(bare.Clock / ours.Clock, bare.Processor / ours.Processor, 0));
            }
        }

        if (ratios.Count > 0)
        {
            await output.WriteLineAsync(
                $"of a bare UNWIND, median: {Median(ratios, one => one.Clock):P0} by the clock, {Median(ratios, one => one.Processor):P0} by processor time"
            );
        }

        await EmptyAsync(api, cancellation);
        await OursAsync(isTold: true, cancellation);
    }

    private static double Median(List<Spent> ratios, Func<Spent, double> figure) =>
        ratios.Select(figure).Order().ElementAt(ratios.Count / 2);

    private static async Task<Spent> MeasureAsync(QueryApi api, Func<Task> work, CancellationToken cancellation)
    {
        var (watch, own, before) = (
            Stopwatch.StartNew(),
            Environment.CpuUsage.TotalTime,
            await BenchmarkServer.ProcessorAsync(api, cancellation)
        );
        await work();
        var (elapsed, ours) = (watch.Elapsed, Environment.CpuUsage.TotalTime - own);
        return new(
            elapsed.TotalSeconds,
            (ours + await BenchmarkServer.ProcessorAsync(api, cancellation) - before).TotalSeconds,
            ours.TotalSeconds
        );
    }

    private async Task OursAsync(bool isTold, CancellationToken cancellation)
    {
        var log = new StatementLog { IsOn = isTold };
        await using (var store = await server.OpenAsync(model, log, cancellation))
        {
            await foreach (var _ in store.WriteAsync(ServedStore.ReadAsync(records, cancellation), cancellation)) { }
        }

        foreach (var (text, count, spent) in log.Take().Where(one => one.Time > TimeSpan.FromSeconds(0.1)))
        {
            await output.WriteLineAsync($"  {spent.TotalSeconds, 6:F2} s {count, 5} times  {text}");
        }
    }

    private static async Task BareAsync(QueryApi api, IReadOnlyList<byte[]> bodies, CancellationToken cancellation)
    {
        foreach (var body in bodies)
        {
            await api.SendAsync(body, cancellation);
        }
    }

    private async Task EmptyAsync(QueryApi api, CancellationToken cancellation)
    {
        await api.SendAsync(
            QueryApi.Body("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", "{}", isRead: false),
            cancellation
        );
        await (await server.OpenAsync(model, new StatementLog { IsOn = false }, cancellation)).DisposeAsync();
    }

    /// <summary>Seconds by the clock and of processors; or ratios of both.</summary>
    /// <param name="Own">Of the processors' time, that of this process.</param>
    private readonly record struct Spent(double Clock, double Processor, double Own)
    {
        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Clock:F1} s, processor {Processor:F1} s ({Own:F1} s of it here)");
    }
}
