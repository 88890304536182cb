using System.Text.Json;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Writes what a value of a row stands for in the answer.</summary>
internal delegate void Transcribe(Utf8JsonWriter writer, JsonElement value);

/// <summary>A part of a statement: an expression, and how its value becomes JSON of the answer.</summary>
internal readonly record struct Part(string Text, Transcribe Write)
{
    /// <summary>An expression whose value is written as it is.</summary>
    public static Part Plain(string text) => new(text, ValueWriting.Write);
}
