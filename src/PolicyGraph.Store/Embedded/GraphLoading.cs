using System.Runtime;
using PolicyGraph.Store.Embedded.Journal;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Embedded;

/// <summary>Builds the graph out of the documents in force. Records are decoded and mapped on all cores while the batch before them goes into the graph.</summary>
internal static class GraphLoading
{
    private const int BatchSize = 4096;

    public static async Task<GraphVersion> LoadAsync(
        GraphVersion empty, DocumentTable table, FactMapper mapper, ValuePool pool, CancellationToken cancellation)
    {
        var latency = GCSettings.LatencyMode;
        try
        {
            // Nobody is answered meanwhile: collecting in one go takes less time and memory than collecting beside the work.
            GCSettings.LatencyMode = GCLatencyMode.Batch;
            return ListBuilder.OfAll(await NodesAsync(empty, table, mapper, pool, cancellation));
        }
        finally
        {
            GCSettings.LatencyMode = latency;
        }
    }

    private static async Task<GraphVersion> NodesAsync(
        GraphVersion empty, DocumentTable table, FactMapper mapper, ValuePool pool, CancellationToken cancellation)
    {
        var graph = empty;
        Task<DocumentFacts[]>? mapped = null;
        StoredDocument[] ahead = [];
        foreach (var batch in table.All.Chunk(BatchSize))
        {
            var next = Task.Run(() => Map(batch, mapper, cancellation), cancellation);
            graph = await AddAsync(graph, ahead, mapped, pool);
            (mapped, ahead) = (next, batch);
        }

        return await AddAsync(graph, ahead, mapped, pool);
    }

    private static DocumentFacts[] Map(StoredDocument[] documents, FactMapper mapper, CancellationToken cancellation)
    {
        var facts = new DocumentFacts[documents.Length];
        Parallel.For(
            0, documents.Length, new ParallelOptions { CancellationToken = cancellation }, i => facts[i] = mapper.Map(documents[i].Record.Read(), documents[i].Id));
        return facts;
    }

    private static async Task<GraphVersion> AddAsync(GraphVersion graph, StoredDocument[] documents, Task<DocumentFacts[]>? mapped, ValuePool pool)
    {
        if (mapped is null)
        {
            return graph;
        }

        var facts = await mapped;
        var builder = new GraphBuilder(graph, pool);
        for (var i = 0; i < facts.Length; i++)
        {
            builder.Add(facts[i], new DocumentEntry(documents[i].Sources, facts[i].Articles, documents[i].Record));
        }

        return builder.BuildUnlisted();
    }
}
