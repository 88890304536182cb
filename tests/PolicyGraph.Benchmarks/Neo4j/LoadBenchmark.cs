using System.Diagnostics;
using PolicyGraph.Benchmarks.Requests;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>How fast the store takes records in, from the file to the last commit, beside a bare <c>UNWIND</c> of the rows that the graph then has, into an empty graph with the same indexes; in turns.</summary>
internal sealed class LoadBenchmark(BenchmarkServer server, GraphModel model, string records, TextWriter output)
{
    private const int Turns = 3;

    /// <summary>Measures; the graph is there afterwards.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var api = server.QueryApi();
        var ours = new List<double>();
        var bare = new List<double>();
        for (var turn = 0; turn < Turns; turn++)
        {
            await EmptyAsync(api, cancellation);
            ours.Add(await OursAsync(isTold: turn == 0, cancellation));
            var (bodies, nodes, edges) = await BareRows.ReadAsync(api, cancellation);
            await EmptyAsync(api, cancellation);
            bare.Add(await BareAsync(api, bodies, cancellation));
            await output.WriteLineAsync($"load: {nodes} nodes, {edges} relationships: ours {ours[^1]:F1} s ({nodes / ours[^1]:F0} + {edges / ours[^1]:F0} a second), bare {bare[^1]:F1} s; {bare[^1] / ours[^1]:P0}; load {BenchmarkServer.Load}");
        }

        await output.WriteLineAsync($"load, median of {Turns}: {bare.Zip(ours, (one, other) => one / other).Order().ElementAt(Turns / 2):P0} of a bare UNWIND");
        await EmptyAsync(api, cancellation);
        await OursAsync(isTold: false, cancellation);
    }

    private async Task<double> OursAsync(bool isTold, CancellationToken cancellation)
    {
        var log = new StatementLog { IsOn = isTold };
        var watch = Stopwatch.StartNew();
        await using (var store = await server.OpenAsync(model, log, cancellation))
        {
            await foreach (var _ in store.WriteAsync(ServedStore.ReadAsync(records, cancellation), cancellation))
            {
            }
        }

        var time = watch.Elapsed.TotalSeconds;
        foreach (var (text, count, spent) in log.Take().Where(one => one.Time > TimeSpan.FromSeconds(0.1)))
        {
            await output.WriteLineAsync($"  {spent.TotalSeconds,6:F2} s {count,5} times  {text}");
        }

        return time;
    }

    private static async Task<double> BareAsync(QueryApi api, IReadOnlyList<byte[]> bodies, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        foreach (var body in bodies)
        {
            await api.SendAsync(body, cancellation);
        }

        return watch.Elapsed.TotalSeconds;
    }

    private async Task EmptyAsync(QueryApi api, CancellationToken cancellation)
    {
        await api.SendAsync(QueryApi.Body("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", "{}", isRead: false), cancellation);
        await (await server.OpenAsync(model, new StatementLog { IsOn = false }, cancellation)).DisposeAsync();
    }
}
