using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲高新区启动X制, 甲市入选X试点, 甲、乙分别成为X、Y试点城市: who tries out a scheme.</summary>
internal sealed class PilotsRule : IRelationRule
{
    private const int Reach = 16;

    private const Kinds Pilots = Kinds.Zone | Kinds.Place | Kinds.Organization;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Pilot, Cue.Launch))
        {
            var pilots = Site(passage, trigger) ?? passage.Actor(trigger.Span.Start, Pilots, reach: 40);
            var schemes = passage.After(trigger.Span.End, Kinds.Policy, Reach);
            if (pilots is null || schemes is null || !IsPilot(passage, trigger, schemes))
            {
                continue;
            }

            var isPaired = pilots.Members.Count == schemes.Members.Count && passage.EndsBefore(trigger.Span.Start, "分别");
            for (var i = 0; i < pilots.Members.Count; i++)
            {
                foreach (var scheme in isPaired ? [schemes.Members[i]] : schemes.Members)
                {
                    Add(passage, pilots.Members[i], scheme, trigger, sink);
                }
            }
        }
    }

    /// <summary>甲部在乙区开展X试点: tried out where it takes place.</summary>
    private static Group? Site(Passage passage, Trigger trigger) =>
        passage.Before(trigger.Span.Start, Kinds.Zone | Kinds.Place, 4, passed: Kinds.None) is { } site && passage.EndsBefore(site.Span.Start, "在") ? site : null;

    private static void Add(Passage passage, Phrase pilot, Phrase scheme, Trigger trigger, RelationSink sink)
    {
        var evidence = pilot.Span.Union(trigger.Span).Union(scheme.Span);
        sink.Add(RelationType.Pilots, pilot.Entity, scheme.Entity, evidence, trigger.Span.Union(scheme.Span), "pilots.stated", 0.82)
            ?.Date(passage.DateBefore(trigger.Span.Start));
    }

    /// <summary>To be listed or chosen is a pilot's lot only where the word 试点 stands with the scheme.</summary>
    private static bool IsPilot(Passage passage, Trigger trigger, Group schemes) =>
        trigger.Cue == Cue.Launch && !trigger.Span.Of(passage.Text).EndsWith("展", StringComparison.Ordinal) || trigger.Span.Of(passage.Text).Contains("试", StringComparison.Ordinal)
        || passage.Between(trigger.Span.End, Math.Min(passage.Span.End, schemes.Span.End + 6)).IndexOf("试点") >= 0;
}
