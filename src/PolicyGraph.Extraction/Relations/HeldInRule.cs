using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲论坛9月18日在乙大学举办, 在乙市开幕的甲大会: where an event takes place; a city and its hall are a row each.</summary>
internal sealed class HeldInRule : IRelationRule
{
    private const int LongestHall = 14;

    private const string Nation = "中国";

    /// <summary>What no name of a site holds: marks, and words that say when (在甲省调研时召开).</summary>
    private static readonly SearchValues<char> NoHall = SearchValues.Create("，。的、时期间后前");

    private const int YearLength = 4;

    /// <summary>How much of an event's name a generic word for it repeats: 论坛, 大会.</summary>
    private const int HeadWord = 2;

    /// <summary>第二十三届.</summary>
    private const int LongestOrdinal = 6;

    private const int SiteReach = 14;

    private const int EventReach = 60;

    private const int LaunchReach = 2;

    private const int AttributeReach = 16;

    private static readonly string[] Times =
    [
        "期间",
        "前夕",
        "前一天",
        "之前",
        "之后",
        "闭幕前",
        "闭幕后",
        "开幕前",
        "开幕后",
        "召开前",
        "召开后",
        "举办前",
        "结束后",
        "结束前",
        "召开之际",
        "开幕之际",
    ];

    private static readonly string[] Venues =
    [
        "会场",
        "主会场",
        "会址",
        "展馆",
        "举办地",
        "举办地点",
        "会议地点",
        "活动地点",
        "展场",
        "场馆",
    ];

    private static readonly string[] Ins = ["在", "于", "来到", "落地", "走进"];

