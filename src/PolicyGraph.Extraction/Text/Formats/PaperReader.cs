using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>
/// Reads papers from files by the ending of their names: <c>.txt .md .html .htm .docx .pdf</c> hold one paper each, <c>.jsonl</c> one a
/// line.
/// </summary>
/// <param name="limit">Bytes that a file may have, and characters that may be taken out of it; 64 MiB by default.</param>
/// <param name="mostLines">Lines that a paper may have; 500,000 by default. Extraction keeps some 400 bytes for each, so that without this
/// bound a file of 300 kB, a paragraph of one character written three million times, takes over a gigabyte.</param>
public sealed class PaperReader(long limit = 64L << 20, int mostLines = 500_000)
{
    private static readonly FrozenDictionary<string, IPaperFormat> Formats = new Dictionary<string, IPaperFormat>(
        StringComparer.OrdinalIgnoreCase
    )
    {
        [".txt"] = new PlainFormat(),
        [".md"] = new MarkdownFormat(),
        [".html"] = new HtmlFormat(),
        [".htm"] = new HtmlFormat(),
        [".docx"] = new WordFormat(),
        [".pdf"] = new PdfFormat(),
        [".jsonl"] = new JsonLinesFormat(),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the ending of a file's name is one that can be read.</summary>
    public static bool CanRead(string path) => Formats.ContainsKey(Path.GetExtension(path));

    /// <summary>
    /// The papers of a file: one, or one for each line of a collection. <see cref="DocumentHead.Source"/> is <paramref name="path"/> as
    /// given.
    /// </summary>
    /// <exception cref="PaperException">
    /// The file is missing, unreadable, empty, too large, binary, of a format or an encoding that is not known, or damaged as a whole.
    /// </exception>
    public async IAsyncEnumerable<PaperResult> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        if (Directory.Exists(path))
        {
            throw new PaperException(path, "the folder holds no papers", "Papers end in .txt, .md, .html, .docx, .pdf or .jsonl.");
        }

        if (!File.Exists(path))
        {
            throw new PaperException(path, "there is no such file or folder", "Check how the path is written, and from which folder.");
        }

        var format = FormatOf(path);
        await foreach (var paper in ReadAsync(path, format, await BytesAsync(path, cancellation), cancellation))
        {
            yield return paper;
        }
    }

    /// <summary>The same for bytes that came in another way; the ending of <paramref name="source"/> tells the format.</summary>
    public IAsyncEnumerable<PaperResult> ReadAsync(string source, byte[] bytes, CancellationToken cancellation = default)
    {
        if (bytes.Length == 0 || bytes.Length > limit)
        {
            throw new PaperException(source, $"it has {bytes.Length} bytes", $"A paper has at least one and at most {limit}.");
        }

        return ReadAsync(source, FormatOf(source), bytes, cancellation);
    }

    private static IPaperFormat FormatOf(string source) =>
        Formats.TryGetValue(Path.GetExtension(source), out var format)
            ? format
            : throw new PaperException(source, "its format is not known", "Papers end in .txt, .md, .html, .docx, .pdf or .jsonl.");

    private async IAsyncEnumerable<PaperResult> ReadAsync(
        string source,
        IPaperFormat format,
        byte[] bytes,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var result in format.ReadAsync(new PaperFile(source, bytes, limit), cancellation))
        {
            yield return result.Failure is not null ? result
            : TooManyLines(result.Paper, source) is { } failure ? new(failure)
            : new(Whole(result.Paper, source, bytes));
        }
    }

    private PaperException? TooManyLines(SourcePaper paper, string source) =>
        paper.Text.AsSpan().Count('\n') is var ends && ends >= mostLines
            ? new(
                paper.Head.Source ?? source,
                $"it has {ends + 1} lines, more than the {mostLines} that a paper can have",
                "Cut it into its papers."
            )
            : null;

    /// <summary>A paper with the hash and the source of its file where it has none of its own.</summary>
    private static SourcePaper Whole(SourcePaper paper, string source, byte[] bytes) =>
        string.IsNullOrWhiteSpace(paper.Text)
            ? throw new PaperException(
                source,
                "it holds no text",
                "A scanned paper needs character recognition first; an empty one can be left out."
            )
            : paper with
            {
                Head = paper.Head with
                {
                    Hash = paper.Head.Hash ?? Convert.ToHexStringLower(SHA256.HashData(bytes)),
                    Source = paper.Head.Source ?? source,
                },
            };

    private async Task<byte[]> BytesAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var file = new FileInfo(path);
            if (file.Length == 0)
            {
                throw new PaperException(path, "it is empty", "Leave it out, or fetch it again.");
            }

            return file.Length <= limit
                ? await File.ReadAllBytesAsync(path, cancellation)
                : throw new PaperException(path, $"it has {file.Length} bytes, more than the limit of {limit}", "Cut it into its papers.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PaperException(path, "it cannot be read", $"The system says: {e.Message}", e);
        }
    }
}
