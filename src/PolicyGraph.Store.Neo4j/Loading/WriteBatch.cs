using PolicyGraph.Model;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>A batch of documents on their way into the graph within one transaction: what is there, what changes, what it comes to.</summary>
internal sealed class WriteBatch(INeo4jTransaction transaction, FactMapper mapper, GraphNames names)
{
    private readonly GraphChanges changes = new();
    private readonly Dictionary<string, StoredDocument?> documents = [];
    private readonly HashSet<string> there = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DocumentFacts> facts = [];
    private readonly List<DocumentChange> committed = [];
    private readonly List<DocumentFacts> touched = [];
    private readonly DocumentReader reader = new(transaction);

    /// <summary>What became of each document, in order.</summary>
    public IReadOnlyList<DocumentChange> Changes => committed;

    /// <summary>Takes documents in; one that contradicts the ontology is refused, the others go on.</summary>
    public async Task<IReadOnlyList<WriteOutcome>> PutAsync(IReadOnlyList<MappedRecord> records, CancellationToken cancellation)
    {
        var ids = records.Select(one => one.Facts?.Document.ToString()).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var sources = records.Select(one => one.Record.Document.Source).OfType<string>().Where(source => source.Length > 0).Distinct();
        foreach (var document in await reader.FindAsync([.. ids], [.. sources], cancellation))
        {
            documents[document.Id] = document;
            there.Add(document.Id);
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
        if (await reader.FindAsync([id], [], cancellation) is not [var document])
        {
            return false;
        }

        there.Add(id);
        await DropAsync(document, cancellation);
        Note(id, outcome: null);
        await SaveAsync(cancellation);
        return true;
    }

    private async Task<WriteOutcome> PutAsync(MappedRecord mapped, DocumentFacts said, CancellationToken cancellation)
    {
        var (id, record, fingerprint) = (said.Document.ToString(), mapped.Record, mapped.Fingerprint);
        var source = string.IsNullOrEmpty(record.Document.Source) ? null : record.Document.Source;
        var known = documents.GetValueOrDefault(id);
        var isSame = known?.Fingerprint == fingerprint;
        if (isSame && (source is null || known!.Sources.Contains(source)))
        {
            return new WriteOutcome(id, WriteEffect.Unchanged, null);
        }

        var loser = source is null ? null : documents.Values.FirstOrDefault(other => other is not null && other.Id != id && other.Sources.Contains(source));
        await ReleaseAsync(loser, source, cancellation);
        var places = source is null ? known?.Sources ?? [] : (known?.Sources ?? []).Append(source).Distinct().Order(StringComparer.Ordinal).ToList();
        if (!isSame)
        {
            await ReplaceAsync(known, said, record, cancellation);
        }

        documents[id] = isSame ? With(known!, places) : new StoredDocument(id, fingerprint, places, record, Writing.All) { Articles = said.Articles }; // The same as what is known, so it is known.
        var replaced = loser is { Sources.Count: 1 } ? loser.Id : known is not null && !isSame ? id : null;
        var outcome = new WriteOutcome(id, replaced is not null ? WriteEffect.Replaced : isSame ? WriteEffect.SourceAdded : WriteEffect.Added, replaced);
        Note(id, outcome);
        return outcome;
    }

    private void Note(string document, WriteOutcome? outcome)
    {
        committed.Add(new DocumentChange(document, outcome, [.. touched]));
        touched.Clear();
    }

    private async Task ReplaceAsync(StoredDocument? known, DocumentFacts said, DocumentRecord record, CancellationToken cancellation)
    {
        if (known is not null)
        {
            await TakeBackAsync(known, cancellation);
        }

        changes.Add(said, record.Text, 1);
        facts[said.Document.ToString()] = said;
        touched.Add(said);
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
            documents[loser.Id] = With(loser, [.. loser.Sources.Where(place => place != source)]);
        }
    }

    private static StoredDocument With(StoredDocument document, IReadOnlyList<string> sources) =>
        document with { Sources = sources, Writing = document.Writing == Writing.All ? Writing.All : Writing.Sources };

    private async Task DropAsync(StoredDocument document, CancellationToken cancellation)
    {
        await TakeBackAsync(document, cancellation);
        documents[document.Id] = null;
    }

    private async Task TakeBackAsync(StoredDocument document, CancellationToken cancellation)
    {
        var record = document.Record ?? await reader.ReadAsync(document.Id, cancellation);
        var said = facts.TryGetValue(document.Id, out var known) ? known : mapper.Map(record);
        changes.Add(said, record.Text, -1);
        touched.Add(said);
    }

    private async Task SaveAsync(CancellationToken cancellation)
    {
        await new TallyReader(transaction, names).ReadAsync(changes, there, cancellation);
        changes.Settle();
        await new ChangeWriter(transaction, names.Folding).WriteAsync(changes, documents, cancellation);
    }
}
