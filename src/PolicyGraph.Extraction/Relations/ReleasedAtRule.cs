using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>在甲论坛上发布《X》, 甲大会发布了《X》, 《X》发布会: the event at which a paper came out.</summary>
internal sealed class ReleasedAtRule : IRelationRule
{
    private const int ObjectReach = 24;

    private const int EventReach = 120;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Publish, Cue.Issue))
        {
            var works = passage.After(trigger.Span.End, Kinds.Work, ObjectReach) ?? Subject(passage, trigger);
            var place = works is null ? null : Event(passage, trigger, works);
            if (works is null || place is null)
            {
                continue;
            }

            foreach (var work in works.Members)
            {
                var core = trigger.Span.Union(work.Span);
                sink.Add(RelationType.ReleasedAt, work.Entity, place.Entity!, place.Span.Start >= passage.Span.Start ? core.Union(place.Span) : core, core, "released.at", 0.88);
            }
        }

        foreach (var launch in passage.Mentions.Where(m => m.Type == EntityType.Event))
        {
            foreach (var work in passage.Within(launch).Where(m => Kinds.Work.Has(m.Type)))
            {
                sink.Add(RelationType.ReleasedAt, work.Entity!, launch.Entity!, launch.Span, launch.Span, "released.launch", 0.93);
            }
        }
    }

    /// <summary>《X》在会上发布.</summary>
    private static Group? Subject(Passage passage, Trigger trigger)
    {
        var works = passage.Before(trigger.Span.Start, Kinds.Work, ObjectReach);
        return works is not null && passage.Between(works.Span.End, trigger.Span.Start).IndexOf("由") < 0 ? works : null;
    }

    /// <summary>The event said with 在…上, or as the subject; else none, for an event that the sentence only names proves nothing.</summary>
    private static Mention? Event(Passage passage, Trigger trigger, Group works)
    {
        var events = passage.Mentions.Where(m => m.Type == EntityType.Event && m.Span.End <= trigger.Span.Start && trigger.Span.Start - m.Span.End <= EventReach);
        return events.LastOrDefault(m => IsScene(passage, m) || passage.Between(m.Span.End, trigger.Span.Start) is "" or "正式" or "现场" or "首次" or "还" or "共" or "集中")
            ?? Here(passage, trigger, works);
    }

    private static bool IsScene(Passage passage, Mention place)
    {
        var after = passage.Between(place.Span.End, passage.Span.End);
        return (passage.EndsBefore(place.Span.Start, "在") || passage.EndsBefore(place.Span.Start, "于") || passage.EndsBefore(place.Span.Start, "在本届") || passage.Between(Math.Max(passage.Span.Start, place.Span.Start - 12), place.Span.Start).IndexOf("在") >= 0)
            && (after.StartsWith("上") || after.StartsWith("期间") || after.StartsWith("的") || after.StartsWith("中") || after.StartsWith("现场") || after.StartsWith("开幕式") || after.StartsWith("闭幕式"));
    }

    /// <summary>会上, 论坛现场: the event of the sentences before.</summary>
    private static Mention? Here(Passage passage, Trigger trigger, Group works)
    {
        var start = Math.Min(works.Span.Start, trigger.Span.Start);
        var before = passage.Between(passage.Span.Start, start);
        return before.IndexOf("会上") >= 0 || before.IndexOf("现场") >= 0 || before.IndexOf("活动上") >= 0 || before.IndexOf("论坛上") >= 0 || before.IndexOf("大会上") >= 0
            ? Scenes.Before(passage, start) : null;
    }
}
