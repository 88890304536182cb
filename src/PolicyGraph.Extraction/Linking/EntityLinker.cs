using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Linking;

/// <summary>
/// One entity for one thing: mentions of one type and one canonical name are joined. A zone or an organization bears the fullest name that
/// the text gives; the others keep the official one.
/// </summary>
public sealed class EntityLinker : IStage
{
    private const string China = "中国";
    private const string Committee = "管理委员会";

    private static readonly int Types = Enum.GetValues<EntityType>().Length;

    public void Run(Paper paper)
    {
        // A table for each type: a key of both would be hashed and compared field by field.
        var byType = new Dictionary<string, Entity>?[Types];
        foreach (var mention in paper.Mentions)
        {
            var byName = byType[(int)mention.Type] ??= new(StringComparer.Ordinal);
            if (!byName.TryGetValue(mention.Name, out var entity))
            {
                entity = new Entity { Type = mention.Type, Name = mention.Name };
                byName.Add(mention.Name, entity);
                paper.Entities.Add(entity);
            }

            entity.Mentions.Add(mention);
            mention.Entity = entity;
            Describe(entity, mention);
        }

        Drop(paper);
        foreach (var entity in paper.Entities)
        {
            if (entity.Type is EntityType.Zone or EntityType.Organization && Fullest(entity) is { } fullest)
            {
                entity.Name = TraditionalCharacters.Simplify(paper.Source.Surface(fullest.Span));
            }
        }

        NameCommittees(paper);
    }

    /// <summary>The first of the longest mentions by name; null where a short form alone stands.</summary>
    private static Mention? Fullest(Entity entity)
    {
        Mention? fullest = null;
        foreach (var mention in entity.Mentions)
        {
            fullest = mention.Form == MentionForm.Name && mention.Span.Length > (fullest?.Span.Length ?? 0) ? mention : fullest;
        }

        return fullest;
    }

    private static void Describe(Entity entity, Mention mention)
    {
        if (mention.HasProps)
        {
            entity.Props.Fill(mention.Props);
        }
    }

    // A zone's committee is named by the zone as the zone is: 某高新区管理委员会 where the paper says 某高新区.
    private static void NameCommittees(Paper paper)
    {
        foreach (
            var committee in paper.Entities.Where(e => e.Type == EntityType.Agency && e.Name.EndsWith(Committee, StringComparison.Ordinal))
        )
        {
            var bare = committee.Name[..^Committee.Length];
            if (paper.Entities.Find(e => e.Type == EntityType.Zone && e.Mentions[0].Name == bare) is { } zone)
            {
                committee.Name = zone.Name + Committee;
            }
        }
    }

    // A name that only ever stands inside another's is no find of its own, save a zone's place and a unit's parent.
    private static void Drop(Paper paper)
    {
        var dropped = paper.Entities.Where(e => OnlyInside(paper, e)).ToHashSet();
        if (dropped.Count > 0)
        {
            paper.Entities.RemoveAll(dropped.Contains);
            paper.Mentions.RemoveAll(m => m.Inside && dropped.Contains(m.Entity!));
        }
    }

    private static bool OnlyInside(Paper paper, Entity entity)
    {
        foreach (var mention in entity.Mentions)
        {
            if (!mention.Inside || SaysWhere(paper, mention))
            {
                return false;
            }
        }

        return true;
    }

    // 某市人大常委会第五次会议表决通过: the assembly passes what its session does.
    private static bool IsPassing(ReadOnlySpan<char> after) =>
        after.StartsWith("审议通过")
        || after.StartsWith("表决通过")
        || after.StartsWith("通过")
        || after.StartsWith("修订通过")
        || after.StartsWith("批准");

    // 《某市供水条例》 in news: the place with which a title in marks begins is where the paper holds. An official paper cites those of the
    // province around its own place too.
    private static bool IsFor(string text, TextSpan title, TextSpan place) => text[title.Start] == '《' && place.Start == title.Start + 1;

    // 在某会议上的报告: the title says where the talk was held.
    private static bool IsScene(string text, Mention talk, Mention held) =>
        held.Span.Start > talk.Span.Start
        && text[held.Span.Start - 1] == '在'
        && text.AsSpan(held.Span.End, talk.Span.End - held.Span.End).StartsWith("上的");

    /// <summary>《甲部、乙部关于某事的决定》: who stands before 关于 gave the paper out.</summary>
    private static bool IsTitleIssuer(ReadOnlySpan<char> title, int start, int end)
    {
        var about = title.IndexOf("关于");
        var own = title[0] == '《' ? 1 : 0;
        return about >= end
            && title[end..about].IndexOfAny("的在对向，".AsSpan()) < 0
            && title[own..Math.Max(own, start)].IndexOfAny("的在对向，".AsSpan()) < 0;
    }

