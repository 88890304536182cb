using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲论坛9月18日在乙大学举办, 在乙市开幕的甲大会: where an event takes place; a city and its hall are a row each.</summary>
internal sealed class HeldInRule : IRelationRule
{
    private const int SiteReach = 8;

    private const int EventReach = 60;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Hold, Cue.Open))
        {
            var sites = passage.Before(trigger.Span.Start, Kinds.Site, SiteReach);
            if (sites is null || !IsSite(passage, sites) || Event(passage, trigger, sites) is not { } held)
            {
                continue;
            }

            var date = passage.DateBefore(trigger.Span.Start);
            foreach (var site in sites.Members.SelectMany(m => m.Around.Append(m.Head)).Where(m => Kinds.Site.Has(m.Type)))
            {
                var evidence = held.Span.Union(site.Span).Union(trigger.Span);
                sink.Add(RelationType.HeldIn, held.Entity!, site.Entity!, evidence, site.Span.Union(trigger.Span), "held.in", 0.92)?.Date(date);
            }
        }
    }

    private static bool IsSite(Passage passage, Group sites) =>
        passage.EndsBefore(sites.Span.Start, "在") || passage.EndsBefore(sites.Span.Start, "于") || passage.EndsBefore(sites.Span.Start, "来到") || passage.EndsBefore(sites.Span.Start, "落地");

    private static Mention? Event(Passage passage, Trigger trigger, Group sites)
    {
        if (passage.Before(sites.Span.Start, Kinds.Event, EventReach, commas: 2) is { } before)
        {
            return before.Members[^1].Head;
        }

        return passage.After(trigger.Span.End, Kinds.Event, 16, Kinds.Body)?.Members[0].Head
            ?? passage.Mentions.LastOrDefault(m => m.Type == EntityType.Event && m.Span.End <= sites.Span.Start);
    }
}
