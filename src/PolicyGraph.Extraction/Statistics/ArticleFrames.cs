using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Quantities.Times;
using PolicyGraph.Extraction.Statistics.Subjects;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>The frames of a paper's articles, by their index.</summary>
internal sealed class ArticleFrames
{
    private static readonly string[] PlanTitles = ["计划", "规划", "纲要", "方案", "行动", "目标", "战略", "蓝图", "计划的通知", "规划的通知", "方案的通知", "纲要的通知", "意见"];
    private static readonly string[] PlanNames = ["计划", "规划", "纲要", "方案", "工程", "行动", "意见"];
    private static readonly string[] NoticeTitles = ["通知", "办法", "措施", "细则", "规定", "公告", "指南", "条例", "规则", "法", "政策", "函", "批复", "意见"];
    private static readonly string[] AimHeadings = ["预期目标", "主要目标", "发展目标", "总体目标", "重点工作", "工作安排", "总体要求", "政府工作的建议", "今年政府工作", "今年工作", "预算草案", "计划草案", "重点任务", "主要任务", "奋斗目标", "工作目标", "预期性指标"];
    private static readonly string[] PastHeadings = ["回顾", "发展基础", "现状", "成就", "发展形势", "工作情况"];
    private static readonly string[] ForwardingVerbs = ["印发", "颁发", "颁布", "发布", "公布", "下发", "批转", "转发"];
    private const int LongestHeading = 60;
    private const int ShortLine = 30;
    private readonly List<ArticleFrame> _frames = [];
    private readonly List<(Entity Entity, string Plain)> _policies;
    private readonly Provisions _provisions;

    public ArticleFrames(Paper paper)
    {
        var topics = new ArticleTopics(paper);
        _provisions = new Provisions(paper);
        _policies = [.. paper.Entities.Where(e => e.Type == EntityType.Policy).Select(e => (e, Plain(e.Name)))];
        if (paper.Articles.Count == 0)
        {
            _frames.Add(Frame(paper, new TextSpan(0, paper.Text.Length), null, paper.Head.Published));
        }

        foreach (var article in paper.Articles)
        {
            _frames.Add(Frame(paper, article.Span, article.Title, article.Published ?? paper.Head.Published));
        }

        for (var i = 0; i < _frames.Count; i++)
        {
            var article = i < paper.Articles.Count ? paper.Articles[i] : null;
            topics.Decide(_frames[i], article?.Title, article?.Body.Start ?? 0);
        }

        MarkParts(paper);
    }

    public ArticleFrame this[int article] => _frames[Math.Clamp(article, 0, _frames.Count - 1)];

    private ArticleFrame Frame(Paper paper, TextSpan span, TextSpan? title, string? published)
    {
        var name = paper.Kind == PaperKind.News ? title?.Of(paper.Text) ?? "" : paper.Head.Title ?? title?.Of(paper.Text) ?? "";
        var year = CalendarDay.Parse(published).Year;
        if (paper.Kind == PaperKind.Report)
        {
            return Report(paper, span, name, year);
        }

        var provisions = _provisions.In(span);
        var policy = OwnPolicy(paper, title, name) ?? (provisions ? _provisions.Titled(span) : null);
        var rules = provisions ? RuleKind.Notice : policy is null ? RuleKind.None : RulesOf(paper, name, policy);
        var period = policy is not null && policy.Props.TryGetValue("period", out var stated) ? stated.Text : PlanSpan(policy?.Name);
        return new ArticleFrame
        {
            Span = span,
            Title = name,
            Rules = rules,
            IsProvisions = provisions,
            Policy = policy,
            Year = year,
            Target = period,
        };
    }

    /// <summary>A work report of 2026 looks back on 2025; a communique of 2025 is about the year in its title.</summary>
    private static ArticleFrame Report(Paper paper, TextSpan span, string name, int published)
    {
        var session = SessionLine.TryFind(paper, out var line) ? line.Of(paper.Text) : "";
        var titleYear = TitleYear(name) is > 0 and var year ? year : TitleYear(session);
        var isCommunique = name.Contains("公报", StringComparison.Ordinal);
        var reviewed = isCommunique || name.Contains("执行情况", StringComparison.Ordinal) ? titleYear : (titleYear > 0 ? titleYear : published) - 1;
        return new ArticleFrame
        {
            Span = span,
            Title = name + session,
            IsReport = true,
            IsWorkReport = !isCommunique,
            Publication = name.Length == 0 ? null : paper.Entities.Find(e => e.Type == EntityType.Publication && (name.Contains(e.Name, StringComparison.Ordinal) || e.Name.Contains(name, StringComparison.Ordinal))),
            Year = titleYear > 0 && !isCommunique ? titleYear : published,
            Actual = reviewed > 0 ? $"{reviewed}" : null,
            Target = reviewed > 0 ? $"{reviewed + 1}" : null,
        };
    }