    /// <summary>甲市 in 甲市委副书记、市长: the office is held at the place itself.</summary>
    private static bool IsOfficers(ReadOnlySpan<char> after, char level)
    {
        const int LongestTitles = 16;
        after = after[..Math.Min(after.Length, LongestTitles)];
        var stop = after.IndexOfAny("，。；".AsSpan());
        after = stop < 0 ? after : after[..stop];
        return after.IndexOf(level) is var at and > 0
            && at + 1 < after.Length
            && after[at + 1] == '长'
            && after[at - 1] is '、' or '副' or '兼' or '代';
    }

    private static bool SaysWhere(Paper paper, Mention inner)
    {
        if (inner.Outer is not { } outer)
        {
            return false;
        }

        if (
            inner.Type == EntityType.Place
            && outer.Type == EntityType.Agency
            && IsOfficers(paper.Text.AsSpan(outer.Span.End), paper.Text[inner.Span.End - 1])
        )
        {
            return true;
        }

        if (
            inner.Rule == OwnTitles.Rule
            || MentionResolver.IsCarriedOut(paper.Text, outer, inner)
            || (outer.Type == EntityType.Event && paper.Official is { } head && head.Issuers.Exists(s => s.Contains(inner.Span)))
            || (outer.Type == EntityType.Publication && inner.Type == EntityType.Event && IsScene(paper.Text, outer, inner))
            || (
                outer.Type == EntityType.Event
                && inner.Type == EntityType.Agency
                && inner.Outer == outer
                && IsPassing(paper.Text.AsSpan(outer.Span.End))
            )
            || (
                outer.Type == EntityType.Policy
                && inner.Type is EntityType.Place or EntityType.Zone
                && inner.Outer == outer
                && inner.Name != China
                && IsFor(paper.Text, outer.Span, inner.Span)
                && (paper.Kind == PaperKind.News || !(inner.Name.EndsWith('省') || inner.Name.EndsWith("自治区", StringComparison.Ordinal)))
            )
            || (outer.Type == EntityType.Zone && inner.Type == EntityType.Place && inner.Name != China)
        )
        {
            return true;
        }

        if (
            inner.Type is EntityType.Place or EntityType.Zone
            && inner.Name != China
            && outer.Rule == OwnTitles.Rule
            && outer.Type == EntityType.Policy
        )
        {
            // The place in a paper's own title is the one that the paper is for.
            return true;
        }

        if (outer.Type == EntityType.Policy && inner.Type == EntityType.Agency && inner.Span.Start == outer.Span.Start)
        {
            // The agency whose rules or plan it is: 甲部成果管理办法, 甲部智能制造专项计划.
            return true;
        }

        if (
            outer.Type == EntityType.Policy
            && inner.Type == EntityType.Agency
            && inner.Outer == outer
            && IsTitleIssuer(
                paper.Text.AsSpan(outer.Span.Start, outer.Span.Length),
                inner.Span.Start - outer.Span.Start,
                inner.Span.End - outer.Span.Start
            )
        )
        {
            return true;
        }

        for (; outer.Outer is { } next; outer = next) { }

        if (
            inner.Type == EntityType.Place
            && outer.Type == EntityType.Publication
            && paper.Kind == PaperKind.Report
            && paper.Title is { } title
            && (paper.Text.AsSpan(0, outer.Span.End).EndsWith(title) || string.Equals(outer.Name, title, StringComparison.Ordinal))
        )
        {
            // The place that a whole report is about may stand in its title alone.
            return true;
        }

        if (
            inner.Type == EntityType.Place
            && outer.Type == EntityType.Event
            && paper.Kind == PaperKind.Report
            && SessionLine.TryFind(paper, out var session)
            && session.Contains(inner.Span)
        )
        {
            // … or in the name of the assembly to which it was given.
            return true;
        }

        return inner.Span.Start == outer.Span.Start
            && outer.Type switch
            {
                EntityType.Agency => inner.Type is EntityType.Agency or EntityType.Zone,
                // 甲经开区乙产业园: the zone that a park is part of.
                EntityType.Zone => inner.Type == EntityType.Zone
                    && (
                        inner.Rule == ZoneFinder.Rule
                        || outer.Span.End - inner.Span.End > 2
                            && inner.Name.EndsWith("区", StringComparison.Ordinal)
                            && !inner.Name.EndsWith("园区", StringComparison.Ordinal)
                    ),
                EntityType.Event => inner.Type is EntityType.Policy or EntityType.Publication || inner.Rule == OpenedEvents.Rule,
                // 甲部乙研究所: a unit's parent; what bears a government's name besides (a fund, a bank) is none of its units.
                EntityType.Organization => inner.Type == EntityType.Organization && outer.Span.End - inner.Span.End > 1
                    || inner.Type == EntityType.Agency
                        && inner.Name[^1] is '部' or '局' or '厅' or '署' or '委'
                        && paper.Text[outer.Span.End - 1] is '院' or '所',
                _ => false,
            };
    }
}
