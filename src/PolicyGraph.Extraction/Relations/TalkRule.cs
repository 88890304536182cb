using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>王某在会上作了《X》主旨报告, 以《X》为题作演讲: the talk came out at the event, and its speaker took part.</summary>
internal sealed class TalkRule : IRelationRule
{
    private const int KindReach = 12;

    private const int LinesBelow = 4;

    /// <summary>How far down a paper its title and what stands below it reach, in sentences.</summary>
    private const int LastTitleLine = 8;

    /// <summary>What may stand on the speaker's line besides: （2020年12月30日）, 同志.</summary>
    private const int LongestDay = 14;

    private const int SpeakerReach = 60;

    private static readonly string[] Openings = ["作了", "作", "做了", "题为", "作题为", "以", "发表了", "发表", "进行了", "带来"];

    private static readonly SearchValues<string> TalkKinds = SearchValues.Create(
        ["报告", "发言", "演讲", "讲话", "分享", "致辞", "为题", "讲座", "授课"],
        StringComparison.Ordinal
    );

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var talk in passage.Named(EntityType.Publication))
        {
            if (passage.VenuesIn(talk).FirstOrDefault() is { } held)
            {
                Signed(passage, held, talk.Span, sink);
            }
        }

        foreach (var held in passage.Named(EntityType.Event))
        {
            if (IsOccasion(passage, held))
            {
                Signed(passage, held, new(held.Span.Start, held.Span.End + 1), sink);
            }
        }

        foreach (var talks in passage.Lists(Kinds.Work))
        {
            if (IsTalk(passage, talks) && Event(passage, talks) is { } held)
            {
                Add(passage, talks, held, sink);
            }
        }
    }

    /// <summary>——2030年1月9日在甲会第二次会议上: a line below a title that says only when and where it was spoken.</summary>
    private static bool IsOccasion(Passage passage, Mention held) =>
        passage.EndsBefore(held.Span.Start, "在")
        && passage.Between(held.Span.End, passage.Span.End).StartsWith("上")
        && passage.Index <= LastTitleLine
        && held.Span.Start - passage.Span.Start <= LongestDay + 3
        && passage.Between(held.Span.End, passage.Span.End) is not [_, '，' or '的', ..];

    /// <summary>在甲会上的报告, and on the lines below it 省长王某 and the day: whose talk it was.</summary>
    private static void Signed(Passage passage, Mention held, TextSpan talk, RelationSink sink)
    {
        var passages = passage.Reading.Passages;
        for (var i = passage.Index; i < passages.Count && i - passage.Index <= LinesBelow; i++)
        {
            var speaker = passages[i].Lists(Kinds.Person).FirstOrDefault(g => g.Members.Count == 1 && g.Span.Start >= talk.End);
            if (
                speaker is not null
                && passages[i].Span.End - Math.Max(passages[i].Span.Start, talk.End) <= speaker.Span.Length + LongestDay
            )
            {
                sink.Add(
                    RelationType.ParticipatedIn,
                    speaker.Members[0].Entity,
                    held.Entity!,
                    talk.Union(speaker.Span),
                    speaker.Span,
                    "participated.signed-talk",
                    0.9
                );
                return;
            }
        }
    }

    private static void Add(Passage passage, Group talks, Mention held, RelationSink sink)
    {
        var isHere = held.Span.Start >= passage.Span.Start;
        foreach (var talk in IsReport(passage, talks) ? [] : talks.Members)
        {
            var evidence = isHere ? held.Span.Union(talk.Span) : talk.Span;
            sink.Add(RelationType.ReleasedAt, talk.Entity, held.Entity!, evidence, talk.Span, "released.talk", 0.82);
        }

        // 代表市政府作政府工作报告: the report is the body's, who gives it is there.
        var speakers = passage.Before(
            talks.Span.Start,
            IsReport(passage, talks) ? Kinds.Person : Kinds.Person | Kinds.Actor,
            SpeakerReach,
            commas: 2
        );
        foreach (var speaker in speakers?.Members ?? [])
        {
            var core = speaker.Span.Union(talks.Span);
            sink.Add(
                RelationType.ParticipatedIn,
                speaker.Entity,
                held.Entity!,
                isHere ? core.Union(held.Span) : core,
                core,
                "participated.talk",
                0.9
            );
        }
    }

    private static bool IsTalk(Passage passage, Group talks)
    {
        var after = passage.Between(talks.Span.End, Math.Min(passage.Span.End, talks.Span.End + KindReach));
        var end = after.IndexOfAny("，。；《");
        return (IsReport(passage, talks) || (end < 0 ? after : after[..end]).ContainsAny(TalkKinds))
            && passage.EndsBefore(talks.Span.Start, Openings);
    }

    private static bool IsReport(Passage passage, Group talks) =>
        passage.Between(talks.Span.Start, talks.Span.End).TrimEnd('》').EndsWith("工作报告");

    private static Mention? Event(Passage passage, Group talks) =>
        passage.Named(EntityType.Event).LastOrDefault(m => m.Span.End <= talks.Span.Start) ?? Scenes.Before(passage, talks.Span.Start);
}
