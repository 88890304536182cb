using PolicyGraph.Extraction.Quantities.Numerals;

namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>
/// Times that begin with a year of four digits: 2019年, 2021—2023年, 2021年9月9日, 2020年底, 2021-09-02, 二〇二一年, 20世纪90年代.
/// </summary>
internal static class YearTimes
{
    private const int Earliest = 1840;
    private const int Latest = 2100;

    public static bool TryRead(ReadOnlySpan<char> text, int at, out RawTime time)
    {
        time = default;
        if (TryDecade(text, at, out time))
        {
            return true;
        }

        var end = at;
        if (!TryYear(text, ref end, out var year))
        {
            return false;
        }

        if (TimeReader.Is(text, end, '年') && !TimeReader.Is(text, end + 1, '代'))
        {
            return TryAfterYear(text, at, end + 1, year, out time);
        }

        return TryYearSpan(text, at, end, year, out time) || TryNumeric(text, at, end, year, out time);
    }

    private static bool TryYear(ReadOnlySpan<char> text, ref int at, out int year)
    {
        year = 0;
        if (at + 4 > text.Length)
        {
            return false;
        }

        for (var i = at; i < at + 4; i++)
        {
            var digit = char.IsAsciiDigit(text[i]) ? text[i] - '0' : Digits.OfWord(text[i]);
            if (digit < 0 || char.IsAsciiDigit(text[i]) != char.IsAsciiDigit(text[at]))
            {
                return false;
            }

            year = (year * 10) + digit;
        }

        at += 4;
        return year is >= Earliest and <= Latest && (at >= text.Length || !char.IsAsciiDigit(text[at]));
    }

    private static bool TryAfterYear(ReadOnlySpan<char> text, int start, int at, int year, out RawTime time)
    {
        var point = new TimePoint(year, YearKind.Absolute);
        if (MonthTimes.TryRead(text, at, point, start, out time))
        {
            return true;
        }

        if (at < text.Length && text[at] is '底' or '末' || text[at..].StartsWith("年底") || text[at..].StartsWith("年末"))
        {
            time = TimeReader.Points(start, at + (text[at] == '年' ? 2 : 1), point with { Month = 12, Day = TimePoint.MonthEnd });
            return true;
        }

        var next = at;
        if (
            TimeReader.TryConnector(text, ref next)
            && TryYear(text, ref next, out var last)
            && TimeReader.Is(text, next, '年')
            && last > year
        )
        {
            time = TimeReader.Points(start, next + 1, point, new(last, YearKind.Absolute));
            return true;
        }

        var end =
            at
            + (
                TimeReader.Is(text, at, '度') || text[at..].StartsWith("全年")
                    ? text[at] == '度'
                        ? 1
                        : 2
                    : 0
            );
        time = TimeReader.Points(start, end, TimeReader.Is(text, at, '初') ? point with { Month = 1 } : point);
        return true;
    }

    private static bool TryYearSpan(ReadOnlySpan<char> text, int start, int at, int year, out RawTime time)
    {
        time = default;
        if (
            !TimeReader.TryConnector(text, ref at)
            || !TryYear(text, ref at, out var last)
            || last <= year
            || !TimeReader.Is(text, at, '年')
        )
        {
            return false;
        }

        time = TimeReader.Points(
            start,
            at + 1 + (TimeReader.Is(text, at + 1, '度') ? 1 : 0),
            new(year, YearKind.Absolute),
            new(last, YearKind.Absolute)
        );
        return true;
    }

    /// <summary>2021-09-02, 2021.9.2, 2021/9/2; a year and month alone are too like a code.</summary>
    private static bool TryNumeric(ReadOnlySpan<char> text, int start, int at, int year, out RawTime time)
    {
        time = default;
        if (at >= text.Length || text[at] is not ('-' or '.' or '/'))
        {
            return false;
        }

        var sign = text[at++];
        if (
            !TimeReader.TryWhole(text, ref at, 1, 12, out var month)
            || !TimeReader.Is(text, at++, sign)
            || !TimeReader.TryWhole(text, ref at, 1, 31, out var day)
            || (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
        )
        {
            return false;
        }

        time = TimeReader.Points(start, at, new(year, YearKind.Absolute, month, day));
        return true;
    }

    private static bool TryDecade(ReadOnlySpan<char> text, int at, out RawTime time)
    {
        time = default;
        var rest = text[at..];
        var century =
            rest.StartsWith("20世纪") ? 4
            : rest.StartsWith("二十世纪") ? 4
            : 0;
        var end = at + century;
        if (
            century == 0
            || !TimeReader.TryWhole(text, ref end, 10, 90, out var decade)
            || decade % 10 != 0
            || !text[end..].StartsWith("年代")
        )
        {
            return false;
        }

        time = TimeReader.Points(at, end + 2, new(1900 + decade, YearKind.Absolute), new(1909 + decade, YearKind.Absolute));
        return true;
    }
}
