using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲、乙出席丙论坛, 甲在丙大会上致辞, 甲公司参展: who took part in an event, said in the sentence or the ones before it.</summary>
internal sealed class ParticipatedInRule : IRelationRule
{
    private const int EventReach = 20;

    private const int SpeakerReach = 40;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Triggers)
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

    private static IEnumerable<Group> Visitors(Passage passage, Trigger trigger) => trigger.Cue switch
    {
        Cue.Attend => Speaker(passage, trigger, Kinds.Person | Kinds.Actor),
        Cue.Publish or Cue.Speak => Speaker(passage, trigger, Kinds.Person),
        Cue.Sign => Speaker(passage, trigger, Kinds.Organization),
        Cue.Exhibit => Exhibitors(passage, trigger),
        _ => [],
    };

    private static IEnumerable<Group> Speaker(Passage passage, Trigger trigger, Kinds kinds) =>
        passage.Actor(trigger.Span.Start, kinds, SpeakerReach) is { } speaker && !IsSpokenFor(passage, speaker, trigger) ? [speaker] : [];

    /// <summary>甲办公室相关负责人: somebody of a body, not the body itself.</summary>
    private static bool IsSpokenFor(Passage passage, Group speaker, Trigger trigger) =>
        !speaker.IsOf(Kinds.Person) && passage.Between(speaker.Span.End, trigger.Span.Start).IndexOf("负责") >= 0;

    /// <summary>甲的系统、乙的设备等亮相: every organization of the clause whose products are listed.</summary>
    private static IEnumerable<Group> Exhibitors(Passage passage, Trigger trigger)
    {
        for (var i = passage.LastGroupBefore(trigger.Span.Start); i >= 0; i--)
        {
            var group = passage.Groups[i];
            if (passage.Between(group.Span.End, trigger.Span.Start).ContainsAny("。；："))
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
        if (after is not null && trigger.Cue is Cue.Attend or Cue.Exhibit)
        {
            return after.Members[0].Head;
        }

        return passage.Mentions.LastOrDefault(m => m.Type == EntityType.Event && m.Span.End <= trigger.Span.Start)
            ?? (IsBareName(visitors) ? null : Scenes.Before(passage, visitors.Span.Start));
    }

    /// <summary>A name without post in a later sentence is one who took part already; what he says needs no second proof.</summary>
    private static bool IsBareName(Group visitors) => visitors.Members[0].Type == EntityType.Person && visitors.Members[0].Posts.Count == 0;
}
