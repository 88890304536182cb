using System.Globalization;

namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>A day, month or year of the calendar: parts that are not said are 0. Prints as ISO 8601 at its own precision.</summary>
internal readonly record struct CalendarDay(int Year, int Month, int Day) : IComparable<CalendarDay>
{
    /// <summary>Reads <c>2021</c>, <c>2021-11</c> or <c>2021-11-15</c>; anything else gives the empty day.</summary>
    public static CalendarDay Parse(string? iso)
    {
        if (iso is null || iso.Length is not (4 or 7 or 10) || !TryPart(iso, 0, 4, out var year))
        {
            return default;
        }

        var month = iso.Length > 4 && TryPart(iso, 5, 2, out var m) ? m : 0;
        var day = iso.Length > 7 && TryPart(iso, 8, 2, out var d) ? d : 0;
        return new(year, month, day);
    }

    public static bool operator <(CalendarDay left, CalendarDay right) => left.CompareTo(right) < 0;

    public static bool operator >(CalendarDay left, CalendarDay right) => left.CompareTo(right) > 0;

    public static bool operator <=(CalendarDay left, CalendarDay right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CalendarDay left, CalendarDay right) => left.CompareTo(right) >= 0;

    public int CompareTo(CalendarDay other) => (Year, Month, Day).CompareTo((other.Year, other.Month, other.Day));

    /// <summary>The day so many days later; needs a full day.</summary>
    public CalendarDay AddDays(int days)
    {
        var moved = new DateOnly(Year, Month, Day).AddDays(days);
        return new(moved.Year, moved.Month, moved.Day);
    }

    /// <summary>The month so many months later, without a day; needs a month.</summary>
    public CalendarDay AddMonths(int months)
    {
        var moved = new DateOnly(Year, Month, 1).AddMonths(months);
        return new(moved.Year, moved.Month, 0);
    }

    public override string ToString() =>
        Month == 0 ? Year.ToString("D4", CultureInfo.InvariantCulture)
        : Day == 0 ? $"{Year:D4}-{Month:D2}"
        : $"{Year:D4}-{Month:D2}-{Day:D2}";

    private static bool TryPart(string iso, int start, int length, out int value) =>
        int.TryParse(iso.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
