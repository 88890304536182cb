using System.Buffers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// Who a verb says took part in an event: guests listed before or behind it, speakers, senders of delegates, bodies that show or present
/// something.
/// </summary>
internal static class Visitors
{
    private const int EventReach = 20;

    private const int DelegateReach = 28;

    private const int LongestDelegation = 6;

    private const int VerbReach = 8;

    private const int SpeakerReach = 80;

    /// <summary>王某会见来甲市参加乙会的李某: the host of the guest.</summary>
    private static readonly SearchValues<string> Receptions = SearchValues.Create(["会见", "接见", "拜会"], StringComparison.Ordinal);

    private static readonly string[] Heads =
    [
        "负责人",
        "领导",
        "相关负责",
        "有关负责",
        "主要负责",
        "相关领导",
        "有关领导",
        "主要领导",
        "分管领导",
    ];

    private static readonly string[] Delegations = ["代表", "领导", "专家", "学者", "负责人", "嘉宾", "负责同志", "师生"];

    public static IEnumerable<Group> Of(Passage passage, Trigger trigger) =>
        trigger.Cue switch
        {
            Cue.Attend => Guests(passage, trigger)
                .Concat(Speaker(passage, trigger, Kinds.Actor).SelectMany(g => GuestRun.EndingWith(passage, g)))
                .Concat(Delegates(passage, trigger))
                .Concat(Senders(passage, trigger))
                .Concat(Listed(passage, trigger))
                .Concat(Rolls.Opening(passage, trigger))
                .Concat(Rolls.Closed(passage, trigger))
                .Concat(Rolls.Bracketed(passage, trigger)),
            Cue.Speak
                when IsReport(passage, trigger)
                    && (Scenes.IsAt(passage, trigger) || Scenes.IsJustTold(passage) && Delegates(passage, trigger).Any()) => Speaker(
                    passage,
                    trigger,
                    Kinds.Actor
                )
                .SelectMany(g => Fellows(passage, g))
                .Concat(Senders(passage, trigger)),
            Cue.Publish or Cue.Speak => Speaker(passage, trigger, Kinds.None),
            Cue.Present when Scenes.IsAt(passage, trigger) && !passage.Between(trigger.Span.End, passage.Span.End).StartsWith("会") =>
                Presenters(passage, trigger).Concat(Rolls.Opening(passage, trigger)),
            Cue.Hold when passage.Between(trigger.Span.Start, trigger.Span.End).StartsWith("主持") => Speaker(passage, trigger, Kinds.None),
            Cue.Sign when Scenes.IsAt(passage, trigger) || Scenes.IsJustTold(passage) => Signers(passage, trigger)
                .Concat(Celebrants(passage, trigger)),
            Cue.Found when passage.EndsBefore(trigger.Span.End, "揭牌") => Celebrants(passage, trigger),
            Cue.Exhibit => Exhibitors(passage, trigger),
            Cue.Invite => Rolls.Invited(passage, trigger),
            _ => [],
        };

    /// <summary>
    /// The persons before the verb, else the bodies of <paramref name="others"/>, since a body's name may stand between a person and what
    /// he does.
    /// </summary>
    private static IEnumerable<Group> Speaker(Passage passage, Trigger trigger, Kinds others)
    {
        var speaker =
            passage.Before(trigger.Span.Start, Kinds.Person, SpeakerReach, commas: 2, passed: Kinds.Body | Kinds.Work | Kinds.Event)
            ?? (others == Kinds.None ? null : passage.Actor(trigger.Span.Start, others, SpeakerReach));
        return
            speaker is not null
            && !IsReporter(passage, speaker)
            && !passage.Between(speaker.Span.End, trigger.Span.Start).ContainsAny(Receptions)
            ? [speaker]
            : [];
    }

    private static IEnumerable<Group> Signers(Passage passage, Trigger trigger) =>
        passage.Actor(trigger.Span.Start, Kinds.Organization | Kinds.Zone, SpeakerReach) is { } signers ? [signers] : [];

    /// <summary>王某和李某共同为甲院揭牌, 王某与李某签订协议, told of a ceremony: what is done there by whom.</summary>
    private static IEnumerable<Group> Celebrants(Passage passage, Trigger trigger) =>
        Scenes.IsJustTold(passage) && Scenes.Told(passage)!.Entity!.Name.EndsWith("仪式", StringComparison.Ordinal)
            ? Speaker(passage, trigger, Kinds.None).SelectMany(g => GuestRun.EndingWith(passage, g))
            : [];

    /// <summary>出席论坛的有甲、乙; 参加大会的甲、乙: the list behind the verb.</summary>
    private static IEnumerable<Group> Guests(Passage passage, Trigger trigger)
    {
        var rest = passage.Between(trigger.Span.End, passage.Span.End);
        var list = rest.IndexOf('的');
        if (list < 0 || list > EventReach || rest[..list].ContainsAny("，。；"))
        {
            return [];
        }

        var behind = passage.Groups.Skip(passage.FirstGroupFrom(trigger.Span.End + list));
        return rest[list..Math.Min(rest.Length, list + VerbReach)].ContainsAny("有括")
            ? behind.Where(g => g.IsOf(Kinds.Person))
            : behind.Take(1).Where(g => g.IsOf(Kinds.Person) && g.Span.Start == trigger.Span.End + list + 1);
    }

