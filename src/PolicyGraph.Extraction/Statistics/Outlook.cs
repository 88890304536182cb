using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Words that turn a whole sentence to what is to come, from where they stand to its end: 项目建成后，…, 还将全力推动…, 今年计划安排….
/// </summary>
internal static class Outlook
{
    private const int Clauses = 3;
    private const int LongestView = 8;
    private static readonly WordSet Afterwards = new([
        "投产后",
        "达产后",
        "建成后",
        "投用后",
        "投运后",
        "竣工后",
        "完工后",
        "运营后",
        "建成投产后",
        "达效后",
    ]);
    private static readonly string[] Aims =
    [
        "还将",
        "将全力",
        "将着力",
        "将继续",
        "将重点",
        "将大力",
        "将加快",
        "将突出",
        "将全面",
        "力争",
        "计划安排",
        "计划共安排",
        "预算安排",
        "计划实施",
        "要加快",
        "要着力",
        "计划新",
        "计划播种",
        "请求，",
        "申请，",
    ];
    private static readonly string[] Continuing =
    [
        "新增",
        "建成",
        "培育",
        "打造",
        "完成",
        "实施",
        "推进",
        "推动",
        "力争",
        "引进",
        "培训",
        "其中",
        "计划",
        "另安排",
    ];
    private const string PlannerEnds = "，年月县市省区州镇们司局团方企还内";
    private static readonly WordSet Goals = new(["目标", "重点工作", "工作任务", "工作安排", "工作报告提出"]);
    private static readonly string[] Calls = ["着力", "扎实推进", "全力推动", "全力推进", "大力推进", "加大", "加快推进"];

    private static readonly string[] PlanNames = ["》", "》（以下简称《", "方案", "计划", "规划", "纲要", "该文件", "意见", "措施"];
    private static readonly string[] RuleNames =
    [
        "》",
        "通知",
        "办法",
        "规定",
        "条例",
        "公告",
        "意见",
        "措施",
        "细则",
        "新政",
        "政策",
        "标准",
        "条",
        "款",
    ];
    private static readonly string[] PlanVerbs = ["提出", "明确"];
    private static readonly string[] RuleVerbs = ["规定", "明确", "要求", "指出", "称"];

    /// <summary>《甲方案》提出，…; 该文件明确，…: what a plan sets, told by others; not 会议提出 nor 报告提出.</summary>
    /// <param name="lead">The sentence up to the number.</param>
    public static bool QuotesPlan(ReadOnlySpan<char> lead) => PlanVerb(lead) >= 0;

    /// <summary>通知规定，…; 《甲办法》明确，…: what a rule lays down, told by others.</summary>
    /// <param name="lead">The sentence up to the number.</param>
    public static bool QuotesRule(ReadOnlySpan<char> lead) => Verb(lead, RuleNames, RuleVerbs) >= 0;

    /// <summary>
    /// Where the verb ends by which a plan is quoted, or the plan's name that has just come out, in <paramref name="lead"/>; -1 where none
    /// is.
    /// </summary>
    public static int PlanVerb(ReadOnlySpan<char> lead) => Verb(lead, PlanNames, PlanVerbs) is >= 0 and var end ? end : AfterIssue(lead);

    /// <summary>《甲规划》提出, 推出了《甲规划》，提出.</summary>
    private static int Verb(ReadOnlySpan<char> lead, string[] names, string[] verbs)
    {
        foreach (var verb in verbs)
        {
            var at = lead.IndexOf(verb);
            var before = at > 0 ? lead[..at].TrimEnd('，') : default;
            var clause = before[(before.LastIndexOfAny('，', '。', '；') + 1)..];
            foreach (var name in names)
            {
                if (at > 0 && before.EndsWith(name) && !IsBasis(clause))
                {
                    return at + verb.Length;
                }
            }
        }

        return -1;
    }

    /// <summary>某局印发《甲行动方案》，面向…: what the plan that has come out sets may follow at once; -1 where none has.</summary>
    private static int AfterIssue(ReadOnlySpan<char> lead)
    {
        var mark = lead.IndexOf("》，");
        return
            mark > 2
            && lead[(mark - 2)..mark] is "方案" or "计划" or "规划" or "纲要"
            && lead.LastIndexOf('《') is > 1 and var open
            && lead[(open - 2)..open] is "印发" or "出台" or "发布"
            ? mark + 2
            : -1;
    }

