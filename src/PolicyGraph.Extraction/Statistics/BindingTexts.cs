using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Tells how an article binds from its title and from the words with which it turns to what it lays down (现将有关事项通知如下, 参赛要求,
/// 特制定本办法).
/// </summary>
internal static class BindingTexts
{
    private const int LongestFormula = 26;
    private const int LongestHeading = 16;
    private static readonly string[] PlanTitles =
    [
        "计划",
        "规划",
        "纲要",
        "方案",
        "行动",
        "目标",
        "战略",
        "蓝图",
        "计划的通知",
        "规划的通知",
        "方案的通知",
        "纲要的通知",
        "意见",
    ];
    private static readonly string[] PlanNames = ["计划", "规划", "纲要", "方案", "工程", "行动", "意见"];
    private static readonly string[] NoticeTitles =
    [
        "通知",
        "办法",
        "措施",
        "细则",
        "规定",
        "公告",
        "指南",
        "条例",
        "规则",
        "法",
        "政策",
        "函",
        "意见",
        "决定",
        "章程",
        "规程",
        "守则",
        "准则",
        "规范",
        "须知",
        "注意事项",
        "公约",
        "通告",
        "简章",
        "启事",
    ];
    private static readonly string[] CallTitles = ["注意事项", "须知", "章程", "规程", "简章", "启事", "守则"];
    private static readonly string[] ApprovalTitles = ["批复", "核准"];
    private static readonly string[] Telling = ["复函", "答复", "回复", "报告", "公报"];
    private static readonly WordSet Announcing = new([
        "公布",
        "公示",
        "表彰",
        "命名",
        "授予",
        "认定",
        "名单",
        "结果",
        "入选",
        "验收的",
        "通过验收",
        "备案",
        "撤销",
        "认证公告",
        "嘉奖",
    ]);
    private static readonly WordSet Ruling = new(["办法", "规定", "细则", "条件", "管理", "标准", "目录", "规则", "条例", "工作的通知"]);
    private static readonly WordSet Turns = new([
        "通知如下",
        "通告如下",
        "公告如下",
        "规定如下",
        "明确如下",
        "批复如下",
        "决定如下",
        "作如下规定",
        "制定本办法",
        "制定本规定",
        "制定本条例",
        "制定本细则",
        "制定本法",
        "制定如下",
        "提出如下",
        "作出如下规定",
        "要求如下",
    ]);
    private static readonly WordSet CallHeadings = new([
        "参赛要求",
        "参赛对象",
        "参赛资格",
        "报名要求",
        "报名条件",
        "申报条件",
        "申报要求",
        "申报程序",
        "奖项设置",
        "奖励设置",
        "竞赛规则",
        "比赛规则",
        "收费标准",
        "征集要求",
        "征稿要求",
        "投稿要求",
        "支持标准",
        "补助标准",
        "奖励标准",
        "认定条件",
        "奖励政策",
        "扶持政策",
        "优惠政策",
    ]);

    /// <param name="title">Of the paper or the article.</param>
    /// <param name="policy">The policy whose text it is, or null.</param>
    public static RuleKind ByTitle(Paper paper, string title, string? policy)
    {
        var bracket = policy?.IndexOfAny(['（', '(']) ?? -1;
        var bare = bracket > 4 ? policy![..bracket] : policy ?? "";
        if (policy is not null && title.ContainsAny(Announcing) && !title.ContainsAny(Ruling))
        {
            return RuleKind.Announcement;
        }

        if (bare.EndsWithAny(PlanNames))
        {
            return RuleKind.Plan;
        }

        if (policy is null)
        {
            return title.EndsWithAny(CallTitles) ? RuleKind.Notice : RuleKind.None;
        }

        if (bare.EndsWithAny(Telling) || title.EndsWithAny(Telling) || (title.EndsWithAny(["函", "通报"]) && !title.ContainsAny(Ruling)))
        {
            return title.Contains("同意", StringComparison.Ordinal) ? RuleKind.Approval : RuleKind.Announcement;
        }

        if (title.EndsWithAny(ApprovalTitles) || bare.EndsWithAny(ApprovalTitles))
        {
            return RuleKind.Approval;
        }

        if (title.EndsWithAny(PlanTitles) && !title.EndsWithAny(["申报", "通知"]))
        {
            return RuleKind.Plan;
        }

        // A notice under a headline of the site's own is one for its form.
        var isNotice =
            bare.EndsWithAny(NoticeTitles)
            || title.EndsWithAny(NoticeTitles)
            || (paper.Kind == PaperKind.Official && TitleKinds.Of(bare).Word is null);
        return isNotice ? RuleKind.Notice : RuleKind.None;
    }

    /// <summary>Where what a stretch of text lays down begins: the end of the sentence that turns to it; -1 where none does.</summary>
    /// <param name="rules">What the turn makes of the text: 批复如下 approves, 通知如下 binds.</param>
    public static int Opening(Paper paper, TextSpan span, out RuleKind rules)
    {
        rules = RuleKind.None;
        for (var i = paper.FirstSentence(span.Start); i < paper.Sentences.Count && paper.Sentences[i].Span.Start < span.End; i++)
        {
            var sentence = paper.Sentences[i];
            if (
                span.Contains(sentence.Span)
                && (
                    Turn(paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length))
                    || Calls(paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length))
                )
            )
            {
                rules = paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length).Contains("批复如下", StringComparison.Ordinal)
                    ? RuleKind.Approval
                    : RuleKind.Notice;
                return sentence.Span.End;
            }
        }

        return -1;
    }

    private static bool Turn(ReadOnlySpan<char> words) =>
        words[^1] is '：' or '。' or ':' && words[Math.Max(0, words.Length - LongestFormula)..].ContainsAny(Turns);

    private static bool Calls(ReadOnlySpan<char> words) => words.Length <= LongestHeading && words.ContainsAny(CallHeadings);
}
