namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>The documents in force, by identity and by source. Used by the one writer alone.</summary>
internal sealed class DocumentTable
{
    private readonly Dictionary<ulong, StoredDocument> documents = [];
    private readonly Dictionary<string, ulong> sources = [];

    public int Count => documents.Count;

    /// <summary>Bytes of the records in force.</summary>
    public long Length { get; private set; }

    public IEnumerable<StoredDocument> All => documents.Values.OrderBy(document => document.Id);

    public StoredDocument? Find(ulong id) => documents.GetValueOrDefault(id);

    public StoredDocument? FindBySource(string source) => sources.TryGetValue(source, out var id) ? documents[id] : null;

    /// <summary>Takes a document in, in the place of one with its identity.</summary>
    public void Put(StoredDocument document)
    {
        Remove(document.Id);
        documents.Add(document.Id, document);
        Length += document.Record.Location.Length;
        foreach (var source in document.Sources)
        {
            sources[source] = document.Id;
        }
    }

    public void Remove(ulong id)
    {
        if (documents.Remove(id, out var document))
        {
            Length -= document.Record.Location.Length;
            foreach (var source in document.Sources.Where(source => sources.GetValueOrDefault(source) == id))
            {
                sources.Remove(source);
            }
        }
    }
}

/// <summary>One document in force.</summary>
/// <param name="Fingerprint">64 bits of the SHA-256 of its record without sources.</param>
internal sealed record StoredDocument(ulong Id, ulong Fingerprint, IReadOnlyList<string> Sources, RecordPlace Record);
