using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using PolicyGraph.Model;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Embedded.Journal;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Embedded;

/// <summary>
/// A batch of documents on their way in: what goes to the journal, what becomes of the graph, what the table of documents will say. Nothing
/// is in force before <see cref="Commit"/>; a session that is dropped leaves no trace.
/// </summary>
internal sealed class WriteSession(GraphVersion before, DocumentTable table, FactMapper mapper, ValuePool pool)
{
    private readonly GraphBuilder _graph = new(before, pool);
    private readonly Dictionary<ulong, StoredDocument?> _documents = [];
    private readonly Dictionary<string, ulong> _sources = [];
    private readonly Dictionary<ulong, DocumentFacts> _facts = [];
    private readonly List<DocumentChange> _changes = [];
    private readonly List<DocumentFacts> _touched = [];

    public JournalBatch Journal { get; } = new();

    /// <summary>What became of each document, in order.</summary>
    public IReadOnlyList<DocumentChange> Changes => _changes;

    public bool IsEmpty => _documents.Count == 0;

    /// <summary>Takes a document in.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadRecord"/>; the session is as it was.</exception>
    public WriteOutcome Put(DocumentRecord record)
    {
        var said = mapper.Map(record);
        var bytes = new ArrayBufferWriter<byte>();
        RecordEncoder.Encode(record, bytes);
        var fingerprint = BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(bytes.WrittenSpan));
        var source = string.IsNullOrEmpty(record.Document.Source) ? null : record.Document.Source;
        var known = Find(said.Document.Hash);
        var isSame = known?.Fingerprint == fingerprint;
        if (isSame && (source is null || known!.Sources.Contains(source)))
        {
            return new WriteOutcome(said.Document.ToString(), WriteEffect.Unchanged, null);
        }

        var owner = source is null ? null : FindBySource(source);
        var loser = owner?.Id == said.Document.Hash ? null : owner;
        var places = Joined(known?.Sources ?? [], source);
        var entries = new List<JournalEntry>();
        if (loser is not null)
        {
            entries.Add(loser.Sources.Count == 1 ? new RemoveEntry(loser.Id) : new SourcesEntry(loser.Id, Without(loser.Sources, source!))); // A loser is found by its source.
        }

        var place = isSame ? known!.Record : new RecordPlace(null); // The same as what is known, so it is known.
        entries.Add(
            isSame
                ? new SourcesEntry(said.Document.Hash, places)
                : new PutEntry(said.Document.Hash, fingerprint, places, bytes.WrittenMemory, place)
        );
        Journal.Add(entries);
        Release(loser, source);
        Take(said, known, new StoredDocument(said.Document.Hash, fingerprint, places, place), isSame);
        var replaced =
            loser is { Sources.Count: 1 } ? IdText(loser.Id)
            : known is not null && !isSame ? said.Document.ToString()
            : null;
        var effect =
            replaced is not null ? WriteEffect.Replaced
            : isSame ? WriteEffect.SourceAdded
            : WriteEffect.Added;
        var outcome = new WriteOutcome(said.Document.ToString(), effect, replaced);
        Note(outcome.DocumentId, outcome);
        return outcome;
    }

    /// <summary>Takes a document away; false where there is none.</summary>
    public bool Remove(ulong id)
    {
        if (Find(id) is not { } document)
        {
            return false;
        }

        Journal.Add([new RemoveEntry(id)]);
        Drop(document);
        Note(IdText(id), outcome: null);
        return true;
    }

    /// <summary>The graph after the batch; the table of documents follows. To be called when the journal has the batch.</summary>
    public GraphVersion Commit()
    {
        foreach (var (id, document) in _documents)
        {
            if (document is null)
            {
                table.Remove(id);
            }
        }

        foreach (var document in _documents.Values)
        {
            if (document is not null)
            {
                table.Put(document);
            }
        }

        return _graph.Build();
    }

    private static string IdText(ulong id) => new NodeId(Labels.Document, id).ToString();

    private static string[] Joined(IReadOnlyList<string> places, string? more) =>
        more is null || places.Contains(more) ? [.. places] : [.. places.Append(more).Order(StringComparer.Ordinal)];

    private static string[] Without(IReadOnlyList<string> places, string gone) => [.. places.Where(place => place != gone)];

    private StoredDocument? Find(ulong id) => _documents.TryGetValue(id, out var document) ? document : table.Find(id);

    private StoredDocument? FindBySource(string source)
    {
        var owner =
            _sources.TryGetValue(source, out var id) ? Find(id)
            : table.FindBySource(source) is { } known ? Find(known.Id)
            : null;
        return owner?.Sources.Contains(source) == true ? owner : null;
    }

    private void Take(DocumentFacts said, StoredDocument? known, StoredDocument document, bool isSame)
    {
        if (isSame)
        {
            _graph.Resource(said.Document, document.Sources);
        }
        else
        {
            if (known is not null)
            {
                TakeBack(known);
            }

            _graph.Add(said, new DocumentEntry(document.Sources, said.Articles, document.Record, said.LooseQuotes.Any()));
            _facts[document.Id] = said;
            _touched.Add(said);
        }

        _documents[document.Id] = document;
        foreach (var place in document.Sources)
        {
            _sources[place] = document.Id;
        }
    }

    /// <summary>A document whose source now holds another: it goes, unless it has other sources.</summary>
    private void Release(StoredDocument? loser, string? source)
    {
        if (loser is null || source is null)
        {
            return;
        }

        if (loser.Sources.Count == 1)
        {
            Drop(loser);
            return;
        }

        var left = loser with { Sources = Without(loser.Sources, source) };
        _documents[loser.Id] = left;
        _graph.Resource(new NodeId(Labels.Document, loser.Id), left.Sources);
    }

    private void Drop(StoredDocument document)
    {
        TakeBack(document);
        _documents[document.Id] = null;
    }

    private void TakeBack(StoredDocument document)
    {
        var said = Facts(document);
        _graph.Remove(said);
        _touched.Add(said);
    }

    private void Note(string document, WriteOutcome? outcome)
    {
        _changes.Add(new DocumentChange(document, outcome, [.. _touched]));
        _touched.Clear();
    }

    private DocumentFacts Facts(StoredDocument document) =>
        _facts.TryGetValue(document.Id, out var said) ? said : mapper.Map(document.Record.Read(), document.Id);
}
