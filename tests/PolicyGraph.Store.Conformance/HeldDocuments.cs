using PolicyGraph.Model;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Conformance;

/// <summary>Which documents a store should hold after some writes, and from where.</summary>
public sealed class HeldDocuments
{
    private readonly SortedDictionary<string, (DocumentRecord Record, List<string> Sources)> _documents = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Ids => [.. _documents.Keys];

    public IEnumerable<(DocumentRecord Record, IReadOnlyList<string> Sources)> All =>
        _documents.Values.Select(held => (held.Record, (IReadOnlyList<string>)held.Sources));

    public void Put(IEnumerable<DocumentRecord> records)
    {
        foreach (var record in records)
        {
            Put(record);
        }
    }

    public void Remove(string id) => _documents.Remove(id);

    private void Put(DocumentRecord record)
    {
        var id = Identity.Document(record).ToString();
        var source = record.Document.Source;
        foreach (
            var (other, held) in _documents
                .Where(pair => pair.Key != id && source is not null && pair.Value.Sources.Contains(source))
                .ToList()
        )
        {
            held.Sources.Remove(source!);
            if (held.Sources.Count == 0)
            {
                _documents.Remove(other);
            }
        }

        var sources = _documents.TryGetValue(id, out var known) ? known.Sources : [];
        if (source is not null && !sources.Contains(source))
        {
            sources.Add(source);
        }

        _documents[id] = (record, sources);
    }
}
