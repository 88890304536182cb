using PolicyGraph.Extraction.Quantities.Times;

namespace PolicyGraph.Extraction.Articles;

/// <summary>
/// The year in which a text without a date of its own was written: the latest that it names more than once, else the latest that it names;
/// years that it looks forward to (到2025年, 2021—2023年, 2030年前, 如果2025年) or only measures against (比2016年, 2016年同期,
/// 是2016年的2倍, 由2016年的8亿元) left out.
/// </summary>
public static class ArticleYear
{
    private const int First = 1949;
    private const int Last = 2099;

    /// <returns>Four digits, or null where the text names no year.</returns>
    public static string? Find(ReadOnlySpan<char> text) => Find(text, isPresent: true) ?? Find(text, isPresent: false);

    /// <param name="text">The text.</param>
    /// <param name="isPresent">Leaves years out that something began in (自2015年以来).</param>
    private static string? Find(ReadOnlySpan<char> text, bool isPresent)
    {
        Span<byte> counts = stackalloc byte[Last - First + 1];
        counts.Clear();
        Span<bool> deadlines = stackalloc bool[Last - First + 1];
        deadlines.Clear();
        for (var at = NextDigit(text, 0); at + 4 < text.Length; at = NextDigit(text, at))
        {
            var digits = text[at..].IndexOfAnyExceptInRange('0', '9');
            if (digits == 4 && int.Parse(text.Slice(at, 4)) is >= First and <= Last and var year)
            {
                deadlines[year - First] |= isPresent && IsDeadline(text, at);
                counts[year - First] += (byte)(
                    counts[year - First] < byte.MaxValue && IsYear(text, at) && !(isPresent && at > 0 && text[at - 1] == '自') ? 1 : 0
                );
            }

            at += digits < 0 ? text.Length - at : digits;
        }

        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = deadlines[i] ? (byte)0 : counts[i];
        }

        var named = counts.LastIndexOfAnyExcept((byte)0, (byte)1);
        named = named < 0 ? counts.LastIndexOfAnyExcept((byte)0) : named;
        return named < 0 ? null : (First + named).ToString();
    }

    private static int NextDigit(ReadOnlySpan<char> text, int from) =>
        text[from..].IndexOfAnyInRange('0', '9') is >= 0 and var at ? from + at : text.Length;

    private static bool IsYear(ReadOnlySpan<char> text, int at)
    {
        var before = at == 0 ? ' ' : text[at - 1];
        var after = text[at + 4];
        return after is '年' or '）' or >= '\u4e00' and <= '\u9fff'
            && !NamedYears.IsCounted(after)
            && before is not ('—' or '-' or '~' or '.' or '比' or '较')
            && !IsAhead(text, at)
            && !(before is '是' or '由' or '从' && text[(at + 4)..].StartsWith("年的"))
            && !text[(at + 4)..].StartsWith("年同期")
            && (at + 5 >= text.Length || after != '年' || text[at + 5] is not ('前' or '末' or '力'));
    }

    /// <summary>到2025年: the year is ahead wherever it is named; not 2021年到2025年, where it ends a span.</summary>
    private static bool IsDeadline(ReadOnlySpan<char> text, int at) =>
        at > 1 && text[at - 1] == '到' && text[at - 2] != '年' && !TimeRoles.IsMovement(text[..(at - 1)]);

    /// <summary>到2025年, 2025年底前, 如果2025年; but not 增加到2015年的8亿元, which is reached.</summary>
    private static bool IsAhead(ReadOnlySpan<char> text, int at) =>
        at > 0 && text[at - 1] is '到' or '至' && !TimeRoles.IsMovement(text[..(at - 1)])
        || text[..at].EndsWith("如果")
        || text[(at + 4)..].StartsWith("年底前");
}
