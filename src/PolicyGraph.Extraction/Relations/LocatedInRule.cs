using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>A zone lies in the place that its name begins with or that stands before it; 位于, 落户 and an address say it of any body.</summary>
internal sealed class LocatedInRule : IRelationRule
{
    private const int Reach = 10;

    /// <summary>How much may stand between a verb of founding and what it founds (成立了全国首家甲研究院).</summary>
    private const int Object = 8;

    private const int FounderReach = 30;

    private const int LongestAddress = 14;

    /// <summary>Words by which a text goes on to speak of the body that it is about.</summary>
    private static readonly string[] Anaphors = ["公司", "集团", "企业", "园区", "基地", "中心", "学校", "学院", "医院", "孵化园", "开发区", "高新区", "产业园", "研究院"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var zone in passage.NamedAnywhere(EntityType.Zone))
        {
            foreach (var place in passage.Within(zone).Where(m => m.Type == EntityType.Place && m.Entity!.Name != "中国"))
            {
                sink.Add(RelationType.LocatedIn, zone.Entity!, place.Entity!, zone.Span, zone.Span, "located.name", 0.9);
            }
        }

        for (var i = 0; i + 1 < passage.Mentions.Count; i++)
        {
            Beside(passage, passage.Mentions[i], passage.Mentions[i + 1], sink);
            Chain(passage, i, sink);
        }

        foreach (var trigger in passage.Of(Cue.Build))
        {
            Add(passage.After(trigger.Span.End, Kinds.Zone, Reach), passage.Actor(trigger.Span.Start, Kinds.Place, Reach), sink, trigger.Span);
        }

