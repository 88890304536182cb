using System.Text.Json;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Writes what a value of a row stands for in the answer.</summary>
internal delegate void Transcribe(Utf8JsonWriter writer, JsonElement value);

/// <summary>A part of a statement: an expression, and how its value becomes JSON of the answer.</summary>
internal readonly record struct Part(string Text, Transcribe Write)
{
    /// <summary>An expression whose value is written as it is.</summary>
    public static Part Plain(string text) => new(text, ValueWriting.Write);

    /// <summary>An object: the list of its fields' values.</summary>
    public static Part Object(IReadOnlyList<(OutputKey Key, Part Part)> fields) => new($"[{string.Join(", ", fields.Select(field => field.Part.Text))}]", (writer, row) =>
    {
        writer.WriteStartObject();
        for (var i = 0; i < fields.Count; i++)
        {
            writer.WritePropertyName(fields[i].Key.Name);
            fields[i].Part.Write(writer, row[i]);
        }

        writer.WriteEndObject();
    });

    /// <summary>A list of objects.</summary>
    /// <param name="text">An expression of the list of their rows.</param>
    public static Part List(string text, Part item) => new(text, (writer, rows) =>
    {
        writer.WriteStartArray();
        foreach (var row in rows.EnumerateArray())
        {
            item.Write(writer, row);
        }

        writer.WriteEndArray();
    });
}
