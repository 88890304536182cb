using System.Security.Cryptography;
using System.Text.Json;
using PolicyGraph.Model;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>A document as its node keeps it.</summary>
/// <param name="Fingerprint">Of its content without its source: tells the same document from another version under the same id.</param>
/// <param name="Sources">Where it came from, in order.</param>
/// <param name="Record">Its record, where it is at hand; else it is still in the graph.</param>
/// <param name="IsWritten">True where its content is new and goes to the graph with this batch.</param>
internal sealed record StoredDocument(string Id, string Fingerprint, IReadOnlyList<string> Sources, DocumentRecord? Record, bool IsWritten)
{
    /// <summary>The fingerprint of a record: 64 bits of the SHA-256 of its JSON, in hexadecimal.</summary>
    public static string FingerprintOf(DocumentRecord record)
    {
        var bare = record with { Document = record.Document with { Source = null } };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(bare, RecordJson.Compact.DocumentRecord)).AsSpan(0, 8));
    }

    /// <summary>The record out of the two properties that hold it.</summary>
    public static DocumentRecord Read(string record, string? text) =>
        JsonSerializer.Deserialize(record, RecordJson.Compact.DocumentRecord)! with { Text = text }; // Written below; never JSON's null.

    public void Write(Utf8JsonWriter writer, IReadOnlyList<ArticleRecord> articles)
    {
        NeoValues.WriteTexts(writer, "sources", Sources);
        NeoValues.WriteOrder(writer, "sources", Sources);
        if (Sources.Count > 0)
        {
            writer.WriteString("source", Sources[0]);
        }
        else
        {
            writer.WriteNull("source"); // A null takes the property away.
        }

        if (!IsWritten || Record is null)
        {
            return;
        }

        writer.WriteString("fingerprint", Fingerprint);
        writer.WriteString("record", Json(Record with { Text = null, Document = Record.Document with { Source = null } }));
        writer.WriteString("articles", Json(new DocumentRecord { Document = new DocumentHead(), Articles = articles }));
        writer.WriteString("text", Record.Text);
    }

    private static string Json(DocumentRecord record) => JsonSerializer.Serialize(record, RecordJson.Compact.DocumentRecord);
}
