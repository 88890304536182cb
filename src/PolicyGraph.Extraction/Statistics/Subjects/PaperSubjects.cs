using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// What an official paper rules on and is about: the event that its title calls; the one body, zone or event that a decision is about; a
/// plan's place, which is its issuer's where the title names none; the paper itself where no place is known.
/// </summary>
internal sealed class PaperSubjects(Paper paper)
{
    private static readonly string[] Decisions = ["批复", "复函", "决定书", "答复", "函"];
    private static readonly WordSet Grants = new(["关于同意", "关于批准", "关于核准", "关于准予", "关于确认"]);

    /// <summary>
    /// What the limits of the paper are about: the event or scheme in its title, whom a decision is about, else the paper itself; null for
    /// news.
    /// </summary>
    public Entity? Governed(ArticleFrame frame) =>
        frame.Policy is not { } policy ? null : Decided(frame, policy) ?? Within(policy) ?? policy;

    /// <summary>
    /// The place that a report's title names; where it names none, that of the government which gives it (我代表市人民政府), else the
    /// country.
    /// </summary>
    public Entity? Reported(string title)
    {
        var named = TitlePlaces.Named(paper, title);
        if (named is not null || TitlePlaces.IsLocal(title))
        {
            return named;
        }

        var own = paper.Mentions.Find(m =>
            m is { Type: EntityType.Agency, Entity: { } agency } && agency.Name.EndsWith("人民政府", StringComparison.Ordinal)
        );
        return (own is null ? null : TitlePlaces.Named(paper, own.Entity!.Name))
            ?? (IsOfNoKnownPlace() ? null : TitlePlaces.Country(paper));
    }

    /// <summary>我区, 全县 in a paper that never names the place: it is not the country's.</summary>
    public bool IsOfNoKnownPlace()
    {
        for (var at = paper.Text.AsSpan().IndexOfAny('我', '全'); at >= 0 && at + 1 < paper.Text.Length; )
        {
            if (paper.Text[at + 1] is '市' or '县' or '区' or '州' && !IsNamed(new(at, at + 2)))
            {
                return true;
            }

            var next = paper.Text.AsSpan(at + 1).IndexOfAny('我', '全');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return false;
    }

    /// <summary>True where the words are known to mean a place, or one of their kind was named at all.</summary>
    private bool IsNamed(TextSpan words) =>
        paper.Entities.Exists(e =>
            e.Type is EntityType.Place or EntityType.Zone && !TitlePlaces.IsCountry(e) && e.Name[^1] == paper.Text[words.End - 1]
        );

    /// <summary>
    /// What a figure that is no limit is about where its sentence does not say, once <see cref="ArticleFrame.Governed"/> is set; null for
    /// news.
    /// </summary>
    public Entity? Topic(ArticleFrame frame)
    {
        if (frame.Policy is not { } policy)
        {
            return null;
        }

        if (frame.Governed is { Type: not EntityType.Policy } governed)
        {
            return governed;
        }

        return TitlePlaces.Named(paper, policy.Name) ?? (TitlePlaces.IsLocal(policy.Name) ? null : OfIssuer(policy)) ?? policy;
    }

    /// <summary>The event or scheme whose name is the longest in the policy's; of 关于实施《甲法》的规定 the law is another's.</summary>
    private Entity? Within(Entity policy)
    {
        Entity? best = null;
        foreach (var entity in paper.Entities)
        {
            if (
                !ReferenceEquals(entity, policy)
                && entity.Type is EntityType.Policy or EntityType.Event
                && entity.Name.Length < policy.Name.Length
                && entity.Name.Length > (best?.Name.Length ?? 0)
                && policy.Name.Contains(entity.Name, StringComparison.Ordinal)
                && !policy.Name.Contains($"《{entity.Name}", StringComparison.Ordinal)
            )
            {
                best = entity;
            }
        }

        return best;
    }

    /// <summary>关于同意设立甲区的批复, 关于甲公司项目验收的决定书: the one that it is about.</summary>
    private Entity? Decided(ArticleFrame frame, Entity policy)
    {
        var kind = TitleKinds.Of(policy.Name).Word;
        if (kind is null || !kind.AsSpan().EndsWithAny(Decisions) && !policy.Name.ContainsAny(Grants))
        {
            return null;
        }

        foreach (var mention in policy.Mentions[0] is var title ? paper.Mentions : [])
        {
            if (
                title.Span.Contains(mention.Span)
                && mention.Entity is { Type: EntityType.Organization or EntityType.Zone or EntityType.Event } entity
            )
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>
    /// The place of the body that issued the paper; the country for a national one, the place most named where nobody is known to have.
    /// </summary>
    private Entity? OfIssuer(Entity policy)
    {
        foreach (var relation in paper.Relations)
        {
            if (
                relation.Type == RelationType.Issued
                && ReferenceEquals(relation.To, policy)
                && TitlePlaces.Named(paper, relation.From.Name) is { } place
            )
            {
                return place;
            }
        }

        return paper.Relations.Exists(r => r.Type == RelationType.Issued && ReferenceEquals(r.To, policy))
            ? TitlePlaces.Country(paper)
            : MostNamed() ?? TitlePlaces.Country(paper);
    }

    /// <summary>
    /// 县财政, 《甲县办法》: of a paper that nobody signs the place that it names, its own or in the names of bodies and papers.
    /// </summary>
    private Entity? MostNamed()
    {
        Entity? best = null;
        foreach (var entity in paper.Entities)
        {
            best =
                entity.Type is EntityType.Place && !TitlePlaces.IsCountry(entity) && entity.Mentions.Count > (best?.Mentions.Count ?? 0)
                    ? entity
                    : best;
        }

        return best;
    }
}
