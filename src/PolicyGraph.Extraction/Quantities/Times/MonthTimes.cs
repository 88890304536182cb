namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>Months and days, after a year or alone: 1—11月, 9月份, 9月2日至7日, 前三季度, 前11个月, 18日上午.</summary>
internal static class MonthTimes
{
    private const int LongestGloss = 14;
    private const string AfterLoneDay = "上下中晚早，至在—-~、召举发正开闭凌";

    /// <param name="year">The year already read, or one to be inherited.</param>
    /// <param name="start">Where the whole time begins; equal to <paramref name="at"/> where no year was read.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, TimePoint year, int start, out RawTime time)
    {
        if (TryPart(text, at, year, start, out time))
        {
            return true;
        }

        var end = at;
        if (!TimeReader.TryWhole(text, ref end, 1, 31, out var first))
        {
            return false;
        }

        if (TimeReader.Is(text, end, '月') && first <= 12)
        {
            return TryAfterMonth(text, start, end + 1, year with { Month = first }, out time);
        }

        if (TimeReader.Is(text, end, '日') && start == at && char.IsAsciiDigit(text[at]))
        {
            return TryLoneDay(text, start, end + 1, year with { Day = first }, out time);
        }

        return TryMonthSpan(text, start, end, year, first, out time);
    }

    private static bool TryMonthSpan(ReadOnlySpan<char> text, int start, int at, TimePoint year, int first, out RawTime time)
    {
        time = default;
        if (
            !TimeReader.TryConnector(text, ref at)
            || !TimeReader.TryWhole(text, ref at, 1, 12, out var last)
            || !TimeReader.Is(text, at, '月')
            || last <= first
        )
        {
            return false;
        }

        time = TimeReader.Points(
            start,
            at + 1 + (TimeReader.Is(text, at + 1, '份') ? 1 : 0),
            year with
            {
                Month = first,
            },
            year with
            {
                Month = last,
            }
        );
        return true;
    }

    /// <summary>上半年, 一季度, 前三季度, 前11个月.</summary>
    private static bool TryPart(ReadOnlySpan<char> text, int at, TimePoint year, int start, out RawTime time)
    {
        time = default;
        if (TimeWords.PartsOfYear.TryAt(text, at, out var length, out var part))
        {
            var ends = at + length < text.Length && text[at + length] is '末' or '底';
            time = ends
                ? TimeReader.Points(start, at + length + 1, year with { Month = part.Last, Day = TimePoint.MonthEnd })
                : TimeReader.Points(start, at + length, year with { Month = part.First }, year with { Month = part.Last });
            return true;
        }

        var end = at + 1;
        if (
            !TimeReader.Is(text, at, '前')
            || !TimeReader.TryWhole(text, ref end, 2, 11, out var months)
            || !(text[end..].StartsWith("个月") || text[end..].StartsWith("月"))
        )
        {
            return false;
        }

        time = TimeReader.Points(start, end + (text[end] == '个' ? 2 : 1), year with { Month = 1 }, year with { Month = months });
        return true;
    }

    private static bool TryAfterMonth(ReadOnlySpan<char> text, int start, int at, TimePoint month, out RawTime time)
    {
        if (at < text.Length && text[at] is '底' or '末')
        {
            time = TimeReader.Points(start, at + 1, month with { Day = TimePoint.MonthEnd });
            return true;
        }

        var end = at;
        if (TimeReader.TryWhole(text, ref end, 1, 31, out var day))
        {
            if (TimeReader.Is(text, end, '日') || TimeReader.Is(text, end, '号'))
            {
                return TryEnd(text, start, end + 1, month with { Day = day }, out time);
            }

            // 9月17-20日: both days share one 日.
            if (
                TimeReader.TryConnector(text, ref end)
                && TimeReader.TryWhole(text, ref end, day + 1, 31, out var last)
                && TimeReader.Is(text, end, '日')
            )
            {
                time = TimeReader.Points(start, end + 1, month with { Day = day }, month with { Day = last });
                return true;
            }
        }

        at += TimeReader.Is(text, at, '份') ? 1 : 0;
        return TryEnd(text, start, at, month, out time);
    }

    private static bool TryLoneDay(ReadOnlySpan<char> text, int start, int at, TimePoint day, out RawTime time)
    {
        time = default;
        return at < text.Length
            && AfterLoneDay.Contains(text[at])
            && !text[at..].StartsWith("以")
            && TryEnd(text, start, at, day, out time);
    }

    /// <summary>What may follow the first end: 至7日, -10月7日, 至次年3月, or nothing.</summary>
    private static bool TryEnd(ReadOnlySpan<char> text, int start, int at, TimePoint from, out RawTime time)
    {
        var end = from.Day > 0 ? AfterGloss(text, at) : at;
        time = TimeReader.Points(start, end, from);
        if (!TimeReader.TryConnector(text, ref end))
        {
            return true;
        }

        var to = from;
        var first = 0;
        if (TimeReader.TryWhole(text, ref end, 1840, 2100, out var year) && TimeReader.Is(text, end, '年'))
        {
            to = to with { Year = year, YearKind = YearKind.Absolute };
            end++;
            first = -1;
        }

        if (!TimeReader.TryWhole(text, ref end, 1, 31, out var number))
        {
            return true;
        }

        if (TimeReader.Is(text, end, '月') && number <= 12)
        {
            end++;
            var day = end;
            to = to with { Month = number, Day = 0 };
            if (from.Day > 0 && TimeReader.TryWhole(text, ref day, 1, 31, out var last) && TimeReader.Is(text, day, '日'))
            {
                (to, end) = (to with { Day = last }, day + 1);
            }
        }
        else if (TimeReader.Is(text, end, '日') && from.Day > 0 && first == 0)
        {
            (to, end) = (to with { Day = number }, end + 1);
        }
        else
        {
            return true;
        }

        time = TimeReader.Points(start, to.Day > 0 ? AfterGloss(text, end) : end, from, to);
        return true;
    }

    /// <summary>
    /// 5月1日（星期四）, 1月28日（农历除夕、周二）: the weekday in brackets belongs to the day; （周边） and （周期三年） do not.
    /// </summary>
    private static int AfterGloss(ReadOnlySpan<char> text, int at)
    {
        if (!TimeReader.Is(text, at, '（'))
        {
            return at;
        }

        var gloss = text.Slice(at + 1, Math.Min(LongestGloss, text.Length - at - 1));
        var close = gloss.IndexOf('）');
        return
            close > 1
            && gloss[close - 1] is '一' or '二' or '三' or '四' or '五' or '六' or '日' or '天'
            && (gloss[close - 2] == '周' || gloss[..(close - 1)].EndsWith("星期"))
            ? at + close + 2
            : at;
    }
}
