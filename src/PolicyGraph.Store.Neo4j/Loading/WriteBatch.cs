using PolicyGraph.Model;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>
/// A batch of documents on their way into the graph within one transaction: what is there, what changes, what it comes to.
/// </summary>
internal sealed class WriteBatch(INeo4jTransaction transaction, FactMapper mapper, GraphNames names)
{
    private readonly GraphChanges _changes = new();
    private readonly Dictionary<string, StoredDocument?> _documents = [];
    private readonly HashSet<string> _there = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentFacts> _facts = [];
    private readonly List<DocumentChange> _committed = [];
    private readonly List<DocumentFacts> _touched = [];
    private readonly DocumentReader _reader = new(transaction);

    /// <summary>What became of each document, in order.</summary>
    public IReadOnlyList<DocumentChange> Changes => _committed;

    /// <summary>Takes documents in; one that contradicts the ontology is refused, the others go on.</summary>
    public async Task<IReadOnlyList<WriteOutcome>> PutAsync(IReadOnlyList<MappedRecord> records, CancellationToken cancellation)
    {
        var ids = records.Select(one => one.Facts?.Document.ToString()).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var sources = records.Select(one => one.Record.Document.Source).OfType<string>().Where(source => source.Length > 0).Distinct();
        foreach (var document in await _reader.FindAsync([.. ids], [.. sources], cancellation))
        {
            _documents[document.Id] = document;
            _there.Add(document.Id);
        }

        var outcomes = new List<WriteOutcome>();
        foreach (var one in records)
        {
            outcomes.Add(one.Facts is { } said ? await PutAsync(one, said, cancellation) : one.Refusal);
        }

        await SaveAsync(cancellation);
        return outcomes;
    }

    /// <summary>Takes a document away; false where there is none.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellation)
    {
        if (await _reader.FindAsync([id], [], cancellation) is not [var document])
        {
            return false;
        }

        _there.Add(id);
        await DropAsync(document, cancellation);
        Note(id, outcome: null);
        await SaveAsync(cancellation);
        return true;
    }

    private async Task<WriteOutcome> PutAsync(MappedRecord mapped, DocumentFacts said, CancellationToken cancellation)
    {
        var (id, record, fingerprint) = (said.Document.ToString(), mapped.Record, mapped.Fingerprint);
        var source = string.IsNullOrEmpty(record.Document.Source) ? null : record.Document.Source;
        var known = _documents.GetValueOrDefault(id);
        var isSame = known?.Fingerprint == fingerprint;
        if (isSame && (source is null || known!.Sources.Contains(source)))
        {
            return new WriteOutcome(id, WriteEffect.Unchanged, null);
        }

        var loser = source is null
            ? null
            : _documents.Values.FirstOrDefault(other => other is not null && other.Id != id && other.Sources.Contains(source));
        await ReleaseAsync(loser, source, cancellation);
        var places = source is null
            ? known?.Sources ?? []
            : (known?.Sources ?? []).Append(source).Distinct().Order(StringComparer.Ordinal).ToList();
        if (!isSame)
        {
            await ReplaceAsync(known, said, record, cancellation);
        }

        _documents[id] = isSame
            ? With(known!, places)
            : new StoredDocument(id, fingerprint, places, record, Writing.All) { Articles = said.Articles }; // The same as what is known, so it is known.
        var replaced =
            loser is { Sources.Count: 1 } ? loser.Id
            : known is not null && !isSame ? id
            : null;
        var outcome = new WriteOutcome(
            id,
            replaced is not null ? WriteEffect.Replaced
                : isSame ? WriteEffect.SourceAdded
                : WriteEffect.Added,
            replaced
        );
        Note(id, outcome);
        return outcome;
    }

    private void Note(string document, WriteOutcome? outcome)
    {
        _committed.Add(new DocumentChange(document, outcome, [.. _touched]));
        _touched.Clear();
    }

    private async Task ReplaceAsync(StoredDocument? known, DocumentFacts said, DocumentRecord record, CancellationToken cancellation)
    {
        if (known is not null)
        {
            await TakeBackAsync(known, cancellation);
        }

        _changes.Add(said, record.Text, 1);
        _facts[said.Document.ToString()] = said;
        _touched.Add(said);
    }

    /// <summary>A document whose source now holds another: it goes, unless it has other sources.</summary>
    private async Task ReleaseAsync(StoredDocument? loser, string? source, CancellationToken cancellation)
    {
        if (loser is { Sources.Count: 1 })
        {
            await DropAsync(loser, cancellation);
        }
        else if (loser is not null)
        {
            _documents[loser.Id] = With(loser, [.. loser.Sources.Where(place => place != source)]);
        }
    }

    private static StoredDocument With(StoredDocument document, IReadOnlyList<string> sources) =>
        document with
        {
            Sources = sources,
            Writing = document.Writing == Writing.All ? Writing.All : Writing.Sources,
        };

    private async Task DropAsync(StoredDocument document, CancellationToken cancellation)
    {
        await TakeBackAsync(document, cancellation);
        _documents[document.Id] = null;
    }

    private async Task TakeBackAsync(StoredDocument document, CancellationToken cancellation)
    {
        var record = document.Record ?? await _reader.ReadAsync(document.Id, cancellation);
        var said = _facts.TryGetValue(document.Id, out var known) ? known : mapper.Map(record);
        _changes.Add(said, record.Text, -1);
        _touched.Add(said);
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        await new TallyReader(transaction, names).ReadAsync(_changes, _there, cancellation);
        _changes.Settle();
        await new ChangeWriter(transaction, names.Folding).WriteAsync(_changes, _documents, cancellation);
    }
}
