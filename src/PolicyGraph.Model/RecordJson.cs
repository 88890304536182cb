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
            ?? throw new JsonException("the record is null", "$", lineNumber: null, bytePositionInLine: null);
        return NullRows.First(record) is { } row
            ? throw new JsonException(
                "the row is null; leave it out, or say what it should say",
                $"$.{row}",
                lineNumber: null,
                bytePositionInLine: null
            )
            : record;
    }

    /// <summary>
    /// What is wrong with a text that <see cref="Parse"/> refused, as a clause for whoever wrote it: without the names of types that the
    /// serializer tells. What it wraps is of the JSON itself.
    /// </summary>
    public static string Mistake(JsonException refused) =>
        refused switch
        {
            { InnerException: JsonException } => $"it is not JSON at byte {refused.BytePositionInLine + 1} of the line",
            { LineNumber: null } => $"at {refused.Path} {refused.Message}",
            _ => $"at {refused.Path ?? "$"} something is missing, or of another kind than a record has there",
        };

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
