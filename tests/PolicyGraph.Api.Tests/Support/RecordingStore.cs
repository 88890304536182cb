using System.Buffers;
using PolicyGraph.Model;
using PolicyGraph.Store;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Tests.Support;

/// <summary>A store that holds nothing, answers null, and remembers what it was asked.</summary>
public sealed class RecordingStore : IGraphStore
{
    public List<GraphQuery> Queries { get; } = [];

    public List<Parameters> Values { get; } = [];

    public IPreparedQuery Prepare(GraphQuery query)
    {
        Queries.Add(query);
        return new NullQuery(this);
    }

    public async IAsyncEnumerable<WriteOutcome> WriteAsync(
        IAsyncEnumerable<DocumentRecord> records,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var record in records.WithCancellation(cancellation))
        {
            yield return new WriteOutcome(record.Document.Hash ?? "", WriteEffect.Unchanged, Replaced: null);
        }
    }

    public ValueTask<bool> RemoveAsync(string documentId, CancellationToken cancellation) => ValueTask.FromResult(false);

    public ValueTask<StoreStatus> StatusAsync(CancellationToken cancellation) =>
        ValueTask.FromResult(new StoreStatus("nowhere", 0, new Dictionary<string, long>(), new Dictionary<string, long>(), []));

    public IAsyncEnumerable<DocumentRecord> ExportAsync(CancellationToken cancellation) => AsyncEnumerable.Empty<DocumentRecord>();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class NullQuery(RecordingStore store) : IPreparedQuery
    {
        public ValueTask WriteAsync(Parameters parameters, IBufferWriter<byte> output, CancellationToken cancellation)
        {
            store.Values.Add(parameters);
            output.Write("null"u8);
            return ValueTask.CompletedTask;
        }

        public QueryExplanation Explain(Parameters parameters) => new("null", default);
    }
}
