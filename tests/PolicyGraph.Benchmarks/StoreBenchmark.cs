using System.Diagnostics;
using PolicyGraph.Benchmarks.Requests;
using PolicyGraph.Store;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Benchmarks;

/// <summary>
/// How fast the embedded store takes in, opens and answers, in one process without a network: microseconds of processor time (so that other
/// work on the machine counts little) and bytes allocated a query.
/// </summary>
internal sealed class StoreBenchmark(string records, TextWriter output)
{
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Measuring = TimeSpan.FromSeconds(2);

    public async Task RunAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("policygraph-benchmark-").FullName;
        try
        {
            await TakeInAsync(folder, cancellation);
            GC.Collect();
            var watch = Stopwatch.StartNew();
            var before = Environment.CpuUsage.TotalTime;
            await using var store = await EmbeddedGraphStore.OpenAsync(folder, TestModel.Model, EmbeddedStoreOptions.Default, cancellation);
            await output.WriteLineAsync(
                $"open: {watch.Elapsed.TotalSeconds:F2} s, processor {(Environment.CpuUsage.TotalTime - before).TotalSeconds:F2} s"
            );
            await output.WriteLineAsync(
                $"memory: {GC.GetTotalMemory(forceFullCollection: true) >> 20} MiB of objects, {Environment.WorkingSet >> 20} MiB working set"
            );
            foreach (var (name, root, values) in StoreQueries.All)
            {
                await MeasureAsync(store, name, root, values, cancellation);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task TakeInAsync(string folder, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        await using var store = await EmbeddedGraphStore.OpenAsync(folder, TestModel.Model, EmbeddedStoreOptions.Default, cancellation);
        var count = 0;
        await foreach (var _ in store.WriteAsync(ServedStore.ReadAsync(records, cancellation), cancellation))
        {
            count++;
        }

        await output.WriteLineAsync(
            $"take in: {count} records in {watch.Elapsed.TotalSeconds:F2} s, processor {(Environment.CpuUsage.TotalTime - before).TotalSeconds:F2} s"
        );
    }

    private async Task MeasureAsync(IGraphStore store, string name, Root root, object?[] values, CancellationToken cancellation)
    {
        var query = store.Prepare(new GraphQuery(root));
        var answer = new CountingWriter();
        await RepeatAsync(query, values, answer, Warming, cancellation);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (count, elapsed) = await RepeatAsync(query, values, answer, Measuring, cancellation);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        await output.WriteLineAsync(
            $"{name}: {elapsed.TotalMicroseconds / count:F2} µs, {allocated / count} bytes allocated, {answer.Count} bytes answered"
        );
    }

    private static async Task<(long Count, TimeSpan Elapsed)> RepeatAsync(
        IPreparedQuery query,
        object?[] values,
        CountingWriter answer,
        TimeSpan time,
        CancellationToken cancellation
    )
    {
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var count = 0L;
        while (watch.Elapsed < time)
        {
            answer.Count = 0;
            await query.WriteAsync(new Parameters(values), answer, cancellation);
            count++;
        }

        return (count, Environment.CpuUsage.TotalTime - before);
    }
}
