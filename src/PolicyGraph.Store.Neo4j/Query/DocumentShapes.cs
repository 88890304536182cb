using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Fields that only documents have: parts of the record that their nodes keep, taken out of it here.</summary>
internal static class DocumentShapes
{
    /// <summary>A field of documents; null where it is none.</summary>
    public static Part? Compile(StatementBuilder builder, OutputField field, string node) =>
        field switch
        {
            ArticlesField articles => List($"{node}.articles", Article(builder, articles.Shape), ArticlesOf),
            FindingsField findings => List(
                $"{node}.record",
                RecordShapes.Object<FindingRecord>(builder, findings.Shape, Finding),
                value => StoredDocument.Read(value.GetString()!, null).Findings
            ), // Every document has a record.
            TextField text => new Part(
                $"{node}.text",
                (writer, value) => WriteText(writer, value, builder.Values.Integer(text.Start), builder.Values.Integer(text.End))
            ),
            _ => null,
        };

    /// <summary>Writes an article.</summary>
    public static Action<Utf8JsonWriter, ArticleRecord> Article(StatementBuilder builder, Shape shape) =>
        RecordShapes.Object<ArticleRecord>(builder, shape, ArticleValue);

    /// <summary>The articles that a document's node keeps.</summary>
    public static IReadOnlyList<ArticleRecord> ArticlesOf(JsonElement value) => StoredDocument.Read(value.GetString()!, null).Articles; // As in Compile.

    private static Part List<T>(string text, Action<Utf8JsonWriter, T> write, Func<JsonElement, IReadOnlyList<T>> read) =>
        new(
            text,
            (writer, value) =>
            {
                writer.WriteStartArray();
                foreach (var item in read(value))
                {
                    write(writer, item);
                }

                writer.WriteEndArray();
            }
        );

    private static Func<ArticleRecord, object?> ArticleValue(string name) =>
        name switch
        {
            "title" => static article => article.Title,
            "authors" => static article => article.Authors,
            "source" => static article => article.Source,
            "start" => static article => article.Span?.Start,
            "end" => static article => article.Span?.End,
            _ => throw new UnknownNameException($"An article has no property {name}; it has title, authors, source, start and end."),
        };

    private static Func<FindingRecord, object?> Finding(string name) =>
        name switch
        {
            "check" => static finding => finding.Check,
            "agrees" => static finding => finding.Agrees,
            "message" => static finding => finding.Message,
            _ => throw new UnknownNameException($"A finding has no property {name}; it has check, agrees and message."),
        };

    /// <summary>A text or a part of it. Positions are UTF-16 code units, which Cypher's own <c>substring</c> does not count in.</summary>
    private static void WriteText(Utf8JsonWriter writer, JsonElement value, long? start, long? end)
    {
        if (value.GetString() is not { } text)
        {
            writer.WriteNullValue();
            return;
        }

        var from = (int)Math.Clamp(start ?? 0, 0, text.Length);
        var to = (int)Math.Clamp(end ?? text.Length, from, text.Length);
        writer.WriteStringValue(text.AsSpan(from, to - from));
    }
}
