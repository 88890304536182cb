using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>The words about a number that make it an aim (目标, 力争, 下一步), and those that say it is reached (已, 累计).</summary>
internal static class AimWords
{
    private static readonly string[] Done = ["已", "累计", "达到了", "实现了", "完成了", "首次"];

    private const int LongestOpening = 5;
    private static readonly string[] Schedules = ["列入", "纳入", "按", "按照", "年度", "超额完成"];
    private static readonly string[] Pursuits =
    [
        "围绕",
        "锚定",
        "聚焦",
        "对照",
        "按照",
        "瞄准",
        "朝着",
        "着眼",
        "完成",
        "实现",
        "确定的",
        "立足",
    ];

    /// <summary>全年60亿元销售目标, 8%的预期目标, 降低20%、减少10%等目标: the number is what is aimed at.</summary>
    public static bool IsNamedAim(string text, Figure figure)
    {
        var suffix = text.AsSpan(figure.Suffix.Start, Math.Min(figure.Suffix.Length, 10));
        return !figure.IsCount && suffix.IndexOf("目标") is >= 0 and var goal && suffix[..goal].IndexOfAny('，', '、', '（') < 0
            || IsTask(text, figure)
            || text.AsSpan(figure.Quantity.Span.End, figure.Clause.End - figure.Quantity.Span.End).EndsWith("等目标");
    }

    /// <summary>完成年任务7亿元的23%, 完成设定的60亿元采购任务的53%: of what was set a part is done.</summary>
    private static bool IsTask(string text, Figure figure)
    {
        var suffix = text.AsSpan(figure.Suffix.Start, figure.Suffix.Length);
        var prefix = text.AsSpan(figure.Prefix.Start, figure.Prefix.Length);
        return figure.Quantity.UnitKind is not Quantities.UnitKind.Percent
            && suffix.EndsWith("的")
            && figure.Suffix.End < text.Length
            && char.IsAsciiDigit(text[figure.Suffix.End])
            && prefix.IndexOf("完成") >= 0
            && (suffix.IndexOf("任务") >= 0 || prefix.EndsWith("任务") || prefix.EndsWith("计划") || prefix.EndsWith("任务数"));
    }

    /// <summary>预期增长 aims; 预期寿命 and 预期指数 are names.</summary>
    public static bool Aims(ReadOnlySpan<char> run)
    {
        for (var i = 0; i < run.Length; i++)
        {
            var term = FigureWords.Target.At(run, i);
            var rest = run[(i + term.Length)..];
            if (
                term.Found
                && !IsNamed(run[..i], rest)
                && !IsSchedule(run[..i], run.Slice(i, term.Length))
                && !(run.Slice(i, term.Length) is "预期" && (rest.StartsWith("寿命") || rest.StartsWith("指数")))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>列入计划解决的, 按计划, 年度计划: a schedule that there is, not what somebody means to do.</summary>
    private static bool IsSchedule(ReadOnlySpan<char> before, ReadOnlySpan<char> word) => word is "计划" && before.EndsWithAny(Schedules);

    /// <summary>目标是, 主要目标：: it tells what is aimed at; 围绕甲目标， only names it.</summary>
    public static bool SetsGoal(ReadOnlySpan<char> lead)
    {
        for (var from = 0; lead[from..].IndexOf("目标") is >= 0 and var at; from += at + 2)
        {
            var goal = from + at;
            var clause = lead[(lead[..goal].LastIndexOfAny('，', '；') + 1)..goal];
            if (!clause.ContainsAny(Pursuits) && !lead[goal..].StartsWith("目标任务，"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>“倍增计划”企业: the word ends a name in marks.</summary>
    private static bool IsNamed(ReadOnlySpan<char> before, ReadOnlySpan<char> rest) =>
        rest.Length > 0 && rest[0] is '”' or '》' && before.LastIndexOfAny('“', '《') >= 0;

    /// <summary>下一步, 未来 at a sentence's head turn the whole of it to what is to come.</summary>
    public static bool TurnsAhead(ReadOnlySpan<char> lead) =>
        lead.StartsWith("下一步")
        || lead.StartsWith("未来")
        || lead.StartsWith("今后")
        || lead.StartsWith("接下来")
        || lead.IndexOf("预期目标") >= 0
        || lead.IndexOf("目标是") >= 0
        || lead.IndexOf("目标为") >= 0
        || lead.IndexOf("任务是") >= 0
        || lead.IndexOf("目标任务包括") >= 0
        || lead.IndexOf("目标包括") >= 0
        || lead[(lead.LastIndexOfAny('，', '；', '：') + 1)..].IndexOf("今后") is >= 0 and < LongestOpening;

    /// <summary>已, 累计, 首次: what the words before the number tell has been done.</summary>
    public static bool IsDone(ReadOnlySpan<char> own) => own.ContainsAny(Done);
}
