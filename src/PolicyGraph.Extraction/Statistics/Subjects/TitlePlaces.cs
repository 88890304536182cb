using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>The places that a report's or plan's title names.</summary>
internal static class TitlePlaces
{
    private const string Whole = "中国";
    private const int LongestPlace = 16;

    /// <summary>True where a title names a province, city or county: it is never the whole country's, known or not.</summary>
    public static bool IsLocal(string title) => title.AsSpan(0, Math.Min(title.Length, LongestPlace)).IndexOfAny('省', '市', '县') >= 0;

    /// <summary>中国, where the paper names it.</summary>
    public static Entity? Country(Paper paper) => paper.Entities.Find(e => e.Type == EntityType.Place && IsCountry(e));

    public static bool IsCountry(Entity entity) => string.Equals(entity.Name, Whole, StringComparison.Ordinal);

    /// <summary>西部地区: of news that name the country as often it is a part.</summary>
    public static bool IsRegion(Entity entity) =>
        entity.Type == EntityType.Place
        && entity.Name.EndsWith("地区", StringComparison.Ordinal)
        && entity.HasProps
        && entity.Props.TryGetValue("level", out var level)
        && level.Text is "region";

    public static bool IsProvince(Entity entity) =>
        entity.Name.EndsWith('省')
        || entity.Name.EndsWith("自治区", StringComparison.Ordinal)
        || entity.Name is "北京市" or "上海市" or "天津市" or "重庆市";

    /// <summary>
    /// True for a place that lies elsewhere than <paramref name="home"/>, or holds it: another province, a country, a region of several
    /// provinces.
    /// </summary>
    public static bool IsElsewhere(Entity place, Entity home)
    {
        if (
            ReferenceEquals(place, home)
            || place.Type != EntityType.Place
            || !(home.Props.TryGetValue("code", out var whole) && whole.Text is { } own)
        )
        {
            return false;
        }

        return place.Props.TryGetValue("code", out var code)
            ? code.Text?.StartsWith(own.TrimEnd('0'), StringComparison.Ordinal) is false
            : place.Props.TryGetValue("level", out var level) && level.Text is "country" or "region";
    }

    /// <summary>True for the province or city that <paramref name="inner"/> lies in.</summary>
    public static bool Holds(Entity place, Entity inner) =>
        place.Type == EntityType.Place
        && !ReferenceEquals(place, inner)
        && Code(place) is { } outer
        && Code(inner) is { } code
        && code.StartsWith(outer.TrimEnd('0'), StringComparison.Ordinal);

    private static string? Code(Entity entity) => entity.HasProps && entity.Props.TryGetValue("code", out var code) ? code.Text : null;

    /// <summary>
    /// The place or zone whose name is the longest in the title, or the one right behind it (甲市乙县); null where the title names none.
    /// </summary>
    public static Entity? Named(Paper paper, string title)
    {
        var named = new List<(Entity Entity, TextSpan Span)>();
        foreach (var entity in paper.Entities)
        {
            if (entity.Type is EntityType.Place or EntityType.Zone && In(paper, entity, title) is { IsEmpty: false } span)
            {
                named.Add((entity, span));
            }
        }

        if (named.Count == 0)
        {
            return null;
        }

        var place = named.MaxBy(n => n.Span.Length);
        for (var inner = place; inner.Entity is not null; inner = named.Find(n => n.Span.Start == place.Span.End))
        {
            place = inner;
        }

        return place.Entity;
    }

    /// <summary>Where the title has the longest form of the entity; empty where it has none.</summary>
    private static TextSpan In(Paper paper, Entity entity, string title)
    {
        var start = title.IndexOf(entity.Name, StringComparison.Ordinal);
        var found = start < 0 ? default : new TextSpan(start, start + entity.Name.Length);
        foreach (var mention in entity.Mentions)
        {
            // Only a longer form than the one found is worth a string, and one that may begin in the title; most are neither.
            var length = mention.Span.Length;
            if (
                length > Math.Max(1, found.Length)
                && length <= title.Length
                && title.Contains(paper.Source.First(mention.Span))
                && title.IndexOf(TraditionalCharacters.Simplify(paper.Source.Surface(mention.Span)), StringComparison.Ordinal)
                    is >= 0
                        and var at
            )
            {
                found = new(at, at + length);
            }
        }

        return found;
    }
}
