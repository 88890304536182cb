using PolicyGraph.Model;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>A batch of documents on their way into the graph within one transaction: what is there, what changes, what it comes to.</summary>
internal sealed class WriteBatch(INeo4jTransaction transaction, FactMapper mapper, ITextFolding folding)
{
    private readonly GraphChanges changes = new();
    private readonly Dictionary<string, StoredDocument?> documents = [];
    private readonly Dictionary<string, DocumentFacts> facts = [];
    private readonly List<DocumentChange> committed = [];
    private readonly List<DocumentFacts> touched = [];
    private readonly DocumentReader reader = new(transaction);

    /// <summary>What became of each document, in order.</summary>
    public IReadOnlyList<DocumentChange> Changes => committed;

    /// <summary>Takes documents in; one that contradicts the ontology is refused, the others go on.</summary>
    public async Task<IReadOnlyList<WriteOutcome>> PutAsync(IReadOnlyList<DocumentRecord> records, CancellationToken cancellation)
    {
        var mapped = records.Select(TryMap).ToList();
        var ids = mapped.Select(one => one.Facts?.Document.ToString()).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var sources = records.Select(record => record.Document.Source).OfType<string>().Distinct();
        foreach (var document in await reader.FindAsync(ids, sources, cancellation))
        {
            documents[document.Id] = document;
        }

        var outcomes = new List<WriteOutcome>();
        foreach (var (record, (said, refusal)) in records.Zip(mapped))
        {
            outcomes.Add(said is null ? refusal : await PutAsync(record, said, cancellation));
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

        await DropAsync(document, cancellation);
        Note(id, outcome: null);
        await SaveAsync(cancellation);
        return true;
    }

    private (DocumentFacts? Facts, WriteOutcome Refusal) TryMap(DocumentRecord record)
    {
        try
        {
            return (mapper.Map(record), default);
        }
        catch (StoreException bad) when (bad.Code == StoreErrorCode.BadRecord)
        {
            return (null, WriteOutcome.Refused(record, bad));
        }
    }

    private async Task<WriteOutcome> PutAsync(DocumentRecord record, DocumentFacts said, CancellationToken cancellation)
    {
        var id = said.Document.ToString();
        var fingerprint = StoredDocument.FingerprintOf(record);
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

        documents[id] = isSame ? known! with { Sources = places } : new StoredDocument(id, fingerprint, places, record, IsWritten: true); // The same as what is known, so it is known.
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
            documents[loser.Id] = loser with { Sources = [.. loser.Sources.Where(place => place != source)] };
        }
    }

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
        await new TallyReader(transaction).ReadAsync(changes, cancellation);
        changes.Settle();
        var writer = new ChangeWriter(transaction, folding);
        await writer.WriteAsync(changes, cancellation);
        await writer.WriteAsync(documents.Values.OfType<StoredDocument>(), facts, cancellation);
    }
}
