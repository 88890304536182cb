using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// A zone lies in the place in its name or right before it; of a body an address behind its name says it, or the site before it
/// (甲区企业乙公司). What a verb or a label says (位于, 落户, 地址) is read by <see cref="SitedRule"/>.
/// </summary>
internal sealed class LocatedInRule : IRelationRule
{
    private const int LongestAttribute = 16;

    /// <summary>
    /// 太湖科学城, 长江口产业园: a water or a hill in a zone's name says what it is near; towns named after one end with 市, 县 in full.
    /// </summary>
    private const string Waters = "湖江河海山口湾";

    /// <summary>等6家智慧城市、智能交通领域的开发区.</summary>
    private const int LongestClass = 28;

    /// <summary>What a longer form of the same zone's name may add (产业园, 产业园区).</summary>
    private const int LongestSuffix = 2;

    /// <summary>What the words between a place and a body of it end with (甲市的上市公司乙集团).</summary>
    private static readonly string[] Natures =
    [
        "企业",
        "公司",
        "高校",
        "院校",
        "机构",
        "国企",
        "央企",
        "龙头",
        "厂商",
        "药企",
        "车企",
        "民企",
        "独角兽",
        "巨头",
        "厂家",
        "院所",
    ];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var zone in passage.Named(EntityType.Zone))
        {
            ByName(passage, zone, sink);
        }

        foreach (var zone in passage.NamedInside(EntityType.Zone))
        {
            ByName(passage, zone, sink);
        }

        foreach (var firms in passage.Lists(Kinds.Organization))
        {
            Listed(passage, firms, sink);
        }

        for (var i = 0; i + 1 < passage.Mentions.Count; i++)
        {
            Beside(passage, passage.Mentions[i], passage.Mentions[i + 1], sink);
            Chain(passage, i, sink);
        }
    }

    private static void ByName(Passage passage, Mention zone, RelationSink sink)
    {
        foreach (var place in Places(passage, zone))
        {
            sink.Add(RelationType.LocatedIn, zone.Entity!, place.Entity!, zone.Span, zone.Span, "located.name", 0.9);
        }
    }

    /// <summary>
    /// 甲省乙新区: the place right before the zone's name; 甲研究院乙科教城丙路: the site right after a body's name where an address goes
    /// on.
    /// </summary>
    private static void Beside(Passage passage, Mention left, Mention right, RelationSink sink)
    {
        if (left.Span.End != right.Span.Start)
        {
            Attribute(passage, left, right, sink);
            return;
        }

        if (
            left.Type is EntityType.Place or EntityType.Zone
            && right.Type == EntityType.Zone
            && (IsFull(passage, left) || IsFull(passage, right))
        )
        {
            sink.Add(RelationType.LocatedIn, right.Entity!, left.Entity!, left.Span.Union(right.Span), right.Span, "located.before", 0.88);
        }
        else if (left.Type is EntityType.Organization && right.Type is EntityType.Zone or EntityType.Place && IsAddress(passage, right))
        {
            sink.Add(RelationType.LocatedIn, left.Entity!, right.Entity!, left.Span.Union(right.Span), right.Span, "located.address", 0.85);
        }
    }

    /// <summary>
    /// The places in a zone's name: of those that follow on each other (甲市乙区丙园) the last, and none that belongs to another zone's
    /// name in it.
    /// </summary>
    private static IEnumerable<Mention> Places(Passage passage, Mention zone)
    {
        var inside = passage.Within(zone).ToList();
        return inside.Where(m =>
            m.Type == EntityType.Place
            && m.Entity!.Name != "中国"
            && !Waters.Contains(m.Entity.Name[^1], StringComparison.Ordinal)
            && !inside.Exists(o => o.Type == EntityType.Zone && o.Span.Contains(m.Span) && zone.Span.End - o.Span.End > LongestSuffix)
            && !inside.Exists(o =>
                o.Type == EntityType.Place
                && (
                    o.Span.Start == m.Span.End
                        ? IsFull(passage, o)
                        : o.Span.Start > m.Span.End && IsOwner(passage.Between(m.Span.End, o.Span.Start))
                )
            )
        );
    }

    /// <summary>
    /// 甲市某园乙市创新园: words between the places are whose park it is; it lies in the second. 甲市与乙市示范区 lies in both.
    /// </summary>
    private static bool IsOwner(ReadOnlySpan<char> gap) => gap.IndexOfAny("与和、—-·（）") < 0;

    /// <summary>甲区企业乙公司、丙公司, 来自甲市的乙公司, 甲市最大的上市公司——乙集团.</summary>
    private static void Attribute(Passage passage, Mention site, Mention body, RelationSink sink)
    {
        var gap = passage.Between(site.Span.End, body.Span.Start);
        if (
            body.Type != EntityType.Organization
            || site.Type is not (EntityType.Place or EntityType.Zone)
            || !(
                IsNature(gap.TrimEnd("—“”："))
                || gap is "的企业" or "内的" or "内" or "区内的" or "境内的"
                || gap is "的" && site.Entity!.Name != "中国"
            )
        )
        {
            return;
        }

        var list = passage.Groups[Math.Min(passage.FirstGroupFrom(site.Span.End), passage.Groups.Count - 1)];
        var isListed = list.Span.Start == body.Span.Start && list.IsOf(Kinds.Organization);
        foreach (var member in isListed ? list.Members.Where(m => m.Type == EntityType.Organization).Select(m => m.Head) : [body])
        {
            sink.Add(
                RelationType.LocatedIn,
                member.Entity!,
                site.Entity!,
                site.Span.Union(member.Span),
                member.Span,
                "located.attribute",
                0.82
            );
        }
    }

    /// <summary>甲科技、乙智能等6家智能装备领域的高新区企业: the zone that the word for what they are means.</summary>
    private static void Listed(Passage passage, Group firms, RelationSink sink)
    {
        var rest = passage.Between(firms.Members[^1].Span.End, passage.Span.End);
        var noun = rest.IndexOf("企业");
        var zone =
            rest.StartsWith("等") && noun > 0 && noun <= LongestClass && rest[..noun].IndexOfAny("，。；：") < 0
                ? Employers.ZoneBefore(passage, firms.Members[^1].Span.End + noun)
                : null;
        foreach (var firm in zone is null ? [] : firms.Members.Where(m => m.Type == EntityType.Organization))
        {
            sink.Add(
                RelationType.LocatedIn,
                firm.Entity,
                zone!,
                firm.Span.Union(new(firm.Span.End, firms.Members[^1].Span.End + noun)),
                firm.Span,
                "located.attribute",
                0.82
            );
        }
    }

    private static bool IsNature(ReadOnlySpan<char> gap)
    {
        if (gap.Length > LongestAttribute || gap.ContainsAny("，。；：、在与和对向由将把"))
        {
            return false;
        }

        return gap.EndsWithAny(Natures);
    }

    /// <summary>甲省乙市丙新区: the province holds for the zone too, and where two short names share it, for both.</summary>
    private static void Chain(Passage passage, int index, RelationSink sink)
    {
        if (index + 2 >= passage.Mentions.Count)
        {
            return;
        }

        var (outer, middle, zone) = (passage.Mentions[index], passage.Mentions[index + 1], passage.Mentions[index + 2]);
        if (
            outer.Type == EntityType.Place
            && middle.Type == EntityType.Place
            && zone.Type == EntityType.Zone
            && outer.Span.End == middle.Span.Start
            && middle.Span.End == zone.Span.Start
            && IsFull(passage, outer)
        )
        {
            sink.Add(RelationType.LocatedIn, zone.Entity!, outer.Entity!, outer.Span.Union(zone.Span), zone.Span, "located.before", 0.85);
        }
    }

    /// <summary>True for a name that says what it is; two short names side by side (甲市乙新区 as 甲乙) are but neighbours.</summary>
    private static bool IsFull(Passage passage, Mention site) =>
        "省市区县旗镇乡园城谷港".Contains(passage.Text[site.Span.End - 1], StringComparison.Ordinal);

    private static bool IsAddress(Passage passage, Mention site)
    {
        var after = passage.Between(site.Span.End, Math.Min(passage.Span.End, site.Span.End + 12));
        return after.ContainsAny("路街号道巷");
    }
}
