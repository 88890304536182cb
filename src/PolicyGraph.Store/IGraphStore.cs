using System.Buffers;
using PolicyGraph.Model;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store;

/// <summary>
/// A graph kept somewhere: written a document at a time, read a query at a time. Every store behaves alike: one conformance suite runs
/// against each. Safe for any number of callers at once. Failures are <see cref="StoreException"/>.
/// </summary>
public interface IGraphStore : IAsyncDisposable
{
    /// <summary>
    /// Takes documents in, in order, each all or nothing: what is acknowledged survives a crash. The same content again changes nothing
    /// (<see cref="WriteEffect.Unchanged"/>); the same source with other content replaces the old version; a record that contradicts the
    /// ontology is refused and the others go on.
    /// </summary>
    IAsyncEnumerable<WriteOutcome> WriteAsync(IAsyncEnumerable<DocumentRecord> records, CancellationToken cancellation);

    /// <summary>Takes away one document and exactly what no other document supports. False where the store has no such document.</summary>
    /// <param name="documentId">As in <see cref="WriteOutcome.DocumentId"/>.</param>
    ValueTask<bool> RemoveAsync(string documentId, CancellationToken cancellation);

    /// <summary>
    /// Makes a query ready to be asked any number of times. Throws <see cref="ArgumentException"/> for a name that the graph's model does
    /// not have.
    /// </summary>
    IPreparedQuery Prepare(GraphQuery query);

    /// <summary>What the store holds now.</summary>
    ValueTask<StoreStatus> StatusAsync(CancellationToken cancellation);

    /// <summary>All documents as they came in, by id; for moving a graph to another store.</summary>
    IAsyncEnumerable<DocumentRecord> ExportAsync(CancellationToken cancellation);
}

/// <summary>A query that a store has made ready. Safe for any number of callers at once.</summary>
public interface IPreparedQuery
{
    /// <summary>Writes the answer as one JSON value in UTF-8. One call sees one version of the graph.</summary>
    ValueTask WriteAsync(Parameters parameters, IBufferWriter<byte> output, CancellationToken cancellation);

    /// <summary>How the store will do it for a request with these values. Nothing is asked of the graph.</summary>
    QueryExplanation Explain(Parameters parameters);
}

/// <summary>What taking one document in did.</summary>
/// <param name="DocumentId">The document's id; of a refused one its source, title or hash, whichever there is first.</param>
/// <param name="Replaced">The id of the version that it replaced, or null.</param>
public readonly record struct WriteOutcome(string DocumentId, WriteEffect Effect, string? Replaced)
{
    /// <summary>Why it was refused, as a sentence that names the row; null where it was not.</summary>
    public string? Refusal { get; init; }

    /// <summary>The outcome of a record that contradicts the ontology.</summary>
    public static WriteOutcome Refused(DocumentRecord record, StoreException reason) =>
        new(record.Document.Source ?? record.Document.Title ?? record.Document.Hash ?? "", WriteEffect.Refused, null)
        {
            Refusal = reason.Message,
        };
}

/// <summary>What one document changed.</summary>
public enum WriteEffect
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It took the place of another version (<see cref="WriteOutcome.Replaced"/>).</summary>
    Replaced,

    /// <summary>Nothing: the same bytes from the same place.</summary>
    Unchanged,

    /// <summary>The same bytes from another place: the document now has one source more.</summary>
    SourceAdded,

    /// <summary>
    /// Nothing: the record contradicts the ontology; <see cref="WriteOutcome.Refusal"/> says how. The records around it are taken in.
    /// </summary>
    Refused,
}

/// <summary>What a store holds.</summary>
/// <param name="Location">Folder or address, without credentials.</param>
/// <param name="Nodes">How many nodes of each label.</param>
/// <param name="Edges">How many edges of each relation type.</param>
/// <param name="Notes">What a person should know: a torn tail dropped, a damaged part passed over.</param>
public sealed record StoreStatus(
    string Location,
    long Documents,
    IReadOnlyDictionary<string, long> Nodes,
    IReadOnlyDictionary<string, long> Edges,
    IReadOnlyList<string> Notes
);
