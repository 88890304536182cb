using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyGraph.Model;

/// <summary>The record as JSON: snake_case names, Chinese as it is, fields that it does not know passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never
)]
[JsonSerializable(typeof(DocumentRecord))]
public sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>One line, as in <c>.jsonl</c>.</summary>
    public static RecordJson Compact { get; } = new(Spelling(indented: false));

    /// <summary>For a person to read.</summary>
    public static RecordJson Indented { get; } = new(Spelling(indented: true));

    /// <summary>The record that a JSON text is.</summary>
    /// <exception cref="JsonException">It is none, or has null where there must be something: says what and where.</exception>
    public static DocumentRecord Parse(string json)
    {
        var record =
            JsonSerializer.Deserialize(json, Compact.DocumentRecord)
            ?? throw new JsonException("The record is null.", "$", lineNumber: null, bytePositionInLine: null);
        return NullRows.First(record) is { } row
            ? throw new JsonException(
                $"The row {row} is null; leave it out, or say what it should say.",
                $"$.{row}",
                lineNumber: null,
                bytePositionInLine: null
            )
            : record;
    }

    private static JsonSerializerOptions Spelling(bool indented) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            WriteIndented = indented,
            NewLine = "\n",
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
        };
}
