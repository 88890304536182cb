using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲、乙出席丙论坛, 甲在丙大会上致辞, 甲公司参展: who took part in an event, said in the sentence or the ones before it.</summary>
internal sealed class ParticipatedInRule : IRelationRule
{
    private const int EventReach = 20;

    private const int DelegateReach = 28;

    private static readonly string[] Delegations = ["代表", "领导", "专家", "学者", "负责人", "嘉宾", "负责同志", "师生"];

    private static readonly Terms Posts = Terms.Load("titles.tsv", "post", "role", "honorific");

    private const int LongestDelegation = 6;

    private const int VerbReach = 8;

    private const int SpeakerReach = 80;

    public void Read(Passage passage, RelationSink sink)
    {
        SaidAt(passage, sink);
        foreach (var trigger in passage.Of(Cue.Attend, Cue.Publish, Cue.Speak, Cue.Hold, Cue.Sign, Cue.Exhibit, Cue.Invite).Where(t => !IsCited(passage, t)))
        {
            foreach (var visitors in Visitors(passage, trigger))
            {
                if (Event(passage, trigger, visitors) is not { } visited)
                {
                    continue;
                }

                foreach (var visitor in visitors.Members)
                {
                    var evidence = visitor.Span.Union(trigger.Span);
                    evidence = visited.Span.Start >= passage.Span.Start ? evidence.Union(visited.Span) : evidence;
                    sink.Add(RelationType.ParticipatedIn, visitor.Entity, visited.Entity!, evidence, visitor.Span.Union(trigger.Span), "participated.stated", 0.82);
                }
            }
        }
    }

    /// <summary>甲局局长王某在乙发布会上说.</summary>
    private static void SaidAt(Passage passage, RelationSink sink)
    {
        foreach (var held in passage.Named(EntityType.Event).Where(m => passage.EndsBefore(m.Span.Start, "在") && passage.Between(m.Span.End, passage.Span.End).StartsWith("上说")))
        {
            var speaker = passage.Before(held.Span.Start, Kinds.Person, EventReach, commas: 0, passed: Kinds.None);
            if (speaker is { Members.Count: 1 })
            {
                var evidence = speaker.Span.Union(held.Span);
                sink.Add(RelationType.ParticipatedIn, speaker.Members[0].Entity, held.Entity!, evidence, evidence, "participated.said", 0.85);
            }
        }
    }

    /// <summary>贯彻某某重要讲话精神: a speech that is cited, wherever it was held.</summary>
    private static bool IsCited(Passage passage, Trigger trigger) =>
        passage.EndsBefore(trigger.Span.End, "讲话") && (passage.Between(trigger.Span.End, passage.Span.End).StartsWith("精神") || passage.EndsBefore(trigger.Span.Start, "重要"));

    private static IEnumerable<Group> Visitors(Passage passage, Trigger trigger) => trigger.Cue switch
    {
        Cue.Attend => Guests(passage, trigger).Concat(Speaker(passage, trigger, Kinds.Actor)).Concat(Delegates(passage, trigger)).Concat(Senders(passage, trigger)).Concat(Listed(passage, trigger)).Concat(Companions(passage, trigger)),
        Cue.Publish or Cue.Speak => Speaker(passage, trigger, Kinds.None),
        Cue.Hold when passage.Between(trigger.Span.Start, trigger.Span.End).StartsWith("主持") => Speaker(passage, trigger, Kinds.None),
        Cue.Sign => Signers(passage, trigger),
        Cue.Exhibit => Exhibitors(passage, trigger),
        Cue.Invite => passage.After(trigger.Span.End, Kinds.Person | Kinds.Organization, EventReach) is { } guests ? [guests] : [],
        _ => [],
    };

    /// <summary>The persons before the verb, else the bodies of <paramref name="others"/>, since a body's name may stand between a person and what he does.</summary>
    private static IEnumerable<Group> Speaker(Passage passage, Trigger trigger, Kinds others)
    {
        var speaker = passage.Before(trigger.Span.Start, Kinds.Person, SpeakerReach, commas: 2, passed: Kinds.Body | Kinds.Work | Kinds.Event)
            ?? (others == Kinds.None ? null : passage.Actor(trigger.Span.Start, others, SpeakerReach));
        return speaker is not null && !IsSpokenFor(passage, speaker, trigger) && !IsReporter(passage, speaker) ? [speaker] : [];
    }

    /// <summary>甲、乙等，各部门负责人，丙等参加活动: the persons that the list before the last names.</summary>
    private static IEnumerable<Group> Companions(Passage passage, Trigger trigger)
    {
        var next = trigger.Span.Start;
        for (var i = passage.LastGroupBefore(trigger.Span.Start); i >= 0; i--)
        {
            var group = passage.Groups[i];
            var gap = passage.Between(group.Span.End, next);
            if (gap.ContainsAny("。；：！？") || gap.Length > SpeakerReach || passage.Triggers.Any(t => t.Cue != Cue.Charge && t.Span.Start >= group.Span.End && t.Span.End <= next))
            {
                yield break;
            }

            if (group.IsOf(Kinds.Person) && next < trigger.Span.Start && IsListed(passage, group) && !IsReporter(passage, group))
            {
                yield return group;
            }

            next = group.IsOf(Kinds.Person) ? group.Span.Start : next;
        }
    }

    /// <summary>A mark of listing follows, perhaps behind 等 or behind a title of the last name (谈某秘书、).</summary>
    private static bool IsListed(Passage passage, Group group)
    {
        var rest = passage.Between(group.Span.End, passage.Span.End);
        rest = rest.StartsWith("等") ? rest[1..] : rest[Math.Min(rest.Length, Posts.At(passage.Text, group.Span.End).Length)..];
        return rest.StartsWith("，") || rest.StartsWith("、");
    }

