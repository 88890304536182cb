using PolicyGraph.Api.Writing;

namespace PolicyGraph.Serving;

/// <summary>Keys as they lie in a file: a line each, <c>NAME read|write SECRET</c>; empty lines and lines that begin with # are passed over.</summary>
internal static class KeyFile
{
    /// <summary>The keys of <paramref name="file"/>; none without a file.</summary>
    /// <exception cref="IOException">The file cannot be read, a line is no key, or two lines have one name or one secret; the message names the lines and never the secret.</exception>
    public static IReadOnlyList<ApiKey> Read(FileInfo? file)
    {
        var lines = file is null ? [] : File.ReadLines(file.FullName)
            .Select((line, index) => (Text: line.Trim(), Number: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => Parse(file, line.Text, line.Number))
            .ToList();
        Refuse(file, lines, line => line.Name, "name", "the log tells keys apart by it");
        Refuse(file, lines, line => line.Secret, "secret", "the log could not tell who wrote");
        return [.. lines.Select(line => new ApiKey(line.Name, line.Secret, line.Rights))];
    }

    /// <summary>Refuses two lines that have something in common that they must not.</summary>
    private static void Refuse(FileInfo? file, IReadOnlyList<KeyLine> lines, Func<KeyLine, string> part, string what, string why)
    {
        if (lines.GroupBy(part, StringComparer.Ordinal).Select(same => same.ToList()).FirstOrDefault(same => same.Count > 1) is [var first, var second, ..])
        {
            throw new IOException($"{file?.Name}:{second.Number}: the {what} of this key is that of line {first.Number} too; give each key its own, because {why}.");
        }
    }

    private static KeyLine Parse(FileInfo file, string line, int number)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3 || parts[1] is not ("read" or "write") || parts[2].Length < ApiKey.ShortestSecret)
        {
            throw new IOException($"{file.Name}:{number}: a key is written NAME read|write SECRET, the secret with at least {ApiKey.ShortestSecret} characters and no blanks.");
        }

        return new KeyLine(number, parts[0], parts[1] == "write" ? ApiRights.Write : ApiRights.Read, parts[2]);
    }

    private readonly record struct KeyLine(int Number, string Name, ApiRights Rights, string Secret);
}
