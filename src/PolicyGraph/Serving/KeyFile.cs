using PolicyGraph.Api.Writing;
using PolicyGraph.Commands;

namespace PolicyGraph.Serving;

/// <summary>
/// Keys as they lie in a file: a line each, <c>NAME read|write SECRET</c>; empty lines and lines that begin with # are passed over.
/// </summary>
internal static class KeyFile
{
    /// <summary>The keys of <paramref name="file"/>; none without a file.</summary>
    /// <exception cref="UsageException">The file cannot be read, a line is no key, or two lines have one name or one secret; the message
    /// names the lines and never the secret.</exception>
    public static IReadOnlyList<ApiKey> Read(string? file)
    {
        var lines = (file is null ? [] : Lines(file))
            .Select((line, index) => (Text: line.Trim(), Number: index + 1))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => Parse($"--keys {file}:{line.Number}", line.Text, line.Number))
            .ToList();
        Refuse(file, lines, line => line.Name, "name", "the log tells keys apart by it");
        Refuse(file, lines, line => line.Secret, "secret", "the log could not tell who wrote");
        return [.. lines.Select(line => new ApiKey(line.Name, line.Secret, line.Rights))];
    }

    private static string[] Lines(string file)
    {
        try
        {
            return File.Exists(file)
                ? File.ReadAllLines(file)
                : throw new UsageException($"--keys {file}: there is no such file; name one with a key a line, NAME read|write SECRET.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--keys {file}: it cannot be read. The system says: {error.Message}", error);
        }
    }

    /// <summary>Refuses two lines that have something in common that they must not.</summary>
    private static void Refuse(string? file, IReadOnlyList<KeyLine> lines, Func<KeyLine, string> part, string what, string why)
    {
        if (
            lines.GroupBy(part, StringComparer.Ordinal).Select(same => same.ToList()).FirstOrDefault(same => same.Count > 1)
            is [var first, var second, ..]
        )
        {
            throw new UsageException(
                $"--keys {file}:{second.Number}: the {what} of this key is that of line {first.Number} too; give each key its own, "
                    + $"because {why}."
            );
        }
    }

    private static KeyLine Parse(string at, string line, int number)
    {
        var parts = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3 || parts[1] is not ("read" or "write") || parts[2].Length < ApiKey.ShortestSecret)
        {
            throw new UsageException(
                $"{at}: a key is written NAME read|write SECRET, the secret with at least {ApiKey.ShortestSecret} characters and no blanks."
            );
        }

        return new KeyLine(number, parts[0], parts[1] == "write" ? ApiRights.Write : ApiRights.Read, parts[2]);
    }

    private readonly record struct KeyLine(int Number, string Name, ApiRights Rights, string Secret);
}
