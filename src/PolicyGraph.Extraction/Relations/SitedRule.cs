using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲公司位于乙区, 在乙市成立甲院, 乙市建设甲园, 地址：乙路: where a verb or a label says that a body or a zone is.</summary>
internal sealed class SitedRule : IRelationRule
{
    private const int Reach = 10;

    /// <summary>How much may stand between a verb of founding and what it founds (成立了全国首家甲研究院).</summary>
    private const int Object = 8;

    private const int FounderReach = 30;

    private const int LongestAddress = 14;

    private const int LabelReach = 8;

    /// <summary>中国首都甲市, 我国西部的甲市.</summary>
    private const int CapitalReach = 4;

    /// <summary>Words by which a text goes on to speak of the body that it is about.</summary>
    private static readonly string[] Anaphors =
    [
        "公司",
        "集团",
        "企业",
        "园区",
        "基地",
        "中心",
        "学校",
        "学院",
        "医院",
        "孵化园",
        "开发区",
        "高新区",
        "产业园",
        "研究院",
    ];

    /// <summary>Where something stands, not where a project comes to.</summary>
    private static readonly string[] Standing = ["位于", "坐落", "地处", "选址", "建在", "设在", "设于", "总部"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Build, Cue.Locate, Cue.Found, Cue.Cooperate))
        {
            switch (trigger.Cue)
            {
                case Cue.Build:
                    Add(
                        passage,
                        passage.After(trigger.Span.End, Kinds.Zone, Reach),
                        passage.Actor(trigger.Span.Start, Kinds.Place, Reach),
                        sink,
                        trigger.Span
                    );
                    Founded(passage, trigger, sink);
                    break;
                case Cue.Locate:
                    Stated(passage, trigger, sink);
                    break;
                case Cue.Cooperate:
                    Founded(passage, trigger, sink);
                    break;
                default:
                    Founded(passage, trigger, sink);
                    SetUp(passage, trigger, sink);
                    break;
            }
        }
    }

    private static void Stated(Passage passage, Trigger trigger, RelationSink sink)
    {
        if (passage.EndsBefore(trigger.Span.Start, "以"))
        {
            // 甲园以位于乙区的大楼为主体: where a part of it is.
            return;
        }

        var isLabel = passage.Between(trigger.Span.End, trigger.Span.End + 1) is "：";
        var sites = Within(passage, passage.After(trigger.Span.End + (isLabel ? 1 : 0), Kinds.Place | Kinds.Zone, Reach));
        var isAttribute = sites is not null && passage.Between(sites.Span.End, passage.Span.End).StartsWith("的");
        if (isAttribute && Employer(passage, sites!.Span.End + 1) is { } employer)
        {
            foreach (var site in sites.Members)
            {
                sink.Add(
                    RelationType.LocatedIn,
                    employer.Entity!,
                    site.Entity,
                    trigger.Span.Union(employer.Span),
                    site.Span,
                    "located.stated",
                    0.78
                );
            }

            return;
        }

        var bodies = isAttribute
            ? passage.After(sites!.Span.End, Kinds.Zone | Kinds.Organization, Reach)
            : Opener(passage, trigger) ?? passage.Actor(trigger.Span.Start, Kinds.Zone | Kinds.Organization, Reach);
        bodies ??= isAttribute ? Defined(passage, sites!) : null;
        Add(passage, bodies, sites, sink, trigger.Span);
        if (bodies is null && !isAttribute && (isLabel ? Labelled(passage, trigger) : Meant(passage, trigger)) is { } meant)
        {
            foreach (var site in Sites(passage, sites))
            {
                sink.Add(RelationType.LocatedIn, meant, site.Entity!, trigger.Span.Union(site.Span), site.Span, "located.meant", 0.8);
            }
        }

        Add(passage, bodies, BehindAddress(passage, sites), sink, trigger.Span);
    }

    /// <summary>甲所是乙院所属的机构，位于丙区: a clause that begins with the verb speaks of what the sentence opened with.</summary>
    private static Group? Opener(Passage passage, Trigger trigger) =>
        passage.EndsBefore(trigger.Span.Start, "，") && trigger.Span.Of(passage.Text).AsSpan().StartsWithAny(Standing)
            ? passage.Subject(trigger.Span.Start, Kinds.Zone | Kinds.Organization)
            : null;

    /// <summary>位于中国首都甲市乙区: the country only leads to the place.</summary>
    private static Group? Within(Passage passage, Group? sites)
    {
        var next = sites is { Members: [{ Entity.Name: "中国" }] }
            ? passage.After(sites.Span.End, Kinds.Place | Kinds.Zone, CapitalReach)
            : null;
        return next ?? sites;
    }

    /// <summary>
    /// 公司坐落于, 园区位于: the body that the article named last with that word at its end; null where the clause has another subject.
    /// </summary>
    private static Entity? Meant(Passage passage, Trigger trigger)
    {
        var before = passage.Between(passage.Span.Start, trigger.Span.Start);
        var mark = before.LastIndexOfAny('，', '；', '：');
        var subject = before[(mark + 1)..].TrimStart("该本我");
        if (before.IsEmpty)
        {
            return Topic(passage);
        }

        foreach (var word in Anaphors)
        {
            if (subject.SequenceEqual(word))
            {
                return passage.Reading.LastEndingWith(passage, trigger.Span.Start, word);
            }
        }

        return null;
    }

    /// <summary>甲园是……。位于乙区……: what the sentence before opened with.</summary>
    private static Entity? Topic(Passage passage)
    {
        var before = passage.Index == 0 ? null : passage.Reading.Passages[passage.Index - 1];
        return
            before is null
            || before.Sentence.Article != passage.Sentence.Article
            || before.Mentions.Count == 0
            || before.Mentions[0].Span.Start > before.Span.Start
            || before.Mentions[0].Type is not (EntityType.Organization or EntityType.Zone)
            ? null
            : before.Mentions[0].Entity;
    }

    /// <summary>地址：甲区, in the lines below a body's name or at the foot of the text on it.</summary>
    private static Entity? Labelled(Passage passage, Trigger trigger) =>
        passage.Reading.Before(passage, trigger.Span.Start, m => m.Type is EntityType.Organization or EntityType.Zone, LabelReach)?.Entity;

    /// <summary>位于甲区乙大道四段丙产业园: the park behind the address.</summary>
    private static Group? BehindAddress(Passage passage, Group? sites)
    {
        var next = sites is null ? passage.Groups.Count : passage.FirstGroupFrom(sites.Span.End);
        if (next >= passage.Groups.Count || !passage.Groups[next].IsOf(Kinds.Zone))
        {
            return null;
        }

        var gap = passage.Between(sites!.Span.End, passage.Groups[next].Span.Start);
        return gap.Length <= LongestAddress && gap.ContainsAny("路街道") && gap[^1] is '路' or '街' or '道' or '段' or '号'
            ? passage.Groups[next]
            : null;
    }

    /// <summary>
    /// 位于甲区的乙公司总经理王某: the body is named with the post of a person; null where none starts at <paramref name="position"/>.
    /// </summary>
    private static Mention? Employer(Passage passage, int position)
    {
        var next = passage.FirstGroupFrom(position);
        return next < passage.Groups.Count && passage.Groups[next].IsOf(Kinds.Person) && passage.Groups[next].Span.Start == position
            ? passage.Named(EntityType.Organization).FirstOrDefault(m => m.Span.Start == position)
            : null;
    }

    /// <summary>甲区获批设立乙试验区: a place has the zone within it that it sets up.</summary>
    private static void SetUp(Passage passage, Trigger trigger, RelationSink sink)
    {
        if (passage.EndsBefore(trigger.Span.End, "设立"))
        {
            Add(
                passage,
                passage.After(trigger.Span.End, Kinds.Zone, Reach),
                passage.Actor(trigger.Span.Start, Kinds.Place, FounderReach),
                sink,
                trigger.Span
            );
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
        before = before is not null && (passage.EndsBefore(before.Span.Start, "由") || HasObject(passage, trigger)) ? null : before;
        Add(
            passage,
            founded is null ? before
                : IsClosed(passage, founded) ? founded
                : null,
            sites,
            sink,
            trigger.Span
        );
        var isDefinition =
            passage.Between(trigger.Span.End, passage.Span.End).StartsWith("的") && passage.EndsBefore(sites.Span.Start, "在");
        Add(passage, isDefinition ? Defined(passage, sites) : null, sites, sink, trigger.Span);
    }

    /// <summary>甲公司在乙市设立研究院: what comes into being there is another thing.</summary>
    private static bool HasObject(Passage passage, Trigger trigger)
    {
        var rest = passage.Between(trigger.Span.End, passage.Span.End).TrimStart("了运营仪式");
        return !rest.IsEmpty && !"，。；、！”）的以于至并".Contains(rest[0], StringComparison.Ordinal) && !char.IsAsciiDigit(rest[0]);
    }

    /// <summary>
    /// 在甲市成立了乙公司: the clause ends with what is founded; 在甲市成立乙公司研究院 founds a part that has no name of its own.
    /// </summary>
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
                return rest.ContainsAny("。；") ? null : group;
            }
        }

        return null;
    }

    /// <summary>All places of the group; the country only where it is all that is said.</summary>
    private static IEnumerable<Mention> Sites(Passage passage, Group? sites) =>
        sites?.Members.SelectMany(m => Places(passage, m)).Where(m => sites.Members.Count == 1 || m.Entity!.Name != "中国") ?? [];

    /// <summary>位于甲市乙区丙园: the park, and the places named before it or in its name.</summary>
    private static IEnumerable<Mention> Places(Passage passage, Phrase site) =>
        site
            .Around.Where(m => m.Entity!.Name != "中国")
            .Append(site.Head)
            .Concat(
                site.Type == EntityType.Zone
                    ? passage
                        .Within(site.Head)
                        .Where(m =>
                            m.Type == EntityType.Place && "省市区县".Contains(passage.Text[m.Span.End - 1], StringComparison.Ordinal)
                        )
                    : []
            );

    private static void Add(Passage passage, Group? bodies, Group? sites, RelationSink sink, TextSpan trigger)
    {
        foreach (var body in bodies?.Members.Where(m => m.Type is EntityType.Zone or EntityType.Organization) ?? [])
        {
            foreach (var site in Sites(passage, sites))
            {
                sink.Add(
                    RelationType.LocatedIn,
                    body.Entity,
                    site.Entity!,
                    body.Span.Union(site.Span).Union(trigger),
                    site.Span,
                    "located.stated",
                    0.78
                );
            }
        }
    }
}
