using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>
/// .jsonl: one paper a line as <c>{"title","text","published","source"}</c>; all but <c>text</c> may be missing. A paper's hash is that of
/// its line. A line that holds no paper is told, and the others are read.
/// </summary>
internal sealed class JsonLinesFormat : IPaperFormat
{
    private const string Form = "Each line is an object with title, text, published and source.";

    public async IAsyncEnumerable<PaperResult> ReadAsync(PaperFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = new StringReader(TextDecoder.Decode(file.Path, file.Bytes));
        for (var number = 1; await reader.ReadLineAsync(cancellation) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Paper(file.Path, number, line);
            }
        }
    }

    private static PaperResult Paper(string path, int number, string line)
    {
        var at = $"{path}:{number}";
        try
        {
            var entry = JsonSerializer.Deserialize(line, CollectionJson.Default.CollectionEntry);
            if (entry?.Text is not { } text || string.IsNullOrWhiteSpace(text))
            {
                return new(new PaperException(at, "the line has no \"text\"", Form));
            }

            var title = entry.Title?.Trim();
            var hasTitle = string.IsNullOrEmpty(title) || text.AsSpan().TrimStart().StartsWith(title);
            return new(
                new SourcePaper(
                    hasTitle ? text : $"{title}\n{text}",
                    new DocumentHead
                    {
                        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line))),
                        Title = title,
                        Published = Day(entry.Published),
                        Source = entry.Source is { Length: > 0 } source ? source : at,
                    }
                )
            );
        }
        catch (JsonException e)
        {
            return new(new PaperException(at, "the line is not JSON", Form, e));
        }
    }

    /// <summary>The day of a date or time in ISO form; what is none is left out.</summary>
    private static string? Day(string? published) =>
        published is { Length: >= 4 } && published.AsSpan().IndexOfAnyExcept("0123456789-") is var end
            ? (end < 0 ? published : published[..end]).TrimEnd('-') is { Length: 4 or 7 or 10 } day
                ? day
                : null
            : null;
}

/// <summary>One line of a collection.</summary>
internal sealed record CollectionEntry(string? Title, string? Text, string? Published, string? Source);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CollectionEntry))]
internal sealed partial class CollectionJson : JsonSerializerContext;
