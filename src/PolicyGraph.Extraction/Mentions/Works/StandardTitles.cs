using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// The title of a numbered standard: in 《》 beside its number, after it on its line, on the line below it on a cover, or before the words
/// that number it (现批准《X》为国家标准，编号为N).
/// </summary>
internal static class StandardTitles
{
    /// <summary>The rule of a mention by title.</summary>
    public const string Rule = "standard.title";

    private const int LongestTitle = 60;
    private const int NumberedReach = 40;

    private static readonly string[] Columns =
    [
        "起草",
        "主要起草",
        "归口",
        "代替",
        "主编",
        "参编",
        "发布日期",
        "实施日期",
        "主管部门",
        "提出单位",
        "采用",
    ];
    private static readonly Terms Prefixes = Terms.Load("standard-prefixes.tsv");

    /// <summary>The title beside a number: in 《》 on either side, or the rest of a line that the number opens.</summary>
    public static TextSpan? Beside(Paper paper, TextSpan number)
    {
        var text = paper.Text;
        if (number.End < text.Length && text[number.End] == '《' && BookMarks.Close(text, number.End) is var close and > 0)
        {
            return new(number.End, close);
        }

        var before = number.Start - 1 - (number.Start > 0 && text[number.Start - 1] == '（' ? 1 : 0);
        if (before >= 0 && text[before] == '》' && BookMarks.Open(text, before) is var open and >= 0)
        {
            return new(open, before + 1);
        }

        if (Numbered(text, number.Start) is { } numbered)
        {
            return numbered;
        }

        if (!OpensLine(paper, number.Start) || number.End >= text.Length || paper.Source.GapBefore(number.End) is Gap.None)
        {
            return null;
        }

        if (paper.Source.GapBefore(number.End) != Gap.Space)
        {
            return OnCover(paper, number.End);
        }

        var end = number.End;
        while (end < text.Length && end - number.End < LongestTitle && !EndsTitle(paper, end))
        {
            end++;
        }

        return end - number.End >= 4 ? new(number.End, end) : null;
    }

    /// <summary>《X》为国家标准，编号为N: a number that the sentence gives to a title.</summary>
    private static TextSpan? Numbered(string text, int number)
    {
        var from = Math.Max(0, number - NumberedReach);
        var before = text.AsSpan(from, number - from);
        var close = before.EndsWith("编号为") || before.EndsWith("编号是") || before.EndsWith("编号") ? before.LastIndexOf('》') : -1;
        var isGiven = close >= 0 && before[close..].Contains("标准", StringComparison.Ordinal) && !before[close..].ContainsAny("。；《");
        return isGiven && BookMarks.Open(text, from + close) is var open and >= 0 ? new(open, from + close + 1) : null;
    }

    /// <summary>
    /// A standard's cover has the number on a line, the title on the next and the day of issue (2025-05-30发布) on the one after.
    /// </summary>
    private static TextSpan? OnCover(Paper paper, int start)
    {
        var end = LineEnd(paper, start);
        var day = paper.Text.AsSpan(end, LineEnd(paper, end) - end);
        var isCover =
            end - start is >= 4 and < LongestTitle
            && !paper.Text.AsSpan(start, end - start).ContainsAny("。；，：")
            && day.EndsWith("发布")
            && char.IsAsciiDigit(day[0]);
        return isCover ? new(start, end) : null;
    }

    private static int LineEnd(Paper paper, int at)
    {
        while (at < paper.Text.Length && (++at == paper.Text.Length || paper.Source.GapBefore(at) < Gap.Line)) { }

        return at;
    }

    private static bool EndsTitle(Paper paper, int at) =>
        paper.Text[at] is '。' or '；' or '，' or '、'
        || paper.Text.AsSpan(at).StartsWith("（代替")
        || paper.Source.GapBefore(at) is var gap && (gap == Gap.Line || (gap == Gap.Space && IsColumn(paper.Text.AsSpan(at))));

    // What a list of standards says behind the title, on the same line: another number, a day, a word.
    private static bool IsColumn(ReadOnlySpan<char> rest) =>
        rest.StartsWithAny(Columns)
        || Days.TryRead(rest, out _, out _)
        || Prefixes.At(rest, 0) is { Found: true } prefix && rest[prefix.Length..].IndexOfAnyInRange('0', '9') is 0 or 1 or 2;

    private static bool OpensLine(Paper paper, int at)
    {
        var text = paper.Text;
        while (
            at > 0
            && paper.Source.GapBefore(at) != Gap.Line
            && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '、' or '（' or '）')
        )
        {
            at--;
        }

        return paper.Source.GapBefore(at) == Gap.Line;
    }
}