    /// <summary>甲、乙等企业的代表参加了: delegates stand for the bodies that sent them.</summary>
    private static IEnumerable<Group> Delegates(Passage passage, Trigger trigger)
    {
        var bodies = passage.Before(trigger.Span.Start, Kinds.Actor, DelegateReach);
        var gap = bodies is null ? [] : passage.Between(bodies.Span.End, trigger.Span.Start);
        return
            gap.StartsWithAny(Heads) && bodies!.Members.Count > 1
            || gap.StartsWith("的") && gap.ContainsAny(Delegations)
            || gap.StartsWith("代表")
            ? [bodies!]
            : [];
    }

    /// <summary>来自甲大学、乙院等院所，以及丙公司等企业的代表参会: every body of the list sent somebody.</summary>
    private static IEnumerable<Group> Senders(Passage passage, Trigger trigger)
    {
        var from = passage.Between(passage.Span.Start, trigger.Span.Start).LastIndexOf("来自");
        var start = passage.Span.Start + Math.Max(from, 0);
        var list = from < 0 ? [] : passage.Between(start, trigger.Span.Start);
        return list.IsEmpty || list.ContainsAny("。；：") || !list[^Math.Min(list.Length, DelegateReach)..].ContainsAny(Delegations)
            ? []
            : passage.Groups.Where(g =>
                g.Members.Any(m => Kinds.Actor.Has(m.Type)) && g.Span.Start >= start && g.Span.End <= trigger.Span.Start
            );
    }

    /// <summary>某市长王某，甲局，乙局、丙局等领导出席: bodies that a list of guests names for their heads.</summary>
    private static IEnumerable<Group> Listed(Passage passage, Trigger trigger)
    {
        var last = passage.LastGroupBefore(trigger.Span.Start);
        var group = last < 0 ? null : passage.Groups[last];
        if (
            group is null
            || !group.IsOf(Kinds.Actor)
            || !passage.EndsBefore(trigger.Span.Start, Delegations)
            || passage.Between(group.Members[^1].Span.End, trigger.Span.Start) is var tail
                && !tail.StartsWith("等")
                && !tail.StartsWith("领导")
                && !(tail.StartsWithAny(Heads) && last > 0 && IsBeside(passage, passage.Groups[last - 1], group))
            || passage.Between(group.Span.End, trigger.Span.Start).Length > LongestDelegation
        )
        {
            yield break;
        }

        for (
            ;
            group is not null && group.IsOf(Kinds.Actor | Kinds.Person);
            group = last >= 0 && IsBeside(passage, passage.Groups[last], group) ? passage.Groups[last] : null
        )
        {
            yield return group;
            last--;
        }
    }

    private static bool IsBeside(Passage passage, Group group, Group next) =>
        passage.Between(group.Span.End, next.Span.Start) is "，" or "、";

    /// <summary>记者王某报道: who writes of the event is no guest of it.</summary>
    private static bool IsReporter(Passage passage, Group speaker)
    {
        var name = speaker.Members[^1].Head.Span;
        return speaker.IsOf(Kinds.Person)
            && (
                passage.EndsBefore(name.Start, "记者")
                || passage.EndsBefore(name.Start, "通讯员")
                || passage.Between(name.End, passage.Span.End).StartsWith("报道")
            );
    }

    /// <summary>甲的系统、乙的设备等亮相: every organization of the clause whose products are listed.</summary>
    private static IEnumerable<Group> Exhibitors(Passage passage, Trigger trigger)
    {
        if (
            passage.Between(trigger.Span.End, passage.Span.End).StartsWith("的")
            && passage.After(trigger.Span.End + 1, Kinds.Organization, 2) is { } shown
        )
        {
            yield return shown;
        }

        for (var i = passage.LastGroupBefore(trigger.Span.Start); i >= 0; i--)
        {
            var group = passage.Groups[i];
            var gap = passage.Between(group.Span.End, trigger.Span.Start);
            if (gap.ContainsAny("。；：") || gap.Count('，') > 1)
            {
                yield break;
            }

            if (group.IsOf(Kinds.Organization) && !passage.IsAdverbial(group))
            {
                yield return group;
            }
        }
    }

    /// <summary>甲局介绍了, 乙公司分享了: what a body does at an event before others.</summary>
    private static bool IsReport(Passage passage, Trigger trigger) =>
        trigger.Span.Of(passage.Text) is var verb
        && (
            verb.Contains("介绍", StringComparison.Ordinal)
            || verb.Contains("分享", StringComparison.Ordinal)
            || verb.Contains("交流", StringComparison.Ordinal)
        );

    /// <summary>甲厅、乙市政府进行项目推介, 丙等百余家企业，丁等十余所高校对接交流.</summary>
    private static IEnumerable<Group> Presenters(Passage passage, Trigger trigger)
    {
        for (var i = passage.LastGroupBefore(trigger.Span.Start); i >= 0; i--)
        {
            var group = passage.Groups[i];
            var gap = passage.Between(group.Span.End, trigger.Span.Start);
            if (gap.Length > DelegateReach || gap.ContainsAny("，。；：") && !Fellowship.IsClass(gap))
            {
                return [];
            }

            if (group.IsOf(Kinds.Actor) && !gap.StartsWith("的") && !passage.IsAdverbial(group))
            {
                return Fellows(passage, group);
            }
        }

        return [];
    }

    /// <summary>The list and those coordinated with it before.</summary>
    private static IEnumerable<Group> Fellows(Passage passage, Group last)
    {
        yield return last;
        for (var i = passage.LastGroupBefore(last.Span.Start); i >= 0; i--)
        {
            var group = passage.Groups[i];
            if (
                !group.IsOf(Kinds.Actor)
                || !last.IsOf(Kinds.Actor)
                || !Fellowship.IsClass(passage.Between(group.Members[^1].Span.End, last.Span.Start))
            )
            {
                yield break;
            }

            yield return group;
            last = group;
        }
    }
}
