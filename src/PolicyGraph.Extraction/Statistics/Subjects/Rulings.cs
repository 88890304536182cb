using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// What limits and quoted aims are about: a limit the policy, scheme or event that it governs, an aim that a sentence quotes from a policy
/// (《甲规划》提出， 到2030年…) the place of that policy, whatever the article is about.
/// </summary>
internal sealed class Rulings(Paper paper, MentionWindow window)
{
    private const int Reach = 4;
    private const int LongestIssue = 10;
    private static readonly string[] Issues = ["出台", "发布", "印发", "公布", "实施", "下发"];
    private static readonly string[] Verbs = ["提出", "明确", "要求", "规定", "确定", "部署", "指出", "设定"];
    private readonly Dictionary<TextSpan, Entity?> _mostNamed = [];

    /// <summary>
    /// What a limit is about: what the paper governs where it is a ruling itself, else the policy that the article names most, else what
    /// the article is about.
    /// </summary>
    public Entity? OfLimit(ArticleFrame frame, Figure figure) => Quoted(frame, figure) ?? OfPaper(frame);

    private Entity? OfPaper(ArticleFrame frame) =>
        frame.Rules != RuleKind.None ? frame.Governed : MostNamed(frame) ?? frame.Governed ?? frame.Topic;

    /// <summary>第九十九条规定：“…罚款” in a paper that rules nothing itself: the law named last, whose article is quoted.</summary>
    private Entity? Quoted(ArticleFrame frame, Figure figure)
    {
        var lead = paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.Start - figure.Sentence.Span.Start);
        if (
            frame.Rules is not (RuleKind.None or RuleKind.Announcement)
            || lead.IndexOf("规定：“") is not (> 0 and var quote)
            || lead[..quote].IndexOf('条') < 0
        )
        {
            return null;
        }

        for (var i = paper.FirstMention(figure.Quantity.Span.Start) - 1; i >= 0 && paper.Mentions[i].Span.Start >= frame.Span.Start; i--)
        {
            if (paper.Mentions[i] is { Type: EntityType.Policy, Entity: { } law } && !ReferenceEquals(law, frame.Policy))
            {
                return law;
            }
        }

        return null;
    }

    /// <summary>
    /// True where the sentence quotes a policy before the target; its place goes to <paramref name="place"/>: the one in its title, the
    /// whole country for a national body's, null where the record names neither.
    /// </summary>
    public bool IsQuotedTarget(Figure figure, out Entity? place)
    {
        place = null;
        if (figure.Kind != StatisticKind.Target)
        {
            return false;
        }

        foreach (var mention in window.Within(new(figure.Sentence.Span.Start, figure.Quantity.Span.Start)))
        {
            if (mention is not { Type: EntityType.Policy, Inside: false, Entity: { } policy } || !Speaks(mention.Span.End))
            {
                continue;
            }

            place = TitlePlaces.Named(paper, policy.Name);
            if (place is null && IsNational(policy))
            {
                place = TitlePlaces.Country(paper);
                return true;
            }

            return place is not null || TitlePlaces.IsLocal(policy.Name);
        }

        return false;
    }

    private Entity? MostNamed(ArticleFrame frame)
    {
        if (!_mostNamed.TryGetValue(frame.Span, out var known))
        {
            known = paper
                .Mentions.Where(m => m is { Type: EntityType.Policy, Entity: not null } && frame.Span.Contains(m.Span))
                .GroupBy(m => m.Entity)
                .OrderByDescending(g => g.Count())
                .FirstOrDefault()
                ?.Key;
            _mostNamed.Add(frame.Span, known);
        }

        return known;
    }

    /// <summary>《甲规划》提出; 《甲规划》近日出台，提出: that it came out may be told before what it says.</summary>
    private bool Speaks(int end)
    {
        var rest = AfterIssue(paper.Text.AsSpan(end));
        var after = rest[..Math.Min(Reach, rest.Length)];
        foreach (var verb in Verbs)
        {
            if (after.Contains(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> AfterIssue(ReadOnlySpan<char> rest)
    {
        var stop = rest[..Math.Min(LongestIssue, rest.Length)].IndexOf('，');
        foreach (var verb in Issues)
        {
            if (stop > 0 && rest[..stop].EndsWith(verb))
            {
                return rest[(stop + 1)..];
            }
        }

        return rest;
    }

    private bool IsNational(Entity policy) =>
        paper.Relations.Exists(r =>
            r.Type == RelationType.Issued
            && ReferenceEquals(r.To, policy)
            && r.From.Props.TryGetValue("level", out var level)
            && string.Equals(level.Text, "national", StringComparison.Ordinal)
        );
}
