using System.Security.Cryptography;
using System.Text.Json;
using PolicyGraph.Model;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>What of a document goes to the graph with a batch.</summary>
internal enum Writing
{
    Nothing,
    Sources,
    All,
}

/// <summary>A document as its node keeps it.</summary>
/// <param name="Fingerprint">Of its content without its source: tells the same document from another version under the same id.</param>
/// <param name="Sources">Where it came from, in order.</param>
/// <param name="Record">Its record, where it is at hand; else it is still in the graph.</param>
internal sealed record StoredDocument(string Id, string Fingerprint, IReadOnlyList<string> Sources, DocumentRecord? Record, Writing Writing)
{
    /// <summary>The columns of <see cref="Writing.Sources"/>.</summary>
    public static readonly IReadOnlyList<string> SourceColumns = [.. RowValues.WithOrder("sources"), "source"];

    /// <summary>The columns of <see cref="Writing.All"/>, which begin with the others.</summary>
    public static readonly IReadOnlyList<string> Columns = [.. SourceColumns, "fingerprint", "record", "articles", "text"];

    /// <summary>The record's articles with their spans.</summary>
    public IReadOnlyList<ArticleRecord> Articles { get; init; } = [];

    /// <summary>The fingerprint of a record: 64 bits of the SHA-256 of its JSON, in hexadecimal.</summary>
    public static string FingerprintOf(DocumentRecord record)
    {
        var bare = record with { Document = record.Document with { Source = null } };
        return Convert.ToHexStringLower(
            SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(bare, RecordJson.Compact.DocumentRecord)).AsSpan(0, 8)
        );
    }

    /// <summary>The record out of the two properties that hold it.</summary>
    public static DocumentRecord Read(string record, string? text) =>
        JsonSerializer.Deserialize(record, RecordJson.Compact.DocumentRecord)! with
        {
            Text = text,
        }; // Written below; never JSON's null.

    /// <summary>The values of the columns that are written.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        RowValues.Write(writer, Sources, withOrders: true);
        writer.WriteStringValue(Sources.Count > 0 ? Sources[0] : null);
        if (Writing == Writing.All && Record is { } record)
        {
            writer.WriteStringValue(Fingerprint);
            writer.WriteStringValue(Json(record with { Text = null, Document = record.Document with { Source = null } }));
            writer.WriteStringValue(Json(new DocumentRecord { Document = new DocumentHead(), Articles = Articles }));
            writer.WriteStringValue(record.Text);
        }
    }

    private static string Json(DocumentRecord record) => JsonSerializer.Serialize(record, RecordJson.Compact.DocumentRecord);
}
