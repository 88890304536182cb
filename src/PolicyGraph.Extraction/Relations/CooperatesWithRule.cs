using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲与乙、丙签署协议, 甲、乙共建: parties to an agreement. A 与 parts two sides, each of the one with each of the other; else each with each.</summary>
internal sealed class CooperatesWithRule : IRelationRule
{
    private const int Reach = 40;

    private static readonly string[] Parting = ["与", "和", "同", "携手", "联手"];

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Sign, Cue.Cooperate))
        {
            var parties = passage.Actor(trigger.Span.Start, Kinds.Body, Reach);
            if (parties is null || trigger.Cue == Cue.Cooperate && trigger.Span.Start - parties.Span.End > 10)
            {
                continue;
            }

            var (left, right) = Sides(passage, parties);
            for (var i = 0; i < left.Count; i++)
            {
                foreach (var other in left == right ? left.Skip(i + 1) : right)
                {
                    var evidence = left[i].Span.Union(other.Span).Union(trigger.Span);
                    sink.Add(RelationType.CooperatesWith, left[i].Entity, other.Entity, evidence, other.Span.Union(trigger.Span), "cooperates.signed", trigger.Cue == Cue.Sign ? 0.9 : 0.75);
                }
            }
        }
    }

    private static (IReadOnlyList<Phrase> Left, IReadOnlyList<Phrase> Right) Sides(Passage passage, Group parties)
    {
        var members = parties.Members;
        if (parties.SecondSide > 0)
        {
            return ([.. members.Take(parties.SecondSide)], [.. members.Skip(parties.SecondSide)]);
        }

        var before = passage.EndsBefore(parties.Span.Start, Parting) ? passage.Actor(parties.Span.Start - 1, Kinds.Body, Reach) : null;
        return before is null ? (members, members) : (before.Members, members);
    }
}
