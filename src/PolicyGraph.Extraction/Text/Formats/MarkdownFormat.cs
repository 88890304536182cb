using System.Text;
using System.Text.RegularExpressions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>.md (CommonMark with tables): the text without its marks; a table's row becomes a line with tabs between the cells.</summary>
internal sealed partial class MarkdownFormat : OnePaperFormat
{
    protected override Task<SourcePaper> ReadOneAsync(PaperFile file, CancellationToken cancellation) =>
        Task.FromResult(new SourcePaper(Plain(TextDecoder.Decode(file.Path, file.Bytes)), new DocumentHead()));

    private static string Plain(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        foreach (var line in markdown.AsSpan().EnumerateLines())
        {
            var bare = line.ToString();
            if (!TableRule().IsMatch(bare) && !bare.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                text.Append(Line(bare)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Line(string line)
    {
        var bare = Marks().Replace(Links().Replace(line, "${text}"), "");
        bare = Prefix().Replace(bare, "");
        return bare.StartsWith('|') ? bare.Trim('|').Replace("|", "\t", StringComparison.Ordinal) : bare;
    }

    /// <summary>|---|:--:|; not a row of a table.</summary>
    [GeneratedRegex(
        "^\\s*\\|?\\s*:?-{3,}:?\\s*(\\|\\s*:?-{3,}:?\\s*)*\\|?\\s*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant
    )]
    private static partial Regex TableRule();

    /// <summary>[某办法](某地址) and ![图](某地址); not a bracket alone.</summary>
    [GeneratedRegex("!?\\[(?<text>[^\\[\\]]*)\\]\\([^()\\s]*\\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Links();

    /// <summary>** and ` and __; a single * or _ may be meant.</summary>
    [GeneratedRegex("\\*\\*|__|`", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    /// <summary>## and > at a line's start; not 5# or a > b.</summary>
    [GeneratedRegex("^\\s{0,3}(#{1,6}\\s+|>\\s?)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
