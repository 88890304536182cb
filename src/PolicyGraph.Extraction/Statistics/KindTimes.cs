using PolicyGraph.Extraction.Quantities;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>How a time stands to the year of the paper that names it: gone by, still to come, or only when a rule begins to hold.</summary>
internal static class KindTimes
{
    /// <summary>1994年5月1日以后销售的货物, 自2019年1月1日起: from when a rule holds tells nothing of what was.</summary>
    public static bool IsEffect(string text, TimeExpression time)
    {
        var after = text.AsSpan(time.Span.End, Math.Min(2, text.Length - time.Span.End));
        return after.Length > 0 && (after is "以后" or "之后" or "之前" or "以前" or "（含" || after[0] is '后' or '起' or '前');
    }

    /// <summary>A deadline after the paper's year; in a plan or notice, which lays down what is yet to do, in that year too.</summary>
    public static bool IsAhead(TimeExpression time, ArticleFrame frame) =>
        YearOf(time) is > 0 and var year
        && (frame.Year == 0 || year > frame.Year - (frame.Rules is RuleKind.Plan or RuleKind.Notice ? 1 : 0));

    /// <summary>
    /// Before the paper's year or, where that is unknown, before the first of its plan's years; false where neither is known.
    /// </summary>
    public static bool IsPast(TimeExpression time, ArticleFrame frame) => IsPast(time.Period, frame);

    /// <param name="period">ISO, or null.</param>
    public static bool IsPast(string? period, ArticleFrame frame) =>
        YearOf(period) is > 0 and var year && year < (frame.Year > 0 ? frame.Year : FirstPlanned(frame));

    /// <summary>
    /// After the paper's year or, where that is unknown, from the first of its plan's years on: nothing that is, is of then.
    /// </summary>
    /// <param name="period">ISO, or null.</param>
    public static bool IsToCome(string? period, ArticleFrame frame) =>
        YearOf(period) is > 0 and var year
        && (frame.Year > 0 ? year > frame.Year : FirstPlanned(frame) is > 0 and var first && year >= first);

    private static int FirstPlanned(ArticleFrame frame) =>
        frame is { Rules: RuleKind.Plan, Target: { Length: 9 } span } && int.TryParse(span.AsSpan(0, 4), out var first) ? first : 0;

    /// <summary>The year that a time ends in, 0 where unknown.</summary>
    public static int YearOf(TimeExpression time) => YearOf(time.Period);

    private static int YearOf(string? period) =>
        period is { Length: >= 4 } && int.TryParse(period.AsSpan(period.LastIndexOf('/') + 1, 4), out var year) ? year : 0;
}
