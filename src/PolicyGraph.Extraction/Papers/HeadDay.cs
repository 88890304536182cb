using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// The day that a line of a news report's head bears: alone, behind the name of the paper or site, among labels (来源：某报 2024-05-18
/// 作者：甲). A day that a headline speaks of (2024年5月18日起施行) is none: it is not set apart from the words round it.
/// </summary>
internal static class HeadDay
{
    private const int LongestLine = 60;

    /// <summary>ISO day, or the month that is all of the line (2018-09); null where the line bears none.</summary>
    public static string? Of(Paper paper, TextSpan line)
    {
        if (line.Length > LongestLine || paper.Text.AsSpan(line.Start, line.Length).ContainsAny("。，；！？"))
        {
            return null;
        }

        if (Days.IsMonth(paper.Text.AsSpan(line.Start, line.Length)))
        {
            return paper.Text.Substring(line.Start, line.Length);
        }

        for (var at = line.Start; at < line.End; at++)
        {
            if (paper.Text[at] is '1' or '2' or '一' or '二' && BeginsApart(paper, line, at) && Read(paper, line, at) is { } day)
            {
                return day;
            }
        }

        return null;
    }

    /// <summary>True for a line that ends with its day: 海州湾新区 2021年10月9日.</summary>
    public static bool Closes(Paper paper, TextSpan line) =>
        (paper.Text[line.End - 1] == '日' || char.IsAsciiDigit(paper.Text[line.End - 1])) && Of(paper, line) is not null;

    private static bool BeginsApart(Paper paper, TextSpan line, int at) =>
        at == line.Start
        || paper.Source.GapBefore(at) != Gap.None
        || paper.Text[at - 1] is '：' or '（' or '|' or '【' or '·'
        || paper.Text[at - 1] is '网' or '报' or '社' or '刊' or '台' && paper.Text.AsSpan(line.Start).StartsWith("来源");

    /// <summary>A day up to the next blank or mark: a time of day behind it (10:30) is no part of it.</summary>
    private static string? Read(Paper paper, TextSpan line, int at)
    {
        var end = at + 1;
        while (end < line.End && paper.Source.GapBefore(end) == Gap.None)
        {
            end++;
        }

        var run = paper.Text.AsSpan(at, end - at);
        return
            Days.TryRead(run, out var length, out var day)
            && (length == run.Length || char.IsAsciiDigit(run[length]) || run[length] is '）' or '】' or '|' or '星' or '第' or '·')
            ? day
            : null;
    }
}
