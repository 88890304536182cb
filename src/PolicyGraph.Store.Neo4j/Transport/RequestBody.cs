using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>The body of a request to the Query API: <c>statement</c>, <c>parameters</c>, <c>accessMode</c>, <c>bookmarks</c>.</summary>
internal static class RequestBody
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <param name="request">What the statement is to be known by while it runs, or null.</param>
    public static HttpContent Of(Statement? statement, string? request, IReadOnlyCollection<string> bookmarks)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, Plain))
        {
            Write(writer, statement, request, bookmarks);
        }

        var content = new ReadOnlyMemoryContent(buffer.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static void Write(Utf8JsonWriter writer, Statement? statement, string? request, IReadOnlyCollection<string> bookmarks)
    {
        writer.WriteStartObject();
        if (statement is not null)
        {
            writer.WriteString("statement", statement.Text);
            writer.WriteStartObject("parameters");
            statement.WriteParameters?.Invoke(writer);
            if (request is not null)
            {
                writer.WriteString(AbandonedStatements.Parameter, request);
            }

            writer.WriteEndObject();
            if (statement.IsRead)
            {
                writer.WriteString("accessMode", "READ");
            }
        }

        if (bookmarks.Count > 0)
        {
            writer.WriteStartArray("bookmarks");
            foreach (var bookmark in bookmarks)
            {
                writer.WriteStringValue(bookmark);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
