using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Statistics.Reporters;

/// <summary>The words by which a paper gives its source: 据甲统计, 甲数据显示, 记者从甲会议上获悉.</summary>
internal static class SourceWords
{
    private const int Reach = 26;
    private static readonly string[] Openers = ["据", "根据", "依据", "来自", "日前", "近日", "最新"];
    private static readonly WordSet Accounts = new([
        "统计",
        "数据",
        "显示",
        "介绍",
        "透露",
        "测算",
        "核算",
        "监测",
        "消息",
        "预测",
        "报道",
        "调查",
        "披露",
        "通报",
        "初步",
    ]);
    private static readonly string[] Verbs =
    [
        "显示",
        "指出",
        "表明",
        "披露",
        "透露",
        "介绍",
        "表示",
        "说",
        "称",
        "认为",
        "宣布",
        "坦言",
        "通报",
        "预测",
        "预计",
        "谈到",
        "强调",
        "介绍说",
        "告诉记者",
        "获悉",
        "可以看到",
        "提出",
        "明确提出",
    ];
    private static readonly string[] Quoting = ["提出", "明确", "规定", "要求", "指出", "显示", "确定"];
    private static readonly WordSet Learnt = new(["获悉", "了解到", "得知", "看到"]);

    /// <summary>记者从甲获悉, 从甲发布会上了解到: the news was learnt there, it is not about it.</summary>
    /// <param name="before">What stands before the name.</param>
    /// <param name="after">What stands after it.</param>
    public static bool IsWhereLearnt(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        (before.EndsWith("从") || before.EndsWith("在") || LeadsIn(before)) && Clause(after).ContainsAny(Learnt);

    /// <summary>据甲统计, 据甲发布的数据.</summary>
    public static bool IsAccount(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        before.EndsWithAny(Openers) && Clause(after).ContainsAny(Accounts);

    /// <summary>甲显示, 甲最新数据显示: the clause says nothing but that the source speaks.</summary>
    public static bool Speaks(ReadOnlySpan<char> after) => Clause(after).TrimEnd('“').EndsWithAny(Verbs);

    /// <summary>《甲规划》提出，到2030年…: the clause quotes a policy.</summary>
    public static bool Quotes(ReadOnlySpan<char> after)
    {
        after = after.TrimStart('》').TrimStart('，');
        return after.StartsWithAny(Quoting);
    }

    /// <summary>从前日召开的甲: the name has an attribute of its own.</summary>
    private static bool LeadsIn(ReadOnlySpan<char> before)
    {
        var near = before[Math.Max(0, before.Length - Reach)..];
        var stop = near.LastIndexOfAny('，', '。', '；');
        near = near[(stop + 1)..];
        return near.EndsWith("的") && near.IndexOf('从') >= 0;
    }

    private static ReadOnlySpan<char> Clause(ReadOnlySpan<char> after)
    {
        after = after[..Math.Min(after.Length, Reach)];
        var stop = after.IndexOfAny("，。；：,".AsSpan());
        return stop < 0 ? after : after[..stop];
    }
}
