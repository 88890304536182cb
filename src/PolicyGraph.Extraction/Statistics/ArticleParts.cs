using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Notes the headings that open a part on goals (主要目标, 今年工作) or on what is and was (工作回顾, 基本情况), in every article.
/// </summary>
internal static class ArticleParts
{
    private const int LongestHeading = 60;
    private const int ShortLine = 30;
    private const string ExpectedAims = "预期目标";

    /// <summary>专栏3　重点工程: the boxes of a plan.</summary>
    private const string Box = "专栏";

    private static readonly WordSet AimHeadings = new([
        "预期目标",
        "主要目标",
        "发展目标",
        "总体目标",
        "重点工作",
        "工作安排",
        "总体要求",
        "政府工作的建议",
        "今年政府工作",
        "今年工作",
        "预算草案",
        "计划草案",
        "重点任务",
        "主要任务",
        "奋斗目标",
        "工作目标",
        "预期性指标",
        "预算安排",
        "发展指标",
        "工作部署",
        "下一步",
    ]);
    private static readonly WordSet PastHeadings = new([
        "回顾",
        "发展基础",
        "现状",
        "成就",
        "发展形势",
        "情况",
        "工作总结",
        "主要成绩",
        "工作成效",
        "规划背景",
        "编制背景",
        "背景与环境",
        "发展环境",
        "发展趋势",
        "产业趋势",
    ]);

    /// <summary>Of a numbered heading: what a plan finds before it sets aims.</summary>
    private static readonly WordSet SituationHeadings = new(["形势", "进展", "问题", "挑战", "机遇", "成效", "短板"]);

    /// <summary>What a numbered item that bids begins with.</summary>
    private static readonly string[] Bidding =
    [
        "推进",
        "推动",
        "实施",
        "加强",
        "确保",
        "开展",
        "提高",
        "提升",
        "完善",
        "健全",
        "建立",
        "建设",
        "构建",
        "加快",
        "强化",
        "深化",
        "优化",
        "加大",
        "大力",
        "全面",
        "着力",
        "积极",
        "落实",
        "严格",
        "促进",
        "扩大",
        "培育",
        "打造",
        "坚持",
        "防治",
        "控制",
        "规范",
        "支持",
        "鼓励",
        "引导",
        "深入",
        "持续",
        "扎实",
        "统筹",
        "办好",
        "做好",
        "抓好",
        "用好",
        "力争",
        "高标准",
        "高质量",
        "拓展",
        "稳步",
        "稳定",
        "巩固",
        "增强",
        "创建",
        "壮大",
        "做强",
        "聚焦",
        "围绕",
        "整治",
        "严厉",
        "切实",
        "有序",
        "依托",
        "激发",
        "推广",
        "推行",
        "充分",
        "进一步",
        "继续",
        "努力",
        "筑牢",
        "压实",
        "防范",
        "化解",
    ];

    public static void Mark(Paper paper, ArticleFrames frames)
    {
        ArticleFrame? last = null;
        var level = 0;
        foreach (var sentence in paper.Sentences)
        {
            var frame = frames[sentence.Article];
            if (!ReferenceEquals(frame, last))
            {
                // A work report looks back until a section or its aims begin.
                TurnPart(paper, last);
                (last, level) = (frame, frame.IsWorkReport ? int.MaxValue : 0);
                frame.Parts.AddRange(frame.IsWorkReport ? [(frame.Span.Start, false)] : []);
            }

            var words = paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length);
            if (!(frame.IsWorkReport && OpensAims(frame, sentence, words)))
            {
                level = Enter(paper, frame, sentence, level);
            }
        }