    /// <summary>根据条例规定: on what something rests is not what is told.</summary>
    private static bool IsBasis(ReadOnlySpan<char> clause) =>
        clause.StartsWith("根据")
        || clause.StartsWith("按照")
        || clause.StartsWith("依据")
        || clause.StartsWith("依照")
        || clause.StartsWith("遵照")
        || clause.StartsWith("按");

    private static readonly WordSet Tellings = new([
        "叫停",
        "出台",
        "公布",
        "发布",
        "解读",
        "取消",
        "废止",
        "暂停",
        "施行",
        "落地",
        "亮相",
        "欢迎",
        "回应",
        "答记者问",
    ]);

    /// <summary>财政部叫停甲规定: a headline that tells what became of a rule is no rule's own title.</summary>
    public static bool TellsOfRule(ReadOnlySpan<char> headline) => headline.ContainsAny(Tellings) && headline.IndexOf("关于") < 0;

    /// <summary>
    /// 新增甲5家、…。 after a sentence that set an aim: it goes on with the same verbs, or orders what was aimed at (其中, 从甲看).
    /// </summary>
    public static bool GoesOn(ReadOnlySpan<char> lead)
    {
        foreach (var opening in Continuing)
        {
            if (lead.StartsWith(opening))
            {
                return true;
            }
        }

        return lead.StartsWith("从") && lead.IndexOfAny('，', '。') is > 0 and var stop && lead[..stop].EndsWith("看");
    }

    /// <param name="lead">The sentence up to the number.</param>
    public static bool Expects(ReadOnlySpan<char> lead) => lead.ContainsAny(Afterwards);

    /// <summary>预计全年，甲增长6%；乙增长4%: an expectation that is a clause of its own holds for the sentence.</summary>
    public static bool ExpectsAll(ReadOnlySpan<char> lead) => lead.StartsWith("预计") && lead.IndexOf('，') is > 1 and < LongestView;

    /// <summary>True where one of the sentence's first clauses sets the aim.</summary>
    /// <param name="lead">The sentence up to the number.</param>
    public static bool SetsAim(ReadOnlySpan<char> lead)
    {
        var end = 0;
        for (var i = 0; i < Clauses && end < lead.Length; i++)
        {
            var stop = lead[end..].IndexOfAny('，', '；', '：');
            foreach (var call in Calls)
            {
                if (lead[end..].StartsWith(call))
                {
                    return true;
                }
            }

            end = stop < 0 ? lead.Length : end + stop + 1;
        }

        return HasAnyOutsideTitles(lead[..end]) || Plans(lead[..end]);
    }

    /// <summary>甲县计划招引项目, 公司计划在…建设: somebody means to do it; 行动计划, 按计划完成 and “倍增计划” are no verbs.</summary>
    private static bool Plans(ReadOnlySpan<char> said)
    {
        var at = said.IndexOf("计划");
        return at > 0
            && PlannerEnds.Contains(said[at - 1])
            && at + 2 < said.Length
            && (
                said[at + 2] is '在' or '于' or '每' or '用' or '投' or '招'
                || FigureWords.Verb.At(said, at + 2).Found
                || FigureWords.Task.At(said, at + 2).Found
            )
            && said[..at].LastIndexOf('《') <= said[..at].LastIndexOf('》');
    }

    /// <summary>《重点工程和计划实施方案》: an aim in a title is none.</summary>
    private static bool HasAnyOutsideTitles(ReadOnlySpan<char> said)
    {
        foreach (var aim in Aims)
        {
            if (said.IndexOf(aim) is >= 0 and var at && said[..at].LastIndexOf('《') <= said[..at].LastIndexOf('》'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// 预计, 有望, 将: true where a word before the number foretells it; 将112户企业纳入 and 将容量由100千瓦提升到 only move an object
    /// forward.
    /// </summary>
    public static bool Foretells(ReadOnlySpan<char> run)
    {
        for (var i = FigureWords.Forecast.NextStart(run, 0); i < run.Length; i = FigureWords.Forecast.NextStart(run, i + 1))
        {
            var term = FigureWords.Forecast.At(run, i);
            if (term.Found && !(run.Slice(i, term.Length) is "将" && IsObjectMark(run[(i + 1)..])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsObjectMark(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || char.IsAsciiDigit(rest[0]))
        {
            return true;
        }

        var from = rest.IndexOfAny('由', '从');
        return from > 1 && rest[..from].IndexOf('，') < 0 && (from == rest.Length - 1 || char.IsAsciiDigit(rest[from + 1]));
    }

    /// <summary>目标, 重点工作任务: a sentence that tells what a year is to bring.</summary>
    public static bool IsAim(ReadOnlySpan<char> sentence) => sentence.ContainsAny(Goals);
}
