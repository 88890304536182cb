using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// A zone named by its kind alone (高新区, 园区, 全区) in a paper that names one zone of that kind, and the committee that is named after
/// it or alone (高新区党工委, 区管委会, 管委会). Where the paper names no zone, 高新区 is the one of its city, if the gazetteer knows it.
/// </summary>
internal sealed class ZoneKindFinder : IBodyFinder
{
    private const string Rule = "zone.kind";

    // 各高新区, 一个高新区, 3家高新区 and 入园区 name none.
    private const string NotAfter = "各每个家多些座类批等种级两几某入建设";
    private const string Prepositions = "在于为对与和是由将从向使让及该本把、";

    private static readonly string[] Committees = ["管委会办公室", "党工委", "管委会", "管理委员会", "工委"];
    private static readonly string[] Whole = ["全区", "我区", "本区", "该区"];

    public void Find(Paper paper, Surroundings surroundings)
    {
        var zones = Zones(paper);
        var inside = new PositionSet(paper.Text.Length);
        foreach (var mention in paper.Mentions)
        {
            inside.Add(mention.Span);
        }

        FindKinds(paper, surroundings, zones, inside);
        if (zones.Select(z => z.Name).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            FindAlone(paper, surroundings, zones[0], inside);
        }
    }

    /// <summary>The name of the zone that a kind alone means where it stands; null where the paper does not tell.</summary>
    internal static string? NameOf(Paper paper, LexicalHit kind, Surroundings surroundings) =>
        Meant(paper.Text, kind, Zones(paper), surroundings)?.Name;

    private static List<Mention> Zones(Paper paper) =>
        [
            .. paper
                .Mentions.Where(m => m.Type == EntityType.Zone && m.Form == MentionForm.Name && m.Rule != ZoneListFinder.Rule)
                .OrderBy(m => m.Span.Start),
        ];

    private static void FindKinds(Paper paper, Surroundings surroundings, List<Mention> zones, PositionSet inside)
    {
        for (var i = 0; (i = paper.Forms.NextOf(i, WordClasses.ZoneKind)) < paper.Forms.Count; i++)
        {
            var hit = paper.Forms[i];
            if (!inside.Contains(hit.Start) && Placed(paper, hit, zones) is { } placed)
            {
                Add(paper, placed.Span, placed.Zone);
                inside.Add(placed.Span);
                AddCommittee(paper, placed.Span.Start, placed.Span.End, placed.Zone);
            }
            else if (!inside.Contains(hit.Start) && StandsAlone(paper, hit) && Meant(paper.Text, hit, zones, surroundings) is { } zone)
            {
                Add(paper, new(hit.Start, hit.End), zone);
                inside.Add(new TextSpan(hit.Start, hit.End));
                AddCommittee(paper, hit.Start, hit.End, zone);
            }
        }
    }

    // 甲三角示范区, where the paper names one 甲三角绿色一体化发展示范区: its first and its last words.
    private static (TextSpan Span, Zone Zone)? Placed(Paper paper, LexicalHit kind, List<Mention> zones)
    {
        if (kind.Form.Text == "园区" || !paper.Forms.TryLongestBefore(kind.Start, EntryKinds.Place, out var place))
        {
            return null;
        }

        var meant = zones
            .Where(z =>
                z.Name.EndsWith(kind.Form.Text, StringComparison.Ordinal)
                && z.Name.StartsWith(place.Form.Text, StringComparison.Ordinal)
                && z.Name.Length > place.Length + kind.Length
            )
            .Select(z => new Zone(z.Name, z.Props))
            .DistinctBy(z => z.Name)
            .ToList();
        return meant.Count == 1 ? (new(place.Start, kind.End), meant[0]) : null;
    }

    private static void FindAlone(Paper paper, Surroundings surroundings, Mention zone, PositionSet inside)
    {
        foreach (var word in zone.Name[^1] == '区' && !zone.Name.EndsWith("园区", StringComparison.Ordinal) ? Whole : [])
        {
            for (
                var at = paper.Text.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = paper.Text.IndexOf(word, at + 1, StringComparison.Ordinal)
            )
            {
                if (
                    !inside.Contains(at)
                    && surroundings.Meant(at, '区') is null
                    && (at + 2 == paper.Text.Length || paper.Text[at + 2] != '域')
                )
                {
                    Add(paper, new(at, at + word.Length), new(zone.Name, zone.Props));
                }
            }
        }

        foreach (var word in Committees)
        {
            for (
                var at = paper.Text.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = paper.Text.IndexOf(word, at + word.Length, StringComparison.Ordinal)
            )
            {
                var start = at > 0 && paper.Text[at - 1] == '区' ? at - 1 : at;
                if (
                    !inside.Contains(at)
                    && !inside.Contains(start)
                    && word != "工委"
                    && (
                        start == 0
                        || !NameStart.IsNameCharacter(paper.Text[start - 1])
                        || Prepositions.Contains(paper.Text[start - 1], StringComparison.Ordinal)
                    )
                )
                {
                    AddCommittee(paper, start, at, new(zone.Name, zone.Props));
                }
            }
        }
    }

