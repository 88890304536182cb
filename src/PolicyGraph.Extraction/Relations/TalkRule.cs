using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>王某在会上作了《X》主旨报告, 以《X》为题作演讲: the talk came out at the event, and its speaker took part.</summary>
internal sealed class TalkRule : IRelationRule
{
    private const int KindReach = 12;

    private const int SpeakerReach = 60;

    private static readonly string[] Openings = ["作了", "作", "做了", "题为", "作题为", "以", "发表了", "发表", "进行了", "带来"];

    private static readonly string[] TalkKinds = ["报告", "发言", "演讲", "讲话", "分享", "致辞", "为题", "讲座", "授课"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var talks in passage.Lists(Kinds.Work))
        {
            if (IsTalk(passage, talks) && Event(passage, talks) is { } held)
            {
                Add(passage, talks, held, sink);
            }
        }
    }

    private static void Add(Passage passage, Group talks, Mention held, RelationSink sink)
    {
        var isHere = held.Span.Start >= passage.Span.Start;
        foreach (var talk in talks.Members)
        {
            var evidence = isHere ? held.Span.Union(talk.Span) : talk.Span;
            sink.Add(RelationType.ReleasedAt, talk.Entity, held.Entity!, evidence, talk.Span, "released.talk", 0.82);
        }

        var speakers = passage.Before(talks.Span.Start, Kinds.Person | Kinds.Actor, SpeakerReach, commas: 2);
        foreach (var speaker in speakers?.Members ?? [])
        {
            var core = speaker.Span.Union(talks.Span);
            sink.Add(RelationType.ParticipatedIn, speaker.Entity, held.Entity!, isHere ? core.Union(held.Span) : core, core, "participated.talk", 0.9);
        }
    }

    private static bool IsTalk(Passage passage, Group talks)
    {
        var after = passage.Between(talks.Span.End, Math.Min(passage.Span.End, talks.Span.End + KindReach)).ToString();
        var end = after.IndexOfAny(['，', '。', '；', '《']);
        return Array.Exists(TalkKinds, (end < 0 ? after : after[..end]).Contains) && passage.EndsBefore(talks.Span.Start, Openings);
    }

    private static Mention? Event(Passage passage, Group talks) =>
        passage.Mentions.LastOrDefault(m => m.Type == EntityType.Event && m.Span.End <= talks.Span.Start) ?? Scenes.Before(passage, talks.Span.Start);
}
