using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>The place that a report's or plan's title names; 中国 where it names none.</summary>
internal static class TitlePlaces
{
    private const string Whole = "中国";
    private const int LongestPlace = 16;

    public static Entity? Of(Paper paper, string title)
    {
        return Named(paper, title) ?? (IsLocal(title) ? null : Country(paper));
    }

    /// <summary>True where a title names a province, city or county: it is never the whole country's, known or not.</summary>
    public static bool IsLocal(string title) => title.AsSpan(0, Math.Min(title.Length, LongestPlace)).IndexOfAny('省', '市', '县') >= 0;

    /// <summary>中国, where the paper names it.</summary>
    public static Entity? Country(Paper paper) => paper.Entities.Find(e => e.Type == EntityType.Place && IsCountry(e));

    public static bool IsCountry(Entity entity) => string.Equals(entity.Name, Whole, StringComparison.Ordinal);

    public static bool IsProvince(Entity entity) =>
        entity.Name.EndsWith('省') || entity.Name.EndsWith("自治区", StringComparison.Ordinal) || entity.Name is "北京市" or "上海市" or "天津市" or "重庆市";

    /// <summary>The place or zone whose name is the longest in the title; null where it names none.</summary>
    public static Entity? Named(Paper paper, string title)
    {
        Entity? best = null;
        var length = 0;
        foreach (var entity in paper.Entities)
        {
            if (entity.Type is not (EntityType.Place or EntityType.Zone))
            {
                continue;
            }

            var named = Named(paper, entity, title);
            if (named > length)
            {
                (best, length) = (entity, named);
            }
        }

        return best;
    }

    /// <summary>How much of the title's beginning the entity names, 0 where it does not.</summary>
    private static int Named(Paper paper, Entity entity, string title)
    {
        var longest = title.Contains(entity.Name, StringComparison.Ordinal) ? entity.Name.Length : 0;
        foreach (var mention in entity.Mentions)
        {
            // Only a longer form than the one found is worth a string; most are no longer.
            var length = mention.Span.Length;
            longest = length > Math.Max(1, longest) && length <= title.Length && title.Contains(paper.Source.Surface(mention.Span), StringComparison.Ordinal) ? length : longest;
        }

        return longest;
    }
}
