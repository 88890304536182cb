namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>
/// The year that a paper without a date of its own speaks in: the one that it names most, the earlier of two named alike. Years that it
/// looks forward to (到2030年) or that something began in (自2006年以来) are none.
/// </summary>
internal static class NamedYears
{
    private const int Earliest = 1980;
    private const int Latest = 2100;
    private const string Counted =
        "万亿千百余多个家人元名项台吨公平立亩米辆件种户次天小所座场位条款页届号册本度分岁克升瓦兆头只株套批艘架处间";

    /// <summary>
    /// True where what stands after four digits says that they count something: 2000亿元 and 2050家 are no years, 2021世界大会 may be.
    /// </summary>
    public static bool IsCounted(char after) => Counted.Contains(after);

    /// <summary>2015年以来, 2019年同期, 2017—|2021年: from when, held against what, the first of two.</summary>
    private static bool IsPassed(ReadOnlySpan<char> after) =>
        after.StartsWith("年以来")
        || after.StartsWith("年同期")
        || (after.Length > 4 && after[0] is '-' or '—' or '~' && IsYear(after[1..]));

    private static bool IsYear(ReadOnlySpan<char> run) =>
        run.Length > 4 && run[..4].IndexOfAnyExceptInRange('0', '9') < 0 && run[4] == '年';

    /// <returns>0 where the text names none.</returns>
    public static int Most(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Latest - Earliest];
        counts.Clear();
        for (var i = 0; text[i..].IndexOfAnyInRange('0', '9') is >= 0 and var next; )
        {
            var run = text[(i + next)..].IndexOfAnyExceptInRange('0', '9');
            run = run < 0 ? text.Length - i - next : run;
            i += next + run;
            if (
                run == 4
                && !(i < text.Length && IsCounted(text[i]))
                && (i < 5 || text[i - 5] is not ('到' or '至' or '自' or '从' or '较' or '比'))
                && !IsPassed(text[i..])
                && int.Parse(text.Slice(i - 4, 4)) is >= Earliest and < Latest and var year
            )
            {
                counts[year - Earliest]++;
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return counts[best] > 0 ? Earliest + best : 0;
    }
}