        TurnPart(paper, last);
    }

    /// <summary>Of a work report in which no line opens the aims, what follows its first bidding paragraph is what it aims at.</summary>
    private static void TurnPart(Paper paper, ArticleFrame? frame)
    {
        if (
            frame is { IsWorkReport: true }
            && !frame.Parts.Exists(part => part.Aims is true)
            && BiddingParts.Start(paper, frame.Span) is >= 0 and var start
        )
        {
            frame.Parts.RemoveAll(part => part.Start >= start);
            frame.Parts.Add((start, true));
        }
    }

    /// <summary>Notes the sentence by which a report's aims begin, under a heading or not.</summary>
    private static bool OpensAims(ArticleFrame frame, Sentence sentence, ReadOnlySpan<char> words)
    {
        // 《纲要草案》设置了29项主要指标，包括…: what the plan's years are to bring.
        var isOfPlan =
            words.IndexOf("主要指标") >= 0
            && (words.IndexOf("纲要") >= 0 || words.IndexOf("五年规划") >= 0 || words.IndexOf("五”规划") >= 0)
            && words.IndexOf("完成") < 0;
        if (!isOfPlan && !StatesAims(words))
        {
            return false;
        }

        frame.Parts.Add((sentence.Span.Start, true));
        frame.PlanAims = isOfPlan && !StatesAims(words) ? sentence.Span : frame.PlanAims;
        return true;
    }

    /// <summary>Notes the part that a heading opens or closes.</summary>
    /// <param name="level">The rank of the section that looks back, if one does.</param>
    /// <returns>That rank from here on.</returns>
    private static int Enter(Paper paper, ArticleFrame frame, Sentence sentence, int level)
    {
        var words = paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length);
        var heading = Heading(paper, words, sentence);
        var next = Sections.Level(words, out var number);
        var bids = next > 0 && Bids(words[number..]);
        var plans = sentence.IsHeading && (IsPlanned(heading) || frame.IsWorkReport && IsOfYear(heading, frame.Year));
        var past = !plans && !bids && (heading.ContainsAny(PastHeadings) || (next > 0 && heading.ContainsAny(SituationHeadings)));
        var aims = plans || heading.ContainsAny(AimHeadings) || heading.EndsWith("年目标") || (heading.StartsWith(Box) && !past);
        var looksBack = frame.Parts is [.., (_, false)];
        if (aims != past)
        {
            frame.Parts.Add((sentence.Span.Start, aims));

            // A heading within a part that looks back leaves that part's rank as it is.
            return past && next > level && looksBack ? level : next;
        }

        if (looksBack && next > 0 && (next <= level || (bids && frame.Rules == RuleKind.Plan)))
        {
            // 二、…: the next section of the rank that looked back does so no more, nor do a plan's items that bid (1.推进…).
            frame.Parts.Add((sentence.Span.Start, null));
        }

        return level;
    }

    /// <summary>今年全市主要预期目标是：…; not 增速高于预期目标.</summary>
    private static bool StatesAims(ReadOnlySpan<char> words) =>
        words.IndexOf(ExpectedAims) is >= 0 and var at
        && words[(at + ExpectedAims.Length)..].TrimStart('的') is var rest
        && (rest.Length == 0 || "是为：:如建设初（".Contains(rest[0]));

    /// <summary>三、2024年主要工作: what the year is to bring in which the report was given; not its own title, nor its day.</summary>
    private static bool IsOfYear(ReadOnlySpan<char> heading, int year) =>
        heading.IndexOf('年') is > 3 and var at
        && int.TryParse(heading[(at - 4)..at], out var named)
        && named == year
        && heading.IndexOf("工作") > at
        && heading.IndexOf("报告") < 0
        && heading.IndexOf("会议") < 0
        && heading.IndexOfAny("月回顾总") < 0;

    /// <summary>2023年预算情况, 2024年投资计划: what a year is to bring; 预算执行情况 and 收支决算 look back.</summary>
    private static bool IsPlanned(ReadOnlySpan<char> heading) =>
        heading.IndexOf('年') is > 3 and var year
        && char.IsAsciiDigit(heading[year - 4])
        && (heading.IndexOf("预算") >= 0 || heading.IndexOf("计划") >= 0)
        && heading.IndexOfAny("执决完落回总") < 0;

    /// <summary>推进甲建设, 构建乙体系: the words call for something to be done.</summary>
    public static bool Bids(ReadOnlySpan<char> words)
    {
        foreach (var verb in Bidding)
        {
            if (words.StartsWith(verb))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A short line, or of a numbered sentence what stands before its colon (三、建设情况：…).</summary>
    private static ReadOnlySpan<char> Heading(Paper paper, ReadOnlySpan<char> words, Sentence sentence)
    {
        if (words[..Math.Min(words.Length, ShortLine)].IndexOf('：') is > 0 and var colon && Sections.Level(words) > 0)
        {
            return words[..colon];
        }

        return
            words.Length <= LongestHeading
            && (
                sentence.IsHeading || words[^1] == '：' || (words.Length <= ShortLine && !words.Contains('%') && !IsWithin(paper, sentence))
            )
            ? words
            : default;
    }

    /// <summary>2025年主要目标圆满完成。 within a paragraph is no heading, however short.</summary>
    private static bool IsWithin(Paper paper, Sentence sentence) =>
        sentence.Span.End < paper.Text.Length
        && paper.Source.GapBefore(sentence.Span.End) != Gap.Line
        && Sections.Level(paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length)) == 0;
}