        foreach (var trigger in passage.Of(Cue.Locate, Cue.Found))
        {
            if (trigger.Cue == Cue.Locate)
            {
                Stated(passage, trigger, sink);
            }
            else
            {
                Founded(passage, trigger, sink);
                SetUp(passage, trigger, sink);
            }
        }
    }

    /// <summary>甲省乙新区: the place right before the zone's name; 甲研究院乙科教城丙路: the site right after a body's name where an address goes on.</summary>
    private static void Beside(Passage passage, Mention left, Mention right, RelationSink sink)
    {
        if (left.Span.End != right.Span.Start)
        {
            Attribute(passage, left, right, sink);
            return;
        }

        if (left.Type is EntityType.Place or EntityType.Zone && right.Type == EntityType.Zone && (IsFull(passage, left) || IsFull(passage, right)))
        {
            sink.Add(RelationType.LocatedIn, right.Entity!, left.Entity!, left.Span.Union(right.Span), right.Span, "located.before", 0.88);
        }
        else if (left.Type is EntityType.Organization && right.Type is EntityType.Zone or EntityType.Place && IsAddress(passage, right))
        {
            sink.Add(RelationType.LocatedIn, left.Entity!, right.Entity!, left.Span.Union(right.Span), right.Span, "located.address", 0.85);
        }
    }

    /// <summary>甲区企业乙公司, 来自甲市的乙公司.</summary>
    private static void Attribute(Passage passage, Mention site, Mention body, RelationSink sink)
    {
        var gap = passage.Between(site.Span.End, body.Span.Start);
        if (Kinds.Organization.Has(body.Type) && site.Type is EntityType.Place or EntityType.Zone
            && (gap is "企业" or "高校" or "本土企业" or "科技企业" || gap is "的" or "的企业" && passage.EndsBefore(site.Span.Start, "来自")))
        {
            sink.Add(RelationType.LocatedIn, body.Entity!, site.Entity!, site.Span.Union(body.Span), body.Span, "located.attribute", 0.82);
        }
    }

    /// <summary>甲省乙市丙新区: the province holds for the zone too, and where two short names share it, for both.</summary>
    private static void Chain(Passage passage, int index, RelationSink sink)
    {
        if (index + 2 >= passage.Mentions.Count)
        {
            return;
        }

        var (outer, middle, zone) = (passage.Mentions[index], passage.Mentions[index + 1], passage.Mentions[index + 2]);
        if (outer.Type == EntityType.Place && middle.Type == EntityType.Place && zone.Type == EntityType.Zone
            && outer.Span.End == middle.Span.Start && middle.Span.End == zone.Span.Start && IsFull(passage, outer))
        {
            sink.Add(RelationType.LocatedIn, zone.Entity!, outer.Entity!, outer.Span.Union(zone.Span), zone.Span, "located.before", 0.85);
        }
    }

    /// <summary>True for a name that says what it is; two short names side by side (甲市乙新区 as 甲乙) are but neighbours.</summary>
    private static bool IsFull(Passage passage, Mention site) => "省市区县旗镇乡园城谷港".Contains(passage.Text[site.Span.End - 1], StringComparison.Ordinal);

    private static bool IsAddress(Passage passage, Mention site)
    {
        var after = passage.Between(site.Span.End, Math.Min(passage.Span.End, site.Span.End + 12));
        return after.ContainsAny("路街号道巷");
    }

    private static void Stated(Passage passage, Trigger trigger, RelationSink sink)
    {
        var sites = passage.After(trigger.Span.End, Kinds.Place | Kinds.Zone, Reach);
        var isAttribute = sites is not null && passage.Between(sites.Span.End, passage.Span.End).StartsWith("的");
        if (isAttribute && Employer(passage, sites!.Span.End + 1) is { } employer)
        {
            foreach (var site in sites.Members)
            {
                sink.Add(RelationType.LocatedIn, employer.Entity!, site.Entity, trigger.Span.Union(employer.Span), site.Span, "located.stated", 0.88);
            }

            return;
        }

        var bodies = isAttribute ? passage.After(sites!.Span.End, Kinds.Zone | Kinds.Organization, Reach) : passage.Actor(trigger.Span.Start, Kinds.Zone | Kinds.Organization, Reach);
        Add(bodies, sites, sink, trigger.Span);
        if (bodies is null && !isAttribute && Meant(passage, trigger) is { } meant)
        {
            foreach (var site in sites?.Members.SelectMany(m => m.Around.Append(m.Head)) ?? [])
            {
                sink.Add(RelationType.LocatedIn, meant, site.Entity!, trigger.Span.Union(site.Span), site.Span, "located.meant", 0.8);
            }
        }

        Add(bodies, BehindAddress(passage, sites), sink, trigger.Span);
    }

    /// <summary>公司坐落于, 园区位于: the body that the article named last with that word at its end; null where the clause has another subject.</summary>
    private static Entity? Meant(Passage passage, Trigger trigger)
    {
        var before = passage.Between(passage.Span.Start, trigger.Span.Start);
        var mark = before.LastIndexOfAny('，', '；', '：');
        var subject = before[(mark + 1)..].TrimStart("该本我");
        foreach (var word in Anaphors)
        {
            if (subject.SequenceEqual(word))
            {
                return passage.Reading.LastEndingWith(passage, word);
            }
        }

        return null;
    }

    /// <summary>位于甲区乙大道四段丙产业园: the park behind the address.</summary>
    private static Group? BehindAddress(Passage passage, Group? sites)
    {
        var next = sites is null ? passage.Groups.Count : passage.FirstGroupFrom(sites.Span.End);
        if (next >= passage.Groups.Count || !passage.Groups[next].IsOf(Kinds.Zone))
        {
            return null;
        }

        var gap = passage.Between(sites!.Span.End, passage.Groups[next].Span.Start);
        return gap.Length <= LongestAddress && gap.ContainsAny("路街道") && gap[^1] is '路' or '街' or '道' or '段' or '号' ? passage.Groups[next] : null;
    }

    /// <summary>位于甲区的乙公司总经理王某: the body is named with the post of a person; null where none starts at <paramref name="position"/>.</summary>
    private static Mention? Employer(Passage passage, int position)
    {
        var next = passage.FirstGroupFrom(position);
        return next < passage.Groups.Count && passage.Groups[next].IsOf(Kinds.Person) && passage.Groups[next].Span.Start == position
            ? passage.Named(EntityType.Organization).FirstOrDefault(m => m.Span.Start == position) : null;
    }

    /// <summary>甲区获批设立乙试验区: a place has the zone within it that it sets up.</summary>
    private static void SetUp(Passage passage, Trigger trigger, RelationSink sink)
    {
        if (passage.EndsBefore(trigger.Span.End, "设立"))
        {
            Add(passage.After(trigger.Span.End, Kinds.Zone, Reach), passage.Actor(trigger.Span.Start, Kinds.Place, FounderReach), sink, trigger.Span);
        }
    }

    /// <summary>甲研究院在乙市成立.</summary>
    private static void Founded(Passage passage, Trigger trigger, RelationSink sink)
    {
        var sites = passage.Before(trigger.Span.Start, Kinds.Place | Kinds.Zone, 4, passed: Kinds.None);
        if (sites is null || !passage.EndsBefore(sites.Span.Start, "在") && !passage.EndsBefore(sites.Span.Start, "于"))
        {
            return;
        }

        var before = passage.Before(sites.Span.Start, Kinds.Zone | Kinds.Organization, Reach, passed: Kinds.None);
        var founded = passage.After(trigger.Span.End, Kinds.Zone | Kinds.Organization, Object);
        before = before is not null && passage.EndsBefore(before.Span.Start, "由") ? null : before;
        Add(founded is null ? before : IsClosed(passage, founded) ? founded : null, sites, sink, trigger.Span);
        var isDefinition = passage.Between(trigger.Span.End, passage.Span.End).StartsWith("的") && passage.EndsBefore(sites.Span.Start, "在");
        Add(isDefinition ? Defined(passage, sites) : null, sites, sink, trigger.Span);
    }

    /// <summary>在甲市成立了乙公司: the clause ends with what is founded; 在甲市成立乙公司研究院 founds a part that has no name of its own.</summary>
    private static bool IsClosed(Passage passage, Group founded) =>
        founded.Span.End >= passage.Span.End || "，。；、”".Contains(passage.Text[founded.Span.End], StringComparison.Ordinal);

    /// <summary>甲公司是由乙集团在丙区设立的企业: what the sentence says what it is.</summary>
    private static Group? Defined(Passage passage, Group sites)
    {
        for (var i = passage.LastGroupBefore(sites.Span.Start); i >= 0; i--)
        {
            var group = passage.Groups[i];
            var rest = passage.Between(group.Span.End, sites.Span.Start);
            if (group.IsOf(Kinds.Organization) && (rest.StartsWith("是") || rest.StartsWith("系")))
            {
                return rest.ContainsAny("。；，") ? null : group;
            }
        }

        return null;
    }

    private static void Add(Group? bodies, Group? sites, RelationSink sink, TextSpan trigger)
    {
        foreach (var body in bodies?.Members.Where(m => m.Type is EntityType.Zone or EntityType.Organization) ?? [])
        {
            foreach (var site in sites?.Members.SelectMany(m => m.Around.Append(m.Head)) ?? [])
            {
                sink.Add(RelationType.LocatedIn, body.Entity, site.Entity!, body.Span.Union(site.Span).Union(trigger), site.Span, "located.stated", 0.88);
            }
        }
    }
}
