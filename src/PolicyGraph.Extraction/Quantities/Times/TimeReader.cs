using PolicyGraph.Extraction.Quantities.Numerals;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>
/// Reads a time at a position: 2019年1—11月, 一九八八年五月三日, 今年1-9月份, 去年同期, 前三季度, 9月2日至7日, “十三五”期间, 2021-2023年,
/// 近五年, 日前. Forms follow GB/T 7408.1 and GB/T 15835-2011.
/// </summary>
internal static class TimeReader
{
    /// <param name="text">The squeezed text.</param>
    /// <param name="at">Where the time begins.</param>
    /// <param name="time">Set where one is read.</param>
    /// <param name="opensLine">True where a line begins here: the digit before belongs to another number.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, out RawTime time, bool opensLine = false)
    {
        var c = text[at];
        time = default;
        if (at > 0 && !opensLine && (char.IsAsciiDigit(text[at - 1]) || (char.IsAsciiDigit(c) && text[at - 1] == '.')))
        {
            return false;
        }

        if (char.IsAsciiDigit(c) || Digits.OfWord(c) >= 0 || c == '十')
        {
            return PlanPeriods.TryRead(text, at, out time)
                || YearTimes.TryRead(text, at, out time)
                || MonthTimes.TryRead(text, at, new(0, YearKind.Inherited), at, out time)
                || SpanTimes.TryRead(text, at, out time);
        }

        return c == '“' ? PlanPeriods.TryRead(text, at, out time) : TryWord(text, at, out time);
    }

    private static bool TryWord(ReadOnlySpan<char> text, int at, out RawTime time)
    {
        if (TimeWords.Table.TryAt(text, at, out var length, out var word))
        {
            // 建成后年产值 is 后 and 年产值; 至今年三月 is 至 and 今年; in 接待人次年均 the count ends before the year.
            if (
                (
                    text[at..].StartsWith("后年")
                    && at + 2 < text.Length
                    && text[at + 2] is '产' or '销' or '均' or '营' or '税' or '纳' or '上' or '处' or '可' or '新' or '收'
                )
                || (text[at..].StartsWith("至今") && Is(text, at + length, '年'))
                || (text[at..].StartsWith("次年") && Is(text, at + length, '均'))
                || (text[at..].StartsWith("来年") && at > 0 && text[at - 1] is '以' or '年' or '月')
            )
            {
                time = default;
                return false;
            }

            time = word with { Span = new(at, at + length) };
            if (
                word.Shape != TimeShape.Points
                || word.From.Month != 0
                || !MonthTimes.TryRead(text, at + length, word.From, at, out var finer)
            )
            {
                return true;
            }

            time = finer with { Rule = word.Rule };
            return true;
        }

        return MonthTimes.TryRead(text, at, new(0, YearKind.Inherited), at, out time) || SpanTimes.TryRead(text, at, out time);
    }

    /// <summary>
    /// A whole number of at most four digits, or in words; moves past it. False, and nothing moved, where it is none or out of bounds.
    /// </summary>
    internal static bool TryWhole(ReadOnlySpan<char> text, ref int at, int low, int high, out int value)
    {
        var end = at;
        value = 0;
        for (; end < text.Length && end - at < 4 && char.IsAsciiDigit(text[end]); end++)
        {
            value = (value * 10) + (text[end] - '0');
        }

        if (end == at && !TryWords(text, ref end, out value))
        {
            return false;
        }

        if (value < low || value > high)
        {
            return false;
        }

        at = end;
        return true;
    }

    private static bool TryWords(ReadOnlySpan<char> text, ref int at, out int value)
    {
        var start = at;
        value = 0;
        var sum = 0;
        for (; at < text.Length && at - start < 3; at++)
        {
            if (text[at] == '十')
            {
                sum = sum == 0 ? 10 : sum * 10;
            }
            else if (Digits.OfWord(text[at]) is >= 0 and var digit && (at == start || text[at - 1] == '十'))
            {
                sum += digit;
            }
            else
            {
                break;
            }
        }

        value = sum;
        return at > start;
    }

    /// <summary>One of the dashes and words that join two ends; moves past it.</summary>
    internal static bool TryConnector(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && at - start < 2 && text[at] is '-' or '—' or '~')
        {
            at++;
        }

        if (at == start && at < text.Length && text[at] is '至' or '到')
        {
            at++;
        }

        return at > start;
    }

    internal static bool Is(ReadOnlySpan<char> text, int at, char c) => at < text.Length && text[at] == c;

    internal static RawTime Points(int start, int end, TimePoint from, TimePoint? to = null) =>
        new(new TextSpan(start, end), TimeShape.Points, from, to, from.YearKind == YearKind.Absolute ? "time.absolute" : "time.relative");
}
