using PolicyGraph.Model;

namespace PolicyGraph.Store.Facts;

/// <summary>The document's own node.</summary>
internal static class DocumentReading
{
    public static void Add(FactCollector collector, NodeId id, DocumentRecord record)
    {
        try
        {
            collector.Node(id, out _).Fill(field => Field(record, field));
        }
        catch (FormatException failure)
        {
            throw new StoreException(StoreErrorCode.BadRecord, $"document: {failure.Message}.", failure);
        }
    }

    private static PropertyValue? Field(DocumentRecord record, string field)
    {
        var head = record.Document;
        var text = field switch
        {
            "title" => head.Title,
            "publisher" => head.Publisher,
            "issue" => head.Issue,
            "published" => head.Published,
            "hash" => head.Hash,
            _ => null,
        };
        return text is not null ? text
            : field == "characters" && record.Text is { } whole ? whole.Length
            : default(PropertyValue?);
    }
}
