using System.Globalization;
using System.Text.Json;

namespace PolicyGraph.GraphQL.Http.Uploads;

/// <summary>The field <c>map</c> of a multipart request: for each file its places in the operation.</summary>
internal static class UploadMap
{
    private const int Depth = 3;
    private const string Form = """{"0": ["variables.file"]}""";

    /// <summary>The places of each file by the name of its field, in the order written.</summary>
    /// <exception cref="UploadRefusal">It is none, or names more files or places than there may be.</exception>
    public static OrderedDictionary<string, IReadOnlyList<string>> Parse(ReadOnlyMemory<byte> json, int mostFiles)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = Depth });
            var map = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            foreach (var entry in Object(document.RootElement).EnumerateObject())
            {
                if (!map.TryAdd(entry.Name, Places(entry)))
                {
                    throw UploadRefusal.Bad($"The file \"{entry.Name}\" stands twice in the map.");
                }
            }

            return map.Count <= mostFiles && map.Values.Sum(places => places.Count) <= mostFiles
                ? map
                : throw UploadRefusal.TooLarge(
                    string.Create(CultureInfo.InvariantCulture, $"A request may have {mostFiles} files, in as many places.")
                );
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw UploadRefusal.Bad($"The field \"map\" is no JSON that lists the places of each file: {Form}.");
        }
    }

    private static JsonElement Object(JsonElement root) =>
        root.ValueKind is JsonValueKind.Object
            ? root
            : throw UploadRefusal.Bad($"The map must be one JSON object: for each file a list of its places, {Form}.");

    private static IReadOnlyList<string> Places(JsonProperty entry) =>
        entry.Value.ValueKind is JsonValueKind.Array
        && entry.Value.GetArrayLength() > 0
        && entry.Value.EnumerateArray().All(place => place.ValueKind is JsonValueKind.String)
            ? [.. entry.Value.EnumerateArray().Select(place => place.GetString() ?? "")]
            : throw UploadRefusal.Bad($"The places of the file \"{entry.Name}\" must be a list of strings that is not empty.");
}
