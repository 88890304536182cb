using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>A time as written: what it says of itself, nothing from its surroundings.</summary>
internal readonly record struct RawTime(
    TextSpan Span,
    TimeShape Shape,
    TimePoint From,
    TimePoint? To = null,
    string Rule = "time.absolute"
);

/// <summary>
/// One end of a time. A month or day of 0 is not said; <see cref="MonthEnd"/> stands for the last day of the month, whatever it is.
/// </summary>
/// <param name="Year">The year itself, or an offset from the article's (0 for 今年, -1 for 去年) where <paramref name="YearKind"/> says
/// so.</param>
internal readonly record struct TimePoint(int Year, YearKind YearKind, int Month = 0, int Day = 0)
{
    public const int MonthEnd = 99;
}

/// <summary>Where a point's year comes from.</summary>
internal enum YearKind
{
    /// <summary>Written out.</summary>
    Absolute,

    /// <summary>今年, 去年: counted from the article's year.</summary>
    Relative,

    /// <summary>当年, 同年, and 9月 alone: the year last named, else the article's.</summary>
    Inherited,
}

/// <summary>How the points are to be read.</summary>
internal enum TimeShape
{
    /// <summary>A point, or an interval of two.</summary>
    Points,

    /// <summary>同期: the time named before, one year earlier where its own words say so.</summary>
    SamePeriod,

    /// <summary>今日, 昨日: counted from the article's day; <see cref="TimePoint.Day"/> is the offset.</summary>
    DayOffset,

    /// <summary>本月, 上月: counted from the article's month; <see cref="TimePoint.Month"/> is the offset.</summary>
    MonthOffset,

    /// <summary>当月: the month last named, else the article's.</summary>
    SameMonth,

    /// <summary>五年来, 近三年: <see cref="TimePoint.Year"/> full years up to the article's own.</summary>
    YearsBack,

    /// <summary>近日, 目前, 近年来: left open.</summary>
    Open,
}
