using PolicyGraph.Api.Writing;

namespace PolicyGraph.Serving;

/// <summary>Keys as they lie in a file: a line each, <c>NAME read|write SECRET</c>; empty lines and lines that begin with # are passed over.</summary>
internal static class KeyFile
{
    /// <summary>The keys of <paramref name="file"/>; none without a file.</summary>
    /// <exception cref="IOException">The file cannot be read, or a line is no key; the message names the line and never the secret.</exception>
    public static IReadOnlyList<ApiKey> Read(FileInfo? file) =>
        file is null
            ? []
            : [.. File.ReadLines(file.FullName)
                .Select((line, index) => (Text: line.Trim(), Number: index + 1))
                .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
                .Select(line => Parse(file, line.Text, line.Number))];

    private static ApiKey Parse(FileInfo file, string line, int number)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3 || parts[1] is not ("read" or "write") || parts[2].Length < ApiKey.ShortestSecret)
        {
            throw new IOException($"{file.Name}:{number}: a key is written NAME read|write SECRET, the secret with at least {ApiKey.ShortestSecret} characters and no blanks.");
        }

        return new ApiKey(parts[0], parts[2], parts[1] == "write" ? ApiRights.Write : ApiRights.Read);
    }
}
