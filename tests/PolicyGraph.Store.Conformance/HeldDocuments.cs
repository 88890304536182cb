using PolicyGraph.Model;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Conformance;

/// <summary>Which documents a store should hold after some writes, and from where.</summary>
public sealed class HeldDocuments
{
    private readonly SortedDictionary<string, (DocumentRecord Record, List<string> Sources)> documents = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Ids => [.. documents.Keys];

    public IEnumerable<(DocumentRecord Record, IReadOnlyList<string> Sources)> All =>
        documents.Values.Select(held => (held.Record, (IReadOnlyList<string>)held.Sources));

    public void Put(IEnumerable<DocumentRecord> records)
    {
        foreach (var record in records)
        {
            Put(record);
        }
    }

    public void Remove(string id) => documents.Remove(id);

    private void Put(DocumentRecord record)
    {
        var id = Identity.Document(record).ToString();
        var source = record.Document.Source;
        foreach (var (other, held) in documents.Where(pair => pair.Key != id && source is not null && pair.Value.Sources.Contains(source)).ToList())
        {
            held.Sources.Remove(source!);
            if (held.Sources.Count == 0)
            {
                documents.Remove(other);
            }
        }

        var sources = documents.TryGetValue(id, out var known) ? known.Sources : [];
        if (source is not null && !sources.Contains(source))
        {
            sources.Add(source);
        }

        documents[id] = (record, sources);
    }
}
