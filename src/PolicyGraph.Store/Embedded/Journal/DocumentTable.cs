namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>The documents in force, by identity and by source. Used by the one writer alone.</summary>
internal sealed class DocumentTable
{
    private readonly Dictionary<ulong, StoredDocument> _documents = [];
    private readonly Dictionary<string, ulong> _sources = [];

    public int Count => _documents.Count;

    /// <summary>Bytes of the records in force.</summary>
    public long Length { get; private set; }

    public IEnumerable<StoredDocument> All => _documents.Values.OrderBy(document => document.Id);

    public StoredDocument? Find(ulong id) => _documents.GetValueOrDefault(id);

    public StoredDocument? FindBySource(string source) => _sources.TryGetValue(source, out var id) ? _documents[id] : null;

    /// <summary>Takes a document in, in the place of one with its identity.</summary>
    public void Put(StoredDocument document)
    {
        Remove(document.Id);
        _documents.Add(document.Id, document);
        Length += document.Record.Location.Length;
        foreach (var source in document.Sources)
        {
            _sources[source] = document.Id;
        }
    }

    public void Remove(ulong id)
    {
        if (_documents.Remove(id, out var document))
        {
            Length -= document.Record.Location.Length;
            foreach (var source in document.Sources.Where(source => _sources.GetValueOrDefault(source) == id))
            {
                _sources.Remove(source);
            }
        }
    }
}

/// <summary>One document in force.</summary>
/// <param name="Fingerprint">64 bits of the SHA-256 of its record without sources.</param>
internal sealed record StoredDocument(ulong Id, ulong Fingerprint, IReadOnlyList<string> Sources, RecordPlace Record);
