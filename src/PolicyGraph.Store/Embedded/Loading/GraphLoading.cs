using System.Runtime;
using PolicyGraph.Store.Embedded.Journal;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>
/// Builds the graph out of the documents in force. Records are read and mapped on all cores while the batch before them is taken in.
/// </summary>
internal static class GraphLoading
{
    /// <summary>
    /// Few, so that what was read of a batch is let go of before the collector has to move it; enough for all cores to have work.
    /// </summary>
    private const int BatchSize = 128;

    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadRecord"/>, <see cref="StoreErrorCode.Damaged"/>.</exception>
    public static async Task<GraphVersion> LoadAsync(
        GraphVersion empty,
        DocumentTable table,
        ValuePool pool,
        CancellationToken cancellation
    )
    {
        var latency = GCSettings.LatencyMode;
        try
        {
            // Nobody is answered meanwhile: collecting in one go takes less time and memory than collecting beside the work.
            GCSettings.LatencyMode = GCLatencyMode.Batch;
            var loader = new GraphLoader(empty);
            await ReadAsync(loader, [.. table.All], new DocumentReader(empty.Registry, pool), cancellation);
            return loader.Build();
        }
        finally
        {
            GCSettings.LatencyMode = latency;
        }
    }

    private static async Task ReadAsync(
        GraphLoader loader,
        StoredDocument[] documents,
        DocumentReader reader,
        CancellationToken cancellation
    )
    {
        var heads = loader.Number(documents);
        var ahead = Task.FromResult<SaidDocument[]>([]);
        foreach (var range in Enumerable.Range(0, documents.Length).Chunk(BatchSize))
        {
            var next = Task.Run(() => Read(documents, heads, range, reader, cancellation), cancellation);
            Add(loader, await ahead);
            ahead = next;
        }

        Add(loader, await ahead);
    }

    private static SaidDocument[] Read(
        StoredDocument[] documents,
        NodeHead[] heads,
        int[] range,
        DocumentReader reader,
        CancellationToken cancellation
    )
    {
        var said = new SaidDocument[range.Length];
        Parallel.For(
            0,
            range.Length,
            new ParallelOptions { CancellationToken = cancellation },
            i => said[i] = reader.Read(documents[range[i]], heads[range[i]])
        );
        return said;
    }

    private static void Add(GraphLoader loader, SaidDocument[] documents)
    {
        foreach (var document in documents)
        {
            loader.Add(document);
        }
    }
}
