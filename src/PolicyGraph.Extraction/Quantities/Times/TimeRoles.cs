using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Quantities.Times;

/// <summary>Tells from the words around a time what it does in its clause.</summary>
internal static class TimeRoles
{
    /// <summary>The last characters of 上升, 提高, 扩大, 增加, 下降, 延长 before 到 or 至.</summary>
    private const string Movements = "升高大加增降长展低少延推跃";

    private const int LongestTime = 10;

    private static readonly string[] Deadlines = ["到", "至", "力争到", "争取", "力争"];
    private static readonly string[] Bases =
    [
        "比",
        "较",
        "与",
        "同",
        "高于",
        "低于",
        "相较",
        "相比",
        "对比",
        "超过",
        "多于",
        "好于",
        "相比于",
        "以",
    ];

    public static TimeRole Of(ReadOnlySpan<char> text, RawTime time)
    {
        var before = text[..time.Span.Start];
        var after = text[time.Span.End..];
        if (time.Shape == TimeShape.Open)
        {
            return TimeRole.Open;
        }

        if (
            before.EndsWithAny(Bases)
                && (
                    !before.EndsWithAny(["与", "同", "以"])
                    || Near(after, "相比")
                    || Near(after, "为基")
                    || Near(after, "持平")
                    || Near(after, "相当")
                )
            || IsOfPrices(before, after)
            || (before.EndsWithAny(["与", "同", "和"]) && (after.StartsWith("比，") || after.StartsWith("比,") || after.StartsWith("比较")))
            || after.StartsWith("同期的")
            || after.StartsWith("同期水平")
            || IsRecord(before)
            || IsMultipleOf(after)
            || IsSecondBase(before)
        )
        {
            return TimeRole.Base;
        }

        if (before.EndsWith("截至") || before.EndsWith("截止") || before.EndsWith("截止到") || before.EndsWith("截至到"))
        {
            return TimeRole.AsOf;
        }

        if (
            text[time.Span.Start..time.Span.End].EndsWith("”以来")
            || after.StartsWith("以来")
            || after.StartsWith("至今")
            || (before.EndsWithAny(["自", "从", "自从"]) && (Near(after, "以来") || Near(after, "起") || Near(after, "开始")))
        )
        {
            return TimeRole.Since;
        }

        return
            IsDeadline(before)
            || (after.StartsWith("前") && (after.Length < 2 || (!char.IsAsciiDigit(after[1]) && Numerals.Digits.OfWord(after[1]) < 0)))
            || after.StartsWith("之前")
            || after.StartsWith("以前")
            ? TimeRole.By
            : TimeRole.When;
    }

    /// <summary>按1980年不变价格计算, 按2018年平均汇率: in which prices, not when.</summary>
    private static bool IsOfPrices(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        (before.EndsWith("按") || before.EndsWith("按照") || before.EndsWith("以"))
        && (Near(after, "不变价") || Near(after, "可比价") || Near(after, "价格") || Near(after, "汇率") || Near(after, "口径"));

    /// <summary>到2025年, but not 升至2021年的第5位.</summary>
    private static bool IsDeadline(ReadOnlySpan<char> before) =>
        before.EndsWithAny(Deadlines) && (before[^1] is not ('到' or '至') || !IsMovement(before[..^1]));

    /// <summary>增加|到, 升|至: what ends so has moved there; 到 alone sets a deadline.</summary>
    public static bool IsMovement(ReadOnlySpan<char> before) => before.Length > 0 && Movements.Contains(before[^1]);

    /// <summary>比上月末和|上年同期, 低于2018、|2019年水平: the second of two times that the number is held against.</summary>
    private static bool IsSecondBase(ReadOnlySpan<char> before)
    {
        var near = before.EndsWithAny(["和", "与", "、"]) ? before[Math.Max(0, before.Length - LongestTime)..^1] : default;
        var than = Math.Max(near.LastIndexOfAny('比', '较'), Math.Max(near.LastIndexOf("高于"), near.LastIndexOf("低于")));
        return than >= 0
            && near[than..].IndexOfAny('，', '。', '；') < 0
            && (char.IsAsciiDigit(near[^1]) || near[^1] is '年' or '月' or '末' or '底' or '期' or '度');
    }

    /// <summary>低于历史最高年份2015年: the year of a record is only measured against.</summary>
    private static bool IsRecord(ReadOnlySpan<char> before) =>
        before.EndsWith("年份")
        && before[Math.Max(0, before.Length - 12)..] is var near
        && (near.IndexOf("低于") >= 0 || near.IndexOf("高于") >= 0 || near.IndexOf("超过") >= 0 || near.IndexOf('比') >= 0);

    /// <summary>2015年的3倍, 上年的98%: the time belongs to what is measured against.</summary>
    private static bool IsMultipleOf(ReadOnlySpan<char> after) =>
        after.Length > 2 && after[0] == '的' && char.IsAsciiDigit(after[1]) && after[..Math.Min(8, after.Length)].Contains('倍');

    private static bool Near(ReadOnlySpan<char> after, ReadOnlySpan<char> word) => after[..Math.Min(after.Length, 8)].IndexOf(word) >= 0;
}
