using System.Globalization;

namespace PolicyGraph.Store.Facts;

/// <summary>
/// The days that an ISO period of a record covers: <c>2019</c> is 2019-01-01 to 2019-12-31, <c>2019-01/2019-11</c> is 2019-01-01 to
/// 2019-11-30. Both ends are inclusive and written as ISO days, which compare as text.
/// </summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public readonly record struct Period(DateOnly First, DateOnly Last)
{
    /// <summary>The first day in ISO form.</summary>
    public string Start => Iso(First);

    /// <summary>The last day in ISO form.</summary>
    public string End => Iso(Last);

    /// <summary>False where <paramref name="text"/> is no year, month, day, or interval of two of them in order.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        var slash = text.IndexOf('/');
        var first = slash < 0 ? text : text[..slash];
        var last = slash < 0 ? text : text[(slash + 1)..];
        period = default;
        if (!TryDays(first, out var start, out _) || !TryDays(last, out _, out var end) || end < start)
        {
            return false;
        }

        period = new Period(start, end);
        return true;
    }

    private static bool TryDays(ReadOnlySpan<char> text, out DateOnly first, out DateOnly last)
    {
        first = last = default;
        if (!TryNumber(text, 0, 4, out var year) || year < 1)
        {
            return false;
        }

        switch (text.Length)
        {
            case 4:
                first = new DateOnly(year, 1, 1);
                last = new DateOnly(year, 12, 31);
                return true;
            case 7 when text[4] == '-' && TryNumber(text, 5, 2, out var month) && month is >= 1 and <= 12:
                first = new DateOnly(year, month, 1);
                last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
                return true;
            case 10 when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first):
                last = first;
                return true;
            default:
                return false;
        }
    }

    private static bool TryNumber(ReadOnlySpan<char> text, int at, int digits, out int number)
    {
        number = 0;
        return text.Length >= at + digits
            && int.TryParse(text.Slice(at, digits), NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static string Iso(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
