using System.Globalization;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// What an article is to its figures: whose they are, what they are about when the sentence does not say, which year it looks at.
/// </summary>
internal sealed class ArticleFrame
{
    public required TextSpan Span { get; init; }

    /// <summary>The article's title, of a report followed by the line that says where it was given; empty where it has neither.</summary>
    public string Title { get; init; } = "";

    public RuleKind Rules { get; init; }

    /// <summary>True where the text stands in articles (第三条): whatever it says in figures is ruled.</summary>
    public bool IsProvisions { get; init; }

    /// <summary>Where what it lays down begins; before that a notice tells why.</summary>
    public int Opening { get; init; }

    /// <summary>The plan, notice or measures that the article is the text of, or null.</summary>
    public Entity? Policy { get; init; }

    /// <summary>
    /// The event or scheme that the limits govern, or whom a decision is about; the policy itself where it names none; null where there is
    /// no policy.
    /// </summary>
    public Entity? Governed { get; set; }

    /// <summary>The report or communique that the article is the text of, or null.</summary>
    public Entity? Publication { get; init; }

    /// <summary>What figures are about where their sentence does not say, or null.</summary>
    public Entity? Topic { get; set; }

    /// <summary>
    /// Where a place or zone that is the topic of news is named first: before that nothing is about it. -1 for all other topics.
    /// </summary>
    public int TopicFrom { get; set; } = -1;

    /// <summary>
    /// The event, ceremony or session that the article reports, whose days date what happened on it; null where it reports none.
    /// </summary>
    public Entity? Occasion { get; set; }

    /// <summary>True for a work report or a communique: its place stands behind every figure.</summary>
    public bool IsReport { get; init; }

    /// <summary>The place whose government a speech or report without a title is given for; null where none is.</summary>
    public Entity? Represented { get; set; }

    /// <summary>
    /// True where a place gives account of itself part by part (一、…我市…) under no title that says so: of its figures it is as in a report.
    /// </summary>
    public bool IsOwnAccount { get; set; }

    /// <summary>True where the place that the article is about stands behind every figure whose clause names nobody else.</summary>
    public bool IsOfPlace => IsReport || Rules == RuleKind.Plan || IsOwnAccount;

    /// <summary>True for a government's work report, which looks back a year and then ahead.</summary>
    public bool IsWorkReport { get; init; }

    /// <summary>The year of the article's day, 0 where unknown.</summary>
    public int Year { get; init; }

    /// <summary>The period of a report's reviewed figures, or a plan's span; null where there is none.</summary>
    public string? Actual { get; init; }

    /// <summary>The period of targets without a date of their own.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// Where the headings stand that open a part on goals (true) or on the past (false), or close the latter (null), in order.
    /// </summary>
    public List<(int Start, bool? Aims)> Parts { get; } = [];

    /// <summary>
    /// The sentence in which a work report tells the main figures of a plan that begins in its year; empty where none does.
    /// </summary>
    public TextSpan PlanAims { get; set; }

    /// <summary>The period of a report's target that has no date of its own: the five years of the plan, or the report's year.</summary>
    public string? TargetAt(int position) =>
        PlanAims.Start <= position
        && position < PlanAims.End
        && Target is { Length: 4 } first
        && int.Parse(first, CultureInfo.InvariantCulture) is var year
        && year % 5 == 1
            ? $"{year}/{year + 4}"
            : Target;

    public bool IsAim(int position) => Part(position) is true;

    public bool IsBackground(int position) => Part(position) is false;

    private bool? Part(int position)
    {
        var found = Parts.FindLastIndex(part => part.Start <= position);
        return found < 0 ? null : Parts[found].Aims;
    }
}

/// <summary>How an article binds.</summary>
internal enum RuleKind
{
    None,

    /// <summary>A plan: its figures are targets unless they look back.</summary>
    Plan,

    /// <summary>A notice, measures, rules: its figures are limits unless they look back.</summary>
    Notice,

    /// <summary>A reply that approves: the sizes that it lays down are targets, its conditions limits.</summary>
    Approval,

    /// <summary>A notice or decision that makes known who was chosen or what was found: its figures are actual unless they bind.</summary>
    Announcement,
}
