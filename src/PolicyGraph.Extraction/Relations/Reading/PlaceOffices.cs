using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// Offices whose title names the level of the place that they are held at (副市长, 省长, 县长): held at the place, whichever body stands
/// before them.
/// </summary>
internal sealed class PlaceOffices
{
    private const int LongestPlace = 12;
    private const int LongestName = 60;
    private const string Levels = "省市县区州旗盟镇乡";

    private static readonly string[] Ranks = ["常务", "代理", "副", "代", "原", "时任"];

    private readonly Dictionary<string, Entity> _places = new(StringComparer.Ordinal);

    private readonly Entity? _reported;

    public PlaceOffices(Paper paper)
    {
        foreach (var place in paper.Entities.Where(e => e.Type == EntityType.Place && e.Name.Length <= LongestPlace))
        {
            _places.TryAdd(place.Name, place);
        }

        _reported =
            paper.Kind == PaperKind.Report
                ? _places.Values.FirstOrDefault(place => paper.Title?.Contains(place.Name, StringComparison.Ordinal) == true)
                : null;
    }

    /// <summary>
    /// The place whose report the paper is, where the title is of its head's office (省长王某 under 甲省政府工作报告, 自治区主席王某); null
    /// elsewhere.
    /// </summary>
    public Entity? Reported(ReadOnlySpan<char> title) =>
        _reported is { } place
        && (title is "自治区主席" ? place.Name.EndsWith("自治区", StringComparison.Ordinal) : Level(title) == place.Name[^1])
            ? place
            : null;

    /// <summary>The level that a title begins with (市 in 常务副市长); null where it is no office of a place.</summary>
    public static char? Level(ReadOnlySpan<char> title)
    {
        for (var rank = string.Empty; rank is not null; rank = Rank(title))
        {
            title = title[rank.Length..];
        }

        return title.Length > 1 && title[1] == '长' && Levels.Contains(title[0], StringComparison.Ordinal) ? title[0] : null;
    }

    /// <summary>
    /// The place of that level which the paper names and which the body's official name holds, or which it is; null where there is none,
    /// and for a government, whose own office it is.
    /// </summary>
    /// <param name="isApart">True where the government does not stand beside the office, as in 甲省政府代表团由省长王某率领: the office is
    /// at its place.</param>
    public Entity? Of(Entity body, char level, bool isApart = false)
    {
        if (body.Type == EntityType.Place || !isApart && body.Name.EndsWith("政府", StringComparison.Ordinal))
        {
            return body.Type == EntityType.Place && body.Name[^1] == level ? body : null;
        }

        var name = body.Name.AsSpan(0, Math.Min(body.Name.Length, LongestName));
        var places = _places.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = name.IndexOf(level) + 1; end > 1; end = name[end..].IndexOf(level) is var next and >= 0 ? end + next + 1 : 0)
        {
            for (var start = Math.Max(0, end - LongestPlace); start < end - 1; start++)
            {
                if (places.TryGetValue(name[start..end], out var place))
                {
                    return place;
                }
            }
        }

        return null;
    }

    private static string? Rank(ReadOnlySpan<char> title)
    {
        foreach (var rank in Ranks)
        {
            if (title.StartsWith(rank))
            {
                return rank;
            }
        }

        return null;
    }
}