    private static bool StandsAlone(Paper paper, LexicalHit hit)
    {
        if (hit.Start == 0)
        {
            return true;
        }

        var before = paper.Text[hit.Start - 1];
        if (NotAfter.Contains(before, StringComparison.Ordinal))
        {
            return false;
        }

        if (!NameStart.IsNameCharacter(before) || Prepositions.Contains(before, StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var word in paper.Forms.EndingAt(hit.Start))
        {
            if (word.Form.Is(WordClasses.Boundary | WordClasses.ZoneBoundary) && word.Length > 1)
            {
                return true;
            }
        }

        return false;
    }

    private static Zone? Meant(string text, LexicalHit kind, List<Mention> zones, Surroundings surroundings)
    {
        var ofKind = zones.Where(z => IsOfKind(z, kind.Form.Text)).ToList();
        var before = ofKind.Where(z => z.Span.Start < kind.Start).ToList();

        // A paper that names its zone only further on means that one from the start.
        var alike = (before.Count > 0 || kind.Form.Text is not ("高新区" or "经开区") ? before : ofKind)
            .Select(z => new Zone(z.Name, z.Props))
            .DistinctBy(z => z.Name)
            .ToList();
        if (alike.Count > 0)
        {
            return alike.Count == 1 ? alike[0] : null;
        }

        if (kind.Form.Text is "自贸试验区" or "自贸区" or "自贸港" or "自由贸易港" && FreeTrade(kind, surroundings) is { } trade)
        {
            return new(trade.Name, []);
        }

        if (surroundings.Meant(kind.Start, '市') is not { Forms.Length: > 0 } city)
        {
            return null;
        }

        var name = city.Forms.MinBy(f => f.Length) + kind.Form.Text;
        return kind.Form.Text is "高新区" or "经开区" && Lexicon.Default.Find(name)?.First<ZoneEntry>() is { } known ? new(known.Name, [])
            : kind.Form.Text is "科技城" or "科学城" && IsPlaced(text, kind.Start) ? new(name, [])
            : null;
    }

    /// <summary>The pilot free trade zone or port of the province or municipality that the paper speaks of.</summary>
    private static ZoneEntry? FreeTrade(LexicalHit kind, Surroundings surroundings)
    {
        var place = surroundings.Meant(kind.Start, '省') ?? surroundings.Meant(kind.Start, '市');
        return place is { Level: "province", Forms.IsEmpty: false }
            ? Lexicon.Default.Find(place.Forms.MinBy(f => f.Length) + kind.Form.Text)?.First<ZoneEntry>()
            : null;
    }

    private static bool IsPlaced(string text, int start)
    {
        var before = text.AsSpan(0, start);
        return before.EndsWith("在") || before.EndsWith("于") || before.EndsWith("落户") || before.EndsWith("入驻");
    }

    private static bool IsOfKind(Mention zone, string kind) =>
        zone.Name.EndsWith(kind, StringComparison.Ordinal)
        || kind switch
        {
            "高新区" => zone.Name.Contains("高新", StringComparison.Ordinal)
                || zone.Name.Contains("高技术产业开发区", StringComparison.Ordinal),
            "经开区" => zone.Name.Contains("经济技术开发区", StringComparison.Ordinal)
                || zone.Name.Contains("经济开发区", StringComparison.Ordinal),
            "园区" => zone.Name[^1] == '园',
            "自贸港" or "自由贸易港" => zone.Name.Contains("自由贸易港", StringComparison.Ordinal)
                || zone.Name.Contains("自贸港", StringComparison.Ordinal),
            "自贸区" or "自贸试验区" => zone.Name.Contains("自由贸易", StringComparison.Ordinal),
            "综保区" => zone.Name.Contains("保税", StringComparison.Ordinal),
            _ => false,
        };

    private static void AddCommittee(Paper paper, int start, int end, Zone zone)
    {
        if (paper.Text.AsSpan(end).WordAtStart(Committees) is not { } committee)
        {
            return;
        }

        paper.Mentions.Add(
            new Mention
            {
                Span = new(start, end + committee.Length),
                Type = EntityType.Agency,
                Name = committee switch
                {
                    "党工委" or "工委" => $"中国共产党{zone.Name}工作委员会",
                    "管委会办公室" => zone.Name + "管理委员会办公室",
                    _ => zone.Name + "管理委员会",
                },
                Rule = "agency.zone-kind",
                Confidence = 0.88,
                Form = MentionForm.Short,
            }
        );
    }

    private static void Add(Paper paper, TextSpan span, Zone zone)
    {
        var mention = new Mention
        {
            Span = span,
            Type = EntityType.Zone,
            Name = zone.Name,
            Rule = Rule,
            Confidence = 0.85,
            Form = MentionForm.Short,
        };
        mention.Props.Fill(zone.Props);
        paper.Mentions.Add(mention);
    }

    private readonly record struct Zone(string Name, PropertyList Props);
}