    /// <summary>The years in a plan's name: 三年行动计划（2021—2023年）.</summary>
    private static string? PlanSpan(string? name)
    {
        for (var i = 0; name is not null && i + 9 < name.Length; i++)
        {
            if (name[i + 4] is '-' or '—' or '－' or '–' or '~' or '至' && int.TryParse(name.AsSpan(i, 4), out var first) && int.TryParse(name.AsSpan(i + 5, 4), out var last) && last > first)
            {
                return $"{first}/{last}";
            }
        }

        return null;
    }

    private static int TitleYear(string name)
    {
        for (var i = 0; i + 4 < name.Length; i++)
        {
            if (name[i + 4] == '年' && int.TryParse(name.AsSpan(i, 4), out var year) && year is > 1900 and < 2100)
            {
                return year;
            }
        }

        return 0;
    }

    /// <summary>The policy whose text the article is: its title is the policy's own, or forwards it (关于印发《甲》的通知).</summary>
    private Entity? OwnPolicy(Paper paper, TextSpan? title, string name)
    {
        if (name.Length == 0 || Outlook.TellsOfRule(name))
        {
            return null;
        }

        if (title is { } headline && paper.Reprints.Find(head => head.Policies.Count == 1 && headline.Contains(head.Title)) is { } reprint && paper.Entities.Find(e => e.Type == EntityType.Policy && e.Name == reprint.Policies[^1].Name) is { } reprinted)
        {
            return reprinted;
        }

        if (title is { } heading && paper.Official?.Policies.Skip(1).FirstOrDefault(p => p.Spans[0] == heading) is { } passedOn && paper.Entities.Find(e => e.Type == EntityType.Policy && e.Name == passedOn.Name) is { } plan)
        {
            return plan;
        }

        Entity? best = null;
        var whole = Plain(name);
        var forwards = HasAny(name, ForwardingVerbs);
        foreach (var (entity, plain) in _policies)
        {
            var own = plain == whole;
            var forwarded = forwards && whole.Contains(plain, StringComparison.Ordinal) && !own;
            if (forwarded && (paper.Kind == PaperKind.Official || name.EndsWith("通知", StringComparison.Ordinal) || name.EndsWith("）", StringComparison.Ordinal)))
            {
                return entity;
            }

            best = own ? entity : best;
        }

        return best ?? (title is { } span && paper.Kind == PaperKind.News ? Covering(paper, span) : null);
    }

    /// <summary>A headline that is a policy's name and little more.</summary>
    private static Entity? Covering(Paper paper, TextSpan title)
    {
        foreach (var mention in paper.Mentions)
        {
            if (mention.Type == EntityType.Policy && mention.Entity is { } entity && title.Contains(mention.Span) && mention.Span.Length * 10 >= title.Length * 8)
            {
                return entity;
            }
        }

        return null;
    }

    private static string Plain(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private static RuleKind RulesOf(Paper paper, string title, Entity policy)
    {
        var name = policy.Name;
        var bracket = name.IndexOfAny(['（', '(']);
        var bare = bracket > 4 ? name[..bracket] : name;
        if (EndsWithAny(bare, PlanNames))
        {
            return RuleKind.Plan;
        }

        if (EndsWithAny(title, PlanTitles) && !EndsWithAny(title, ["申报", "通知"]))
        {
            return RuleKind.Plan;
        }

        // A notice under a headline of the site's own is one for its form.
        var isNotice = EndsWithAny(bare, NoticeTitles) || EndsWithAny(title, NoticeTitles) || paper.Kind == PaperKind.Official && TitleKinds.Of(bare).Word is null;
        return isNotice ? RuleKind.Notice : RuleKind.None;
    }

    private static bool EndsWithAny(string name, string[] ends) => Array.Exists(ends, end => name.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Notes the headings that open a part on goals or on the past.</summary>
    private void MarkParts(Paper paper)
    {
        foreach (var sentence in paper.Sentences)
        {
            if (this[sentence.Article].IsWorkReport && paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length).IndexOf("预期目标") >= 0)
            {
                // 今年全市主要预期目标是：…: a report's aims begin there, under a heading or not.
                this[sentence.Article].Parts.Add((sentence.Span.Start, true));
                continue;
            }

            if (sentence.Span.Length > LongestHeading || (!sentence.IsHeading && sentence.Span.Length > ShortLine && paper.Text[sentence.Span.End - 1] != '：'))
            {
                continue;
            }

            var words = paper.Text.AsSpan(sentence.Span.Start, sentence.Span.Length);
            if (HasAny(words, AimHeadings))
            {
                this[sentence.Article].Parts.Add((sentence.Span.Start, true));
            }
            else if (HasAny(words, PastHeadings))
            {
                this[sentence.Article].Parts.Add((sentence.Span.Start, false));
            }
        }
    }

    private static bool HasAny(ReadOnlySpan<char> words, string[] any)
    {
        foreach (var word in any)
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