    private static readonly string[] Ways = ["在", "赴", "前往", "到", "来"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Hold, Cue.Open, Cue.Locate, Cue.Launch, Cue.Attend))
        {
            if (IsHistory(passage, trigger))
            {
                continue;
            }

            var sites =
                trigger.Cue == Cue.Locate
                    ? passage.After(trigger.Span.End, Kinds.Site, 2)
                    : Glossed(passage, passage.Before(trigger.Span.Start, Kinds.Site, SiteReach));
            foreach (var held in sites is null ? [] : Events(passage, trigger, sites))
            {
                if (!IsTime(passage, held) && !Scenes.IsParty(passage, held))
                {
                    Add(passage, trigger, sites!, held, sink);
                }
            }
        }
    }

    private static void Add(Passage passage, Trigger trigger, Group sites, Mention held, RelationSink sink)
    {
        var date = passage.DateBefore(trigger.Span.Start) ?? passage.LeadDate();
        foreach (var site in sites.Members.SelectMany(m => Places(passage, m)))
        {
            var evidence = site.Span.Union(trigger.Span);
            evidence = held.Span.Start >= passage.Span.Start ? evidence.Union(held.Span) : evidence;
            sink.Add(RelationType.HeldIn, held.Entity!, site.Entity!, evidence, site.Span.Union(trigger.Span), "held.in", 0.92)?.Date(date);
        }
    }

    /// <summary>已在甲市、乙市成功举办六届: where editions before this one were.</summary>
    private static bool IsHistory(Passage passage, Trigger trigger)
    {
        var rest = passage.Between(trigger.Span.End, passage.Span.End).TrimStart('了');
        return SmallNumber.Read(rest, out var length) > 0 && rest[length..] is ['届', ..];
    }

    /// <summary>甲会议闭幕前，一场活动在乙厅举行: the event only says when.</summary>
    private static bool IsTime(Passage passage, Mention held) => passage.Between(held.Span.End, passage.Span.End).StartsWithAny(Times);

    /// <summary>2025年论坛仍在甲市举办, 下届论坛在甲市举办, told at 2024甲论坛: another edition, which has no name here.</summary>
    private static bool IsOtherEdition(Passage passage, Mention held, int end)
    {
        var words = passage.Between(passage.Span.Start, end);
        var at = words.IndexOf(passage.Text.AsSpan(held.Span.End - HeadWord, HeadWord));
        var before = words[..Math.Max(0, at)];
        var name = held.Entity!.Name.AsSpan();
        return before.EndsWith("下届")
            || IsOtherOrdinal(before, name)
            || before.EndsWith("下一届")
            || before.EndsWith("明年")
            || before.EndsWith("年")
                && before.Length > YearLength
                && name.Length > YearLength
                && before[^2] is >= '0' and <= '9'
                && name[YearLength - 1] is >= '0' and <= '9'
                && !name.StartsWith(before.Slice(before.Length - 1 - YearLength, YearLength));
    }

    /// <summary>第四届大会将在甲市举办, told at the third.</summary>
    private static bool IsOtherOrdinal(ReadOnlySpan<char> before, ReadOnlySpan<char> name)
    {
        var start = before.LastIndexOf('第');
        return before.EndsWith("届")
            && start >= 0
            && before.Length - start <= LongestOrdinal
            && name.Contains('届')
            && name.IndexOf(before[start..]) < 0;
    }

    /// <summary>The site, the city named before it, and the city in the name of a hall (甲市会展中心): each is a row.</summary>
    private static IEnumerable<Mention> Places(Passage passage, Phrase site) =>
        site
            .Around.Append(site.Head)
            .Concat(site.Type == EntityType.Place ? passage.Within(site.Head).Where(m => m.Type == EntityType.Place) : [])
            .Where(m => Kinds.Site.Has(m.Type));

    /// <summary>在甲开发区（乙镇）: the site is the name before the bracket.</summary>
    private static Group? Glossed(Passage passage, Group? sites)
    {
        var last = sites is null || !passage.EndsBefore(sites.Span.Start, "（") ? -1 : passage.LastGroupBefore(sites.Span.Start);
        return last >= 0 && passage.Groups[last].IsOf(Kinds.Site) && passage.Groups[last].Span.End == sites!.Span.Start - 1
            ? passage.Groups[last]
            : sites;
    }

    /// <summary>在甲市乙会展中心举行, 在甲市丙镇隆重举行: the name of the site is not known, its city is.</summary>
    private static bool IsHall(Passage passage, Group sites, Trigger trigger)
    {
        var rest = passage.Between(sites.Span.End, trigger.Span.Start).TrimStart('“');
        return sites.Members[^1].Type == EntityType.Place
            && sites.Members[^1].Entity.Name != Nation
            && passage.Text[sites.Span.End - 1] != '省'
            && rest.Length <= LongestHall
            && rest.IndexOfAny(NoHall) < 0;
    }

    /// <summary>举行新闻发布会, 举行揭牌仪式: a word for an occasion right behind the verb.</summary>
    private static bool HasObject(Passage passage, Trigger trigger)
    {
        var rest = passage.Between(trigger.Span.End, passage.Span.End);
        var stop = rest.IndexOfAny("，。；、！");
        rest = stop < 0 ? rest : rest[..stop];
        return rest.Length is > 1 and <= LongestHall
            && rest[0] != '的'
            && EventEnds.Suffixes.Before(passage.Text, trigger.Span.End + rest.Length).Found;
    }

    private static bool IsSite(Passage passage, Group sites) => passage.EndsBefore(sites.Span.Start, Ins) || passage.IsDescribedSite(sites);

    /// <summary>The events that the clause names, all of a list (甲展、乙会在丙市开幕), else the one that it means.</summary>
    private static IEnumerable<Mention> Events(Passage passage, Trigger trigger, Group sites)
    {
        if (trigger.Cue == Cue.Locate)
        {
            var venue = passage.EndsBefore(trigger.Span.Start - (passage.EndsBefore(trigger.Span.Start, "将") ? 1 : 0), Venues)
                ? passage.Named(EntityType.Event).LastOrDefault(m => m.Span.End <= trigger.Span.Start)
                    ?? Scenes.Before(passage, trigger.Span.Start)
                : null;
            return venue is not null
                ? [venue]
                : passage.Before(trigger.Span.Start, Kinds.Event, SiteReach, passed: Kinds.None)?.Members.Select(m => m.Head) ?? [];
        }

        if (trigger.Cue == Cue.Attend)
        {
            // 甲在乙市出席丙论坛, 赴乙市参加丙大会: where who attends is, the event is.
            return passage.EndsBefore(sites.Span.Start, Ways) && sites.Span.End == trigger.Span.Start
                ? passage.After(trigger.Span.End, Kinds.Event, LaunchReach)?.Members.Select(m => m.Head) ?? []
                : [];
        }

        if (!IsSite(passage, sites) || passage.IsCut(sites) && !IsHall(passage, sites, trigger))
        {
            return [];
        }

        if (trigger.Cue == Cue.Launch)
        {
            // What is launched at a place is an event only where one stands right before the place.
            return passage.EndsBefore(trigger.Span.End, "启动")
                ? passage.Before(sites.Span.Start, Kinds.Event, LaunchReach, passed: Kinds.None)?.Members.Select(m => m.Head) ?? []
                : [];
        }

        if (
            trigger.Cue == Cue.Hold
            && (passage.EndsBefore(trigger.Span.End, "了") || passage.Between(trigger.Span.End, passage.Span.End) is ['了', ..])
        )
        {
            // 为办好甲会，在乙市召开了三次会议: the place is that of what the verb has for its object.
            return passage.After(trigger.Span.End, Kinds.Event, AttributeReach, Kinds.Body)?.Members.Select(m => m.Head) ?? [];
        }

        if (trigger.Cue == Cue.Hold && HasObject(passage, trigger))
        {
            // 甲展在乙市举行新闻发布会: the place is that of the object, whose name may not be known.
            return passage.After(trigger.Span.End, Kinds.Event, LaunchReach)?.Members.Select(m => m.Head) ?? [];
        }

        var named =
            passage.Before(sites.Span.Start, Kinds.Event, EventReach, commas: 2)
            ?? passage.After(trigger.Span.End, Kinds.Event, AttributeReach, Kinds.Body);
        var meant =
            passage.Named(EntityType.Event).LastOrDefault(m => m.Span.End <= sites.Span.Start) ?? Scenes.Meant(passage, sites.Span.Start);
        return named?.Members.Select(m => m.Head)
            ?? (meant is null || meant.Span.Start < passage.Span.Start && IsOtherEdition(passage, meant, sites.Span.Start) ? [] : [meant]);
    }
}
