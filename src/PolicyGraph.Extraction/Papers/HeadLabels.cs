using System.Collections.Immutable;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// The table at the top of a government site's page: 索引号, 发文机关, 发文字号, 成文日期 … with their values beside or below them.
/// Labels are those of <c>head-labels.tsv</c>.
/// </summary>
internal static class HeadLabels
{
    private const int HeadLines = 60;
    private const int LongestAgency = 40;

    /// <summary>What stands behind 时效性 and 效力级别.</summary>
    private static readonly string[] States = ["有效", "失效", "已修改", "已废止", "规范性文件", "规章", "法规", "法律"];

    private static readonly WordList<string> Labels = WordList<string>.Load("head-labels.tsv", row => row[1]);

    /// <summary>
    /// The values under their fields (agency, number, written, published, effective, title); empty where the page has no table.
    /// </summary>
    public static ImmutableDictionary<string, TextSpan> Read(Paper paper) => Read(paper, 0, HeadLines);

    /// <summary>The same, of the lines from <paramref name="first"/> to <paramref name="end"/> alone.</summary>
    public static ImmutableDictionary<string, TextSpan> Read(Paper paper, int first, int end)
    {
        var values = ImmutableDictionary.CreateBuilder<string, TextSpan>(StringComparer.Ordinal);
        string? open = null;
        for (var i = first; i < paper.Lines.Count && i < end; i++)
        {
            var line = paper.Lines[i].Span;
            var cells = Cells(paper, line);
            if (cells.Count == 0)
            {
                if (open is not null && !paper.Lines[i].AfterBlank)
                {
                    values.TryAdd(open, line);
                }

                open = null;
                continue;
            }

            foreach (var (field, value) in cells)
            {
                open = value.IsEmpty ? field : null;
                if (!value.IsEmpty)
                {
                    values.TryAdd(field, value);
                }
            }
        }

        return values.ToImmutable();
    }

    /// <summary>True for a line that begins with a label and its value.</summary>
    public static bool IsLabelled(Paper paper, TextSpan line) => Cells(paper, line).Exists(cell => !cell.Value.IsEmpty);

    /// <summary>The labels of a line with what stands after each; none unless the line begins with one.</summary>
    private static List<(string Field, TextSpan Value)> Cells(Paper paper, TextSpan line)
    {
        List<(string Field, int Label, int Value)>? found = null;
        for (var at = line.Start; at < line.End; at++)
        {
            if (
                (at == line.Start || paper.Source.GapBefore(at) != Gap.None || paper.Text[at - 1] is '|' or '【')
                && TryLabel(paper, line, at, out var field, out var after)
            )
            {
                (found ??= []).Add((field, at, after));
                at = after - 1;
            }
            else if (at == line.Start && paper.Text[at] is not ('【' or '|' or '-' or '•' or '·' or '●'))
            {
                return [];
            }
        }

        return found is null ? [] : Values(paper.Text, line, found);
    }

    private static List<(string Field, TextSpan Value)> Values(
        string text,
        TextSpan line,
        List<(string Field, int Label, int Value)> found
    ) => [.. found.Select((cell, i) => (cell.Field, Trim(text, new(cell.Value, i + 1 < found.Count ? found[i + 1].Label : line.End))))];

    /// <summary>A value without the rules of its table.</summary>
    private static TextSpan Trim(string text, TextSpan value)
    {
        var (start, end) = (value.Start, value.End);
        while (start < end && text[start] is '|' or '】')
        {
            start++;
        }

        while (end > start && text[end - 1] is '|' or '【' or '-')
        {
            end--;
        }

        return new(start, end);
    }

    /// <summary>A label stands before a colon, or alone in its cell.</summary>
    private static bool TryLabel(Paper paper, TextSpan line, int at, out string field, out int after)
    {
        after = at;
        if (!Labels.TryAt(paper.Text, at, out var length, out field))
        {
            return false;
        }

        after = at + length;
        if (after < line.End && paper.Text[after] is '：' or '】')
        {
            after++;
            return true;
        }

        return after == line.End
            || paper.Source.GapBefore(after) == Gap.Space
            || at == line.Start && IsValue(paper.Text[after..line.End], field);
    }

    /// <summary>发文机关国务院, 发文日期1992年5月9日: a value that only its shape sets apart from its label.</summary>
    private static bool IsValue(string words, string field) =>
        field switch
        {
            "number" => DocumentNumbers.Find(words, out _, out _) is not null,
            "written" or "published" or "effective" => Articles.LineShapes.IsDate(words),
            "agency" => words.Length <= LongestAgency && Signature.IsOffice(words),
            "status" => words.EndsWithAny(States),
            _ => false,
        };
}
