using System.Globalization;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// The line with which a page of a programme or periodical begins, its name and its day in one (《晚间新闻》 (20230525)): the day of all that
/// it tells.
/// </summary>
internal static class IssueLine
{
    private const int Longest = 40;
    private const int DayLength = 8;

    /// <summary>The ISO day of the paper's first line; null where that is no such line.</summary>
    public static string? Day(Paper paper)
    {
        if (paper.Lines.Count == 0)
        {
            return null;
        }

        var span = paper.Lines[0].Span;
        var line = paper.Text.AsSpan(span.Start, span.Length);
        return
            line.Length <= Longest
            && line[0] == '《'
            && line.IndexOf("》（") is > 1 and var close
            && line[(close + 2)..] is { Length: DayLength + 1 } day
            && day[DayLength] == '）'
            && DateOnly.TryParseExact(day[..DayLength], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issued)
            ? issued.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }
}
