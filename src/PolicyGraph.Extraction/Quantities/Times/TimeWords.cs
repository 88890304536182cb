using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>
/// The words that name a time without a number: <c>time-words.tsv</c> (今年, 去年同期, 日前) and <c>parts-of-year.tsv</c> (上半年,
/// 前三季度).
/// </summary>
internal static class TimeWords
{
    public static WordList<RawTime> Table { get; } = WordList<RawTime>.Load("time-words.tsv", columns => Parse(columns[1], columns[2]));

    public static WordList<(int First, int Last)> PartsOfYear { get; } =
        WordList<(int, int)>.Load("parts-of-year.tsv", columns => (int.Parse(columns[1]), int.Parse(columns[2])));

    /// <summary>A word's time, its span still empty.</summary>
    private static RawTime Parse(string shape, string offset) =>
        shape switch
        {
            "year" => Of(TimeShape.Points, Year(offset)),
            "yearend" => Of(TimeShape.Points, Year(offset) with { Month = 12, Day = TimePoint.MonthEnd }),
            "yearstart" => Of(TimeShape.Points, Year(offset) with { Month = 1 }),
            "month" => Of(TimeShape.MonthOffset, new(0, YearKind.Relative, Month: int.Parse(offset))),
            "samemonth" => Of(TimeShape.SameMonth, new(0, YearKind.Inherited)),
            "day" => Of(TimeShape.DayOffset, new(0, YearKind.Relative, Day: int.Parse(offset))),
            "sameday" => Of(TimeShape.SamePeriod, new(0, YearKind.Inherited)),
            "sameperiod" => Of(TimeShape.SamePeriod, new(int.Parse(offset), YearKind.Relative)),
            "open" => Of(TimeShape.Open, default),
            _ => throw new InvalidDataException($"time-words.tsv: '{shape}' is no shape of a time."),
        };

    private static RawTime Of(TimeShape shape, TimePoint from) =>
        new(default, shape, from, Rule: shape == TimeShape.Open ? "time.open" : "time.relative");

    private static TimePoint Year(string offset) =>
        offset switch
        {
            "same" => new(0, YearKind.Inherited),
            "next" => new(1, YearKind.Inherited),
            _ => new(int.Parse(offset), YearKind.Relative),
        };
}
