using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Quantities.Times;
using PolicyGraph.Extraction.Statistics.Subjects;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>The frames of a paper's articles, by their index.</summary>
internal sealed class ArticleFrames
{
    private static readonly WordSet ForwardingVerbs = new(["印发", "颁发", "颁布", "发布", "公布", "下发", "批转", "转发"]);
    private static readonly WordSet YearlyWork = new(["年工作要点", "年重点工作", "年度工作", "年工作安排"]);
    private const int LeadOfNews = 150;
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

        ArticleParts.Mark(paper, this);
    }

    public ArticleFrame this[int article] => _frames[Math.Clamp(article, 0, _frames.Count - 1)];

    private ArticleFrame Frame(Paper paper, TextSpan span, TextSpan? title, string? published)
    {
        var name = paper.Kind == PaperKind.News ? title?.Of(paper.Text) ?? "" : paper.Title ?? title?.Of(paper.Text) ?? "";
        var day = CalendarDay.Parse(published);
        if (paper.Kind == PaperKind.Report)
        {
            return Report(paper, span, name, day);
        }

        var provisions = _provisions.In(span);
        var policy = OwnPolicy(paper, title, name) ?? (provisions ? _provisions.Titled(span) : null);
        var opening = BindingTexts.Opening(paper, span, out var turned);
        var titled = BindingTexts.ByTitle(paper, name, policy?.Name);
        var rules =
            provisions ? RuleKind.Notice
            : titled == RuleKind.None ? turned
            : titled;
        if (rules == RuleKind.None && paper.Kind == PaperKind.News && policy is null && RetoldPlans.Of(paper, span) is { } retold)
        {
            (policy, rules) = (retold, RuleKind.Plan);
        }

        var period = policy is not null && policy.Props.TryGetValue("period", out var stated) ? stated.Text : PlanSpan(policy?.Name);
        return new ArticleFrame
        {
            Span = span,
            Title = name,
            Rules = rules,
            IsProvisions = provisions,
            Opening = rules is RuleKind.Notice or RuleKind.Approval ? Math.Max(opening, span.Start) : span.Start,
            Policy = policy,
            Year = day.Year,
            Target = period ?? OpeningYear(policy?.Name) ?? (policy is null ? QuotedYear(paper, span) : null),
        };
    }

    /// <summary>The year that opens the name of the plan which news begin with: 某局印发《2025年某行动方案》.</summary>
    private static string? QuotedYear(Paper paper, TextSpan article)
    {
        for (
            var i = paper.FirstMention(article.Start);
            i < paper.Mentions.Count && paper.Mentions[i].Span.Start < Math.Min(article.End, article.Start + LeadOfNews);
            i++
        )
        {
            if (paper.Mentions[i] is { Type: EntityType.Policy, Entity: { } plan } && OpeningYear(plan.Name) is { } year)
            {
                return year;
            }
        }

        return null;
    }

    /// <summary>2025年某行动方案, 某省2025年工作要点: the year that a plan is for.</summary>
    private static string? OpeningYear(string? name) =>
        name is { Length: > 5 }
        && (
            name[4] == '年'
            || name.AsSpan().ContainsAny(YearlyWork)
            || (name.StartsWith("关于", StringComparison.Ordinal) && name.AsSpan().ContainsAny(["计划", "方案", "要点", "任务"]))
        )
        && TitleYear(name) is > 0 and var year
            ? $"{year}"
            : null;

    /// <summary>A work report of 2026 looks back on 2025; a communique of 2025 is about the year in its title.</summary>
    /// <param name="published">The report's day; of one that states none only the year in which most of its figures are.</param>
    private static ArticleFrame Report(Paper paper, TextSpan span, string name, CalendarDay published)
    {
        var session = SessionLine.Words(paper);
        var titleYear = TitleYear(name) is > 0 and var year ? year : TitleYear(session);
        var isCommunique = name.Contains("公报", StringComparison.Ordinal);
        var isGuess = titleYear == 0 && published.Month == 0 && !name.Contains($"{published.Year}", StringComparison.Ordinal);
        var reviewed =
            isCommunique || name.Contains("执行情况", StringComparison.Ordinal) ? titleYear
            : isGuess ? published.Year
            : SessionLine.Reviewed(titleYear > 0 ? titleYear : published.Year, session);
        return new ArticleFrame
        {
            Span = span,
            Title = name + session,
            IsReport = true,
            IsWorkReport = !isCommunique,
            Publication =
                name.Length == 0
                    ? null
                    : paper.Entities.Find(e =>
                        e.Type == EntityType.Publication
                        && (name.Contains(e.Name, StringComparison.Ordinal) || e.Name.Contains(name, StringComparison.Ordinal))
                    ),
            Year = !isCommunique && (titleYear > 0 || isGuess) ? reviewed + 1 : published.Year,
            Actual = reviewed > 0 ? $"{reviewed}" : null,
            Target = reviewed > 0 ? $"{reviewed + 1}" : null,
        };
    }

    /// <summary>The years in a plan's name: 三年行动计划（2021—2023年）, “十三五”发展规划.</summary>
    private static string? PlanSpan(string? name)
    {
        if (name is not null && PlanPeriods.Named(name) is { } plan)
        {
            return plan;
        }

        for (var i = 0; name is not null && i + 9 < name.Length; i++)
        {
            if (
                name[i + 4] is '-' or '—' or '－' or '–' or '~' or '至'
                && int.TryParse(name.AsSpan(i, 4), out var first)
                && int.TryParse(name.AsSpan(i + 5, 4), out var last)
                && last > first
            )
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

        if (
            title is { } headline
            && paper.Reprints.Find(head => head.Policies.Count == 1 && headline.Contains(head.Title)) is { } reprint
            && paper.Entities.Find(e => e.Type == EntityType.Policy && e.Name == reprint.Policies[^1].Name) is { } reprinted
        )
        {
            return reprinted;
        }

        if (
            title is { } heading
            && paper.Official?.Policies.Skip(1).FirstOrDefault(p => p.Spans[0] == heading) is { } passedOn
            && paper.Entities.Find(e => e.Type == EntityType.Policy && e.Name == passedOn.Name) is { } plan
        )
        {
            return plan;
        }

        Entity? best = null;
        var whole = Plain(name);
        var forwards = name.ContainsAny(ForwardingVerbs);
        foreach (var (entity, plain) in _policies)
        {
            var own = plain == whole;
            var forwarded = forwards && whole.Contains(plain, StringComparison.Ordinal) && !own;
            if (
                forwarded
                && (
                    paper.Kind == PaperKind.Official
                    || name.EndsWith("通知", StringComparison.Ordinal)
                    || name.EndsWith("）", StringComparison.Ordinal)
                )
            )
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
        for (var i = paper.FirstMention(title.Start); i < paper.Mentions.Count && paper.Mentions[i].Span.Start < title.End; i++)
        {
            var mention = paper.Mentions[i];
            if (
                mention.Type == EntityType.Policy
                && mention.Entity is { } entity
                && title.Contains(mention.Span)
                && mention.Span.Length * 10 >= title.Length * 8
            )
            {
                return entity;
            }
        }

        return null;
    }

    // Most names hold nothing else.
    private static string Plain(string name) => name.All(char.IsLetterOrDigit) ? name : string.Concat(name.Where(char.IsLetterOrDigit));
}
