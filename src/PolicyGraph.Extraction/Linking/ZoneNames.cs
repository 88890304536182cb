using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Linking;

/// <summary>
/// One zone under the names that a paper has for it: 某省甲高新区, 甲高新区 and 甲高新技术产业园; 甲园（乙）产业园 and 甲园乙产业园. The
/// places or the wider zone before a zone's own word, the length of its kind and brackets in it make no other zone; two places that are not
/// one inside the other do.
/// </summary>
internal static class ZoneNames
{
    private const int ShortestOwn = 2;
    private const int ShortestCity = 3;
    private const WordClasses Suffixes = WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored;

    private static readonly (string Kind, string Word)[] Kinds =
    [
        ("高新技术产业开发区", "高新区"),
        ("高新技术产业园区", "高新区"),
        ("高新技术产业园", "高新区"),
        ("新兴技术产业开发区", "开发区"),
        ("新兴技术开发区", "开发区"),
        ("经济技术开发区", "经开区"),
        ("经济开发区", "经开区"),
        ("创新创业园区", "双创园"),
        ("创新创业园", "双创园"),
    ];

    public static void Join(Paper paper)
    {
        var zones = new Dictionary<string, Owner>(StringComparer.Ordinal);
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var zone in paper
                .Mentions.Where(m => m is { Type: EntityType.Zone, Form: MentionForm.Name })
                .OrderBy(m => m.Rule == ZoneFinder.Rule ? 0 : 1)
        )
        {
            var own = OwnStart(paper, zone.Span);
            var (key, place) = (Key(paper, own, zone.Span.End), paper.Text[zone.Span.Start..own]);
            if (!zones.TryGetValue(key, out var owner))
            {
                zones.Add(
                    key,
                    new(zone.Rule == ZoneFinder.Rule ? zone.Name : Lexicon.Default.Find(key)?.First<ZoneEntry>()?.Name ?? zone.Name, place)
                );
                owner = zones[key];
            }

            if (zone.Rule != ZoneFinder.Rule && zone.Name != owner.Name && owner.IsPlacedAs(place))
            {
                renamed[zone.Name] = owner.Name;
                zone.Name = owner.Name;
            }
        }

        foreach (
            var part in zones.Count < 2
                ? []
                : paper.Mentions.Where(m =>
                    m is { Type: EntityType.Place or EntityType.Zone, Outer.Type: EntityType.Zone } && m.Span.Start == m.Outer.Span.Start
                )
        )
        {
            if (
                part.Outer!.Rule != ZoneFinder.Rule
                && zones.TryGetValue(Key(paper, part.Span.End, part.Outer.Span.End), out var owner)
                && owner.IsPlacedAs(part.Span.Of(paper.Text))
            )
            {
                part.Outer.Name = owner.Name;
            }
        }

        foreach (var zone in renamed.Count == 0 ? [] : paper.Mentions.Where(m => m is { Type: EntityType.Zone, Form: MentionForm.Short }))
        {
            zone.Name = renamed.GetValueOrDefault(zone.Name) ?? zone.Name;
        }
    }

    /// <summary>
    /// Where the zone's own word begins behind its places; its start where nothing but its kind, or plain words, would be left.
    /// </summary>
    private static int OwnStart(Paper paper, TextSpan zone)
    {
        var start = zone.Start;
        var suffix = SuffixStart(paper, zone);
        while (
            paper.Forms.TryLongest(start, EntryKinds.Place, out var place)
            && suffix - place.End >= ShortestOwn
            && NameParts.Read(paper, place.End, suffix) is { IsClass: false } or { Anchor: NameAnchor.Name }
        )
        {
            start = place.End;
        }

        return start;
    }

    private static int SuffixStart(Paper paper, TextSpan zone)
    {
        foreach (var hit in paper.Forms.EndingAt(zone.End))
        {
            if (hit.Start >= zone.Start && hit.Form.Is(Suffixes))
            {
                return hit.Start;
            }
        }

        return zone.Start;
    }

    /// <summary>The own word and the short word for its kind, without brackets; 甲市经开区 as 甲经开区.</summary>
    private static string Key(Paper paper, int start, int end)
    {
        var zone = paper.Text[start..end].Replace("（", "", StringComparison.Ordinal).Replace("）", "", StringComparison.Ordinal);
        var city =
            paper.Forms.TryLongest(start, EntryKinds.Place, out var place)
            && place.Length >= ShortestCity
            && place.Form.Text[^1] == '市'
            && place.Length < zone.Length
                ? place.Length - 1
                : 0;
        zone = city > 0 ? zone.Remove(city, 1) : zone;
        foreach (var (kind, word) in Kinds)
        {
            if (zone.EndsWith(kind, StringComparison.Ordinal))
            {
                return zone[..^kind.Length] + word;
            }
        }

        return zone;
    }

    /// <param name="Name">The canonical name of the first that bears the key, of one that the gazetteer knows before others.</param>
    /// <param name="Place">What stands before its own word.</param>
    private readonly record struct Owner(string Name, string Place)
    {
        /// <summary>True unless both are placed, and neither place is part of the other.</summary>
        public bool IsPlacedAs(string place) =>
            place.Contains(Place, StringComparison.Ordinal) || Place.Contains(place, StringComparison.Ordinal);
    }
}
