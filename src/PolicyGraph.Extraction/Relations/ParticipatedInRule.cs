using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲、乙出席丙论坛, 甲在丙大会上致辞, 甲公司参展: who took part in an event, said in the sentence or the ones before it.</summary>
internal sealed class ParticipatedInRule : IRelationRule
{
    private const int EventReach = 20;

    public void Read(Passage passage, RelationSink sink)
    {
        SaidAt(passage, sink);
        Opened(passage, sink);
        foreach (var trigger in passage.Of(Cue.Attend, Cue.Publish, Cue.Speak, Cue.Hold, Cue.Sign, Cue.Exhibit, Cue.Invite, Cue.Present).Where(t => !IsCited(passage, t)))
        {
            foreach (var visitors in Visitors.Of(passage, trigger))
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

    /// <summary>会上，王某…; 在签约仪式上，甲局局长李某…: who a sentence that opens at an event goes on with.</summary>
    private static void Opened(Passage passage, RelationSink sink)
    {
        var end = passage.Sentence.IsHeading ? 0 : Scenes.OpeningEnd(passage);
        var next = passage.FirstGroupFrom(end);
        if (end == 0 || next >= passage.Groups.Count || passage.Groups[next].Span.Start > end || !passage.Groups[next].IsOf(Kinds.Actor | Kinds.Person))
        {
            return;
        }

        var scene = passage.Groups[next].IsOf(Kinds.Person) || Acts(passage, passage.Groups[next].Members[^1].Span.End) ? Scenes.Opening(passage, end) : null;
        foreach (var visitor in scene is null ? [] : passage.Groups[next].Members)
        {
            var evidence = new TextSpan(passage.Span.Start, visitor.Span.End);
            sink.Add(RelationType.ParticipatedIn, visitor.Entity, scene!.Entity!, evidence, visitor.Span, "participated.opened", visitor.Type == EntityType.Person ? 0.85 : 0.75);
        }
    }

    /// <summary>A body that does something there; one that is founded or praised there took no part.</summary>
    private static bool Acts(Passage passage, int position) =>
        !Visitors.IsSpokenFor(passage, position) && passage.Of(Cue.Sign, Cue.Exhibit, Cue.Present, Cue.Speak, Cue.Attend).Any(t => t.Span.Start >= position && (passage.Between(position, passage.Span.End).StartsWith("等") || passage.Between(position, t.Span.Start).IndexOfAny('，', '的') < 0));

    /// <summary>贯彻某某重要讲话精神: a speech that is cited, wherever it was held; 新闻发言人 is a post.</summary>
    private static bool IsCited(Passage passage, Trigger trigger) =>
        passage.EndsBefore(trigger.Span.End, "发言") && passage.Between(trigger.Span.End, passage.Span.End).StartsWith("人")
        || passage.EndsBefore(trigger.Span.End, "讲话") && (passage.Between(trigger.Span.End, passage.Span.End).StartsWith("精神") || passage.EndsBefore(trigger.Span.Start, "重要"));

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
        if (named is not null && Scenes.IsParty(passage, named))
        {
            named = Scenes.Before(passage, visitors.Span.Start) ?? named;
        }

        return named is not null || trigger.Cue == Cue.Hold || IsBareName(visitors) ? named
            : trigger.Cue == Cue.Speak ? Scenes.Told(passage) is { } scene && !IsSession(passage, scene) ? scene : null : Scenes.Before(passage, visitors.Span.Start);
    }

    /// <summary>Who speaks of a session (人大一次会议) in a later sentence comments on what it decided.</summary>
    private static bool IsSession(Passage passage, Mention scene) => passage.Text.AsSpan(0, scene.Span.End).EndsWith("次会议");

    /// <summary>A name without post in a later sentence is one who took part already; what he says needs no second proof.</summary>
    private static bool IsBareName(Group visitors) => visitors.Members.Count == 1 && visitors.Members[0].Type == EntityType.Person && visitors.Members.All(m => m.Posts.Count == 0 && m.Span == m.Head.Span);
}
