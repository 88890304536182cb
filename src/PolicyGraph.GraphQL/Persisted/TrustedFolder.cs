using System.Text;
using System.Text.Json;

namespace PolicyGraph.GraphQL.Persisted;

/// <summary>
/// A folder of trusted documents: <c>*.graphql</c> files, each one document known by the hash of its bytes, and <c>*.json</c> files as
/// Relay's compiler and GraphQL Code Generator write them, one object from id to text.
/// </summary>
public static class TrustedFolder
{
    /// <summary>
    /// The documents of a folder and the folders in it, by their id.
    /// </summary>
    /// <exception cref="GraphQLException">A manifest is no object of texts; the message names the file.</exception>
    /// <exception cref="IOException">The folder or a file cannot be read.</exception>
    public static async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(string folder, CancellationToken cancellation)
    {
        var documents = new Dictionary<string, byte[]>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (path.EndsWith(".graphql", StringComparison.Ordinal))
            {
                var text = await File.ReadAllBytesAsync(path, cancellation);
                documents[PersistedDocuments.Hash(text)] = text;
            }
            else if (path.EndsWith(".json", StringComparison.Ordinal))
            {
                await ReadManifestAsync(path, documents, cancellation);
            }
        }

        return documents;
    }

    private static async Task ReadManifestAsync(string path, Dictionary<string, byte[]> documents, CancellationToken cancellation)
    {
        try
        {
            using var manifest = JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancellation));
            foreach (var entry in manifest.RootElement.EnumerateObject())
            {
                var text = Encoding.UTF8.GetBytes(entry.Value.GetString() ?? "");
                documents[entry.Name] = text;
                documents[PersistedDocuments.Hash(text)] = text;
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new GraphQLException(
                ErrorCodes.BadRequest,
                $"{path} is no manifest: it must be one JSON object from document id to text.",
                broken
            );
        }
    }
}
