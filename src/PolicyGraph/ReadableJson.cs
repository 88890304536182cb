using System.Text.Encodings.Web;
using System.Text.Json;

namespace PolicyGraph;

/// <summary>JSON for a person at a terminal: indented, Chinese as it is.</summary>
internal static class ReadableJson
{
    public static JsonSerializerOptions Options { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
