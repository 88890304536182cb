using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>由甲部主办、乙省承办的丙论坛, 甲市举办丙大会, 主办单位：甲会: who holds an event, each in its role.</summary>
internal sealed class OrganizedRule : IRelationRule
{
    private const int ObjectReach = 30;

    private const int SubjectReach = 24;

    private const int LabelReach = 6;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Triggers.Where(t => t.Cue is Cue.Host or Cue.Organize or Cue.CoOrganize or Cue.Hold))
        {
            var isLabel = trigger.Span.Of(passage.Text).EndsWith("单位", StringComparison.Ordinal);
            var hosts = isLabel ? Labelled(passage, trigger) : passage.Actor(trigger.Span.Start, Kinds.Body, SubjectReach);
            if (hosts is null || IsVisit(passage, hosts, trigger) || Event(passage, trigger, hosts, isLabel) is not { } held)
            {
                continue;
            }

            foreach (var host in hosts.Members)
            {
                var evidence = host.Span.Union(trigger.Span);
                evidence = held.Span.Start >= passage.Span.Start ? evidence.Union(held.Span) : evidence;
                var relation = sink.Add(RelationType.Organized, host.Entity, held.Entity!, evidence, host.Span.Union(trigger.Span), "organized.stated", trigger.Cue == Cue.Hold ? 0.85 : 0.92);
                relation?.Props.TryAdd("role", Role(trigger.Cue));
            }
        }
    }

    /// <summary>甲公司参加了同期举办的乙展: the clause's verb is another, who holds the event is not said.</summary>
    private static bool IsVisit(Passage passage, Group hosts, Trigger trigger) =>
        passage.Between(trigger.Span.End, passage.Span.End).StartsWith("的")
        && passage.Triggers.Any(t => t.Cue is Cue.Attend or Cue.Exhibit && t.Span.Start >= hosts.Span.End && t.Span.End <= trigger.Span.Start);

    private static string Role(Cue cue) => cue switch
    {
        Cue.Organize => "organizer",
        Cue.CoOrganize => "co_organizer",
        _ => "host",
    };

    private static Group? Labelled(Passage passage, Trigger trigger) =>
        passage.Between(trigger.Span.End, trigger.Span.End + 1) is "：" or "为" or "是" ? passage.After(trigger.Span.End + 1, Kinds.Body, 2) : null;

    private static Mention? Event(Passage passage, Trigger trigger, Group hosts, bool isLabel)
    {
        if (isLabel)
        {
            return passage.Reading.Before(passage, trigger.Span.Start, EntityType.Event, LabelReach);
        }

        var after = passage.After(trigger.Span.End, Kinds.Event, ObjectReach, Kinds.Body);
        if (after is not null)
        {
            return after.Members[0].Head;
        }

        return trigger.Cue == Cue.Hold ? null : Later(passage, trigger) ?? Earlier(passage, hosts);
    }

    /// <summary>The event behind further roles: 由甲主办，乙承办的丙大会.</summary>
    private static Mention? Later(Passage passage, Trigger trigger)
    {
        foreach (var group in passage.Groups.Skip(passage.FirstGroupFrom(trigger.Span.End)))
        {
            var gap = passage.Between(trigger.Span.End, group.Span.Start);
            if (gap.ContainsAny("。；") || gap.Length > 100)
            {
                return null;
            }

            if (group.IsOf(Kinds.Event))
            {
                return gap.IndexOf("的") >= 0 && gap.IndexOf("办") >= 0 ? group.Members[0].Head : null;
            }
        }

        return null;
    }

    /// <summary>大会由甲部主办: the event before, in this sentence or the ones before it.</summary>
    private static Mention? Earlier(Passage passage, Group hosts)
    {
        var here = passage.Mentions.LastOrDefault(m => m.Type == EntityType.Event && m.Span.End <= hosts.Span.Start);
        return here ?? Scenes.Before(passage, hosts.Span.Start);
    }
}