    private static IEnumerable<Group> Signers(Passage passage, Trigger trigger) =>
        passage.Actor(trigger.Span.Start, Kinds.Organization, SpeakerReach) is { } signers ? [signers] : [];

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
        return rest[list..Math.Min(rest.Length, list + VerbReach)].ContainsAny("有括") ? behind.Where(g => g.IsOf(Kinds.Person))
            : behind.Take(1).Where(g => g.IsOf(Kinds.Person) && g.Span.Start == trigger.Span.End + list + 1);
    }

    /// <summary>甲、乙等企业的代表参加了: delegates stand for the bodies that sent them.</summary>
    private static IEnumerable<Group> Delegates(Passage passage, Trigger trigger)
    {
        var bodies = passage.Before(trigger.Span.Start, Kinds.Actor, DelegateReach);
        var gap = bodies is null ? [] : passage.Between(bodies.Span.End, trigger.Span.Start);
        return gap.StartsWith("负责人") && bodies!.Members.Count > 1 || gap.StartsWith("的") && gap.ContainsAny(Delegations) || gap.StartsWith("代表") ? [bodies!] : [];
    }

    /// <summary>来自甲大学、乙院等院所，以及丙公司等企业的代表参会: every body of the list sent somebody.</summary>
    private static IEnumerable<Group> Senders(Passage passage, Trigger trigger)
    {
        var from = passage.Between(passage.Span.Start, trigger.Span.Start).LastIndexOf("来自");
        var start = passage.Span.Start + Math.Max(from, 0);
        var list = from < 0 ? [] : passage.Between(start, trigger.Span.Start);
        return list.IsEmpty || list.ContainsAny("。；：") || !list[^Math.Min(list.Length, DelegateReach)..].ContainsAny(Delegations)
            ? [] : passage.Groups.Where(g => g.IsOf(Kinds.Actor) && g.Span.Start >= start && g.Span.End <= trigger.Span.Start);
    }

    /// <summary>某市长王某，甲局，乙局、丙局等领导出席: bodies that a list of guests names for their heads.</summary>
    private static IEnumerable<Group> Listed(Passage passage, Trigger trigger)
    {
        var last = passage.LastGroupBefore(trigger.Span.Start);
        var group = last < 0 ? null : passage.Groups[last];
        if (group is null || !group.IsOf(Kinds.Actor) || !passage.EndsBefore(trigger.Span.Start, Delegations) || passage.Between(group.Members[^1].Span.End, trigger.Span.Start) is var tail && !tail.StartsWith("等") && !tail.StartsWith("领导") || passage.Between(group.Span.End, trigger.Span.Start).Length > LongestDelegation)
        {
            yield break;
        }

        for (; group is not null && group.IsOf(Kinds.Actor | Kinds.Person); group = last >= 0 && passage.Between(passage.Groups[last].Span.End, group.Span.Start) is "，" or "、" ? passage.Groups[last] : null)
        {
            yield return group;
            last--;
        }
    }

    /// <summary>甲办公室相关负责人: somebody of a body, not the body itself.</summary>
    private static bool IsSpokenFor(Passage passage, Group speaker, Trigger trigger) =>
        !speaker.IsOf(Kinds.Person) && passage.Between(speaker.Span.End, trigger.Span.Start).IndexOf("负责") >= 0;

    /// <summary>记者王某报道: who writes of the event is no guest of it.</summary>
    private static bool IsReporter(Passage passage, Group speaker)
    {
        var name = speaker.Members[^1].Head.Span;
        return speaker.IsOf(Kinds.Person) && (passage.EndsBefore(name.Start, "记者") || passage.EndsBefore(name.Start, "通讯员") || passage.Between(name.End, passage.Span.End).StartsWith("报道"));
    }

    /// <summary>甲的系统、乙的设备等亮相: every organization of the clause whose products are listed.</summary>
    private static IEnumerable<Group> Exhibitors(Passage passage, Trigger trigger)
    {
        if (passage.Between(trigger.Span.End, passage.Span.End).StartsWith("的") && passage.After(trigger.Span.End + 1, Kinds.Organization, 2) is { } shown)
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

    private static Mention? Event(Passage passage, Trigger trigger, Group visitors)
    {
        var after = passage.After(trigger.Span.End, Kinds.Event, EventReach, Kinds.Body);
        if (after is not null && trigger.Cue is Cue.Attend or Cue.Exhibit or Cue.Hold)
        {
            return after.Members[0].Head;
        }

        if (trigger.Cue == Cue.Attend && Scenes.Object(passage, trigger.Span.End) is { } meant)
        {
            return meant;
        }

        var before = passage.Named(EntityType.Event).Where(m => m.Span.End <= trigger.Span.Start && !Scenes.IsCited(passage, m)).ToList();
        var named = before.FindLast(m => Scenes.IsVenue(passage, m)) ?? before.LastOrDefault();
        return named is not null || trigger.Cue == Cue.Hold || IsBareName(visitors) ? named
            : trigger.Cue == Cue.Speak ? Scenes.Told(passage) is { } scene && !IsSession(passage, scene) ? scene : null : Scenes.Before(passage, visitors.Span.Start);
    }

    /// <summary>Who speaks of a session (人大一次会议) in a later sentence comments on what it decided.</summary>
    private static bool IsSession(Passage passage, Mention scene) => passage.Text.AsSpan(0, scene.Span.End).EndsWith("次会议");

    /// <summary>A name without post in a later sentence is one who took part already; what he says needs no second proof.</summary>
    private static bool IsBareName(Group visitors) => visitors.Members.Count == 1 && visitors.Members[0].Type == EntityType.Person && visitors.Members.All(m => m.Posts.Count == 0);
}
