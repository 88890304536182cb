using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Reporters;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>What an article as a whole is about: the event that it reports, else the zone or place of its title, else the one it names most.</summary>
internal sealed class ArticleTopics(Paper paper)
{
    private const int Lead = 200;
    private const int Often = 3;
    private static readonly string[] Happenings = ["开幕", "闭幕", "落幕", "举行", "举办", "召开", "拉开帷幕", "收官", "启幕", "圆满结束", "落下帷幕"];

    /// <summary>The event of any kind that the article asked for last reports.</summary>
    public Entity? Occasion { get; private set; }

    public Entity? Of(int article, ArticleFrame frame)
    {
        Occasion = null;
        var counts = new Dictionary<Entity, int>();
        Entity? happening = null;
        Entity? titled = null;
        var titledEnd = -1;
        var title = article < paper.Articles.Count ? paper.Articles[article].Title : null;
        var body = article < paper.Articles.Count ? paper.Articles[article].Body.Start : frame.Span.Start;
        foreach (var mention in paper.Mentions)
        {
            if (!frame.Span.Contains(mention.Span) || mention.Inside || mention.Entity is not { } entity || entity.Type is not (EntityType.Event or EntityType.Zone or EntityType.Place) || IsWhereLearnt(mention))
            {
                continue;
            }

            counts[entity] = counts.GetValueOrDefault(entity) + 1;
            if (title is { } line && line.Contains(mention.Span) && !IsCountry(entity) && !EventNouns.IsOccasion(entity) && !IsVenue(mention) && (titled is null || (mention.Span.Start == titledEnd && IsProvince(titled))))
            {
                // Of 甲省乙市 in a headline the nearer place is meant.
                (titled, titledEnd) = (entity, mention.Span.End);
            }

            if (entity.Type == EntityType.Event && (mention.Span.Start < body + Lead || title is { } head && head.Contains(mention.Span)) && Happens(mention))
            {
                Occasion ??= entity;
                happening ??= EventNouns.IsOccasion(entity) ? null : entity;
            }
        }

        if (happening is not null)
        {
            return happening;
        }

        return titled ?? Most(counts, static e => e.Type == EntityType.Event, 2) ?? Most(counts, static e => !IsCountry(e), Often) ?? OfCountry(new(frame.Span.Start, Math.Min(frame.Span.End, body + Lead)));
    }

    /// <summary>我国, 全国 in the lead of an article that is about no one place: the country's figures.</summary>
    private Entity? OfCountry(TextSpan lead)
    {
        foreach (var mention in paper.Mentions)
        {
            if (lead.Contains(mention.Span) && mention is { Inside: false, Entity: { } entity } && IsCountry(entity) && paper.Text.AsSpan(mention.Span.Start, mention.Span.Length) is "我国" or "全国"
                && (mention.Span.Start == 0 || Clauses.IsBreak(paper.Text, mention.Span.Start - 1) || paper.Source.GapBefore(mention.Span.Start) == Text.Gap.Line))
            {
                return entity;
            }
        }

        return null;
    }

    /// <summary>记者从甲会议上获悉: where the news was learnt is not what it is about.</summary>
    private bool IsWhereLearnt(Mention mention) =>
        mention.Type == EntityType.Event && SourceWords.IsWhereLearnt(paper.Text.AsSpan(0, mention.Span.Start), paper.Text.AsSpan(mention.Span.End));

    private static Entity? Most(Dictionary<Entity, int> counts, Func<Entity, bool> fits, int least)
    {
        Entity? best = null;
        var most = least - 1;
        foreach (var (entity, count) in counts)
        {
            if (count > most && fits(entity) && !EventNouns.IsOccasion(entity))
            {
                (best, most) = (entity, count);
            }
        }

        return best;
    }

    private static bool IsProvince(Entity entity) => entity.Name.EndsWith('省') || entity.Name.EndsWith("自治区", StringComparison.Ordinal);

    /// <summary>…发布会在甲市召开: the headline's place is where, not what.</summary>
    private bool IsVenue(Mention mention) =>
        mention.Type == EntityType.Place && mention.Span.Start > 0 && paper.Text[mention.Span.Start - 1] is '在' or '于' or '赴' or '占' or '超' or '比' or '较' or '与' or '同' or '距' or '向' or '从';

    private static bool IsCountry(Entity entity) => string.Equals(entity.Name, "中国", StringComparison.Ordinal);

    private bool Happens(Mention mention)
    {
        var end = Math.Min(paper.Text.Length, mention.Span.End + 40);
        var start = Math.Max(0, mention.Span.Start - 25);
        var around = paper.Text.AsSpan(start, end - start);
        foreach (var word in Happenings)
        {
            if (around.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
