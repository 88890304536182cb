using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Fields that only documents have: parts of the record that their nodes keep, taken out of it here.</summary>
internal static class DocumentShapes
{
    /// <summary>A field of documents; null where it is none.</summary>
    public static Part? Compile(StatementBuilder builder, OutputField field, string node) => field switch
    {
        ArticlesField articles => List($"{node}.articles", Article(builder, articles.Shape), ArticlesOf),
        FindingsField findings => List($"{node}.record", Object<FindingRecord>(builder, findings.Shape, Finding), value => StoredDocument.Read(value.GetString()!, null).Findings), // Every document has a record.
        TextField text => new Part($"{node}.text", (writer, value) => WriteText(writer, value, builder.Integer(text.Start), builder.Integer(text.End))),
        DocumentFactsField => throw StatementBuilder.Unsupported("a document's list of facts"),
        _ => null,
    };

    /// <summary>Writes an article.</summary>
    public static Action<Utf8JsonWriter, ArticleRecord> Article(StatementBuilder builder, Shape shape) => Object<ArticleRecord>(builder, shape, ArticleValue);

    /// <summary>The articles that a document's node keeps.</summary>
    public static IReadOnlyList<ArticleRecord> ArticlesOf(JsonElement value) => StoredDocument.Read(value.GetString()!, null).Articles; // As in Compile.

    private static Part List<T>(string text, Action<Utf8JsonWriter, T> write, Func<JsonElement, IReadOnlyList<T>> read) => new(text, (writer, value) =>
    {
        writer.WriteStartArray();
        foreach (var item in read(value))
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    });

    private static Action<Utf8JsonWriter, T> Object<T>(StatementBuilder builder, Shape shape, Func<string, Func<T, object?>> property)
    {
        var fields = shape.Fields.Where(field => builder.Hold(field.Conditions)).Select(field => (field.Key, Write: Field(builder, field, property))).ToList();
        return (writer, item) =>
        {
            writer.WriteStartObject();
            foreach (var (key, write) in fields)
            {
                writer.WritePropertyName(key.Name);
                write(writer, item);
            }

            writer.WriteEndObject();
        };
    }

    private static Action<Utf8JsonWriter, T> Field<T>(StatementBuilder builder, OutputField field, Func<string, Func<T, object?>> property)
    {
        switch (field)
        {
            case PropertyField plain:
                var read = property(plain.Property);
                return (writer, item) => NeoValues.WriteAny(writer, read(item));
            case ConstantField constant:
                return (writer, _) => writer.WriteRawValue(constant.Json.Span, skipInputValidation: true);
            case ObjectField inner:
                var values = inner.NullUnless.Select(property).ToList();
                var write = Object(builder, inner.Shape, property);
                return (writer, item) =>
                {
                    if (values.Count > 0 && values.TrueForAll(value => value(item) is null))
                    {
                        writer.WriteNullValue();
                    }
                    else
                    {
                        write(writer, item);
                    }
                };
            default:
                throw new UnknownNameException($"A {field.GetType().Name} cannot be asked of a {typeof(T).Name}.");
        }
    }

    private static Func<ArticleRecord, object?> ArticleValue(string name) => name switch
    {
        "title" => static article => article.Title,
        "authors" => static article => article.Authors,
        "source" => static article => article.Source,
        "start" => static article => article.Span?.Start,
        "end" => static article => article.Span?.End,
        _ => throw new UnknownNameException($"An article has no property {name}; it has title, authors, source, start and end."),
    };

    private static Func<FindingRecord, object?> Finding(string name) => name switch
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
