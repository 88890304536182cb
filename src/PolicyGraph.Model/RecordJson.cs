using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyGraph.Model;

/// <summary>The record as JSON: snake_case names, Chinese as it is, fields that it does not know passed over.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(DocumentRecord))]
public sealed partial class RecordJson : JsonSerializerContext
{
    /// <summary>One line, as in <c>.jsonl</c>.</summary>
    public static RecordJson Compact { get; } = new(Spelling(indented: false));

    /// <summary>For a person to read.</summary>
    public static RecordJson Indented { get; } = new(Spelling(indented: true));

    private static JsonSerializerOptions Spelling(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
