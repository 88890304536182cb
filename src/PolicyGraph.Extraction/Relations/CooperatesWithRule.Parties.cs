using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>Who is on which side.</summary>
internal sealed partial class CooperatesWithRule
{
    private static void Each(IEnumerable<Phrase> left, IEnumerable<Phrase> right, TextSpan evidence, RelationSink sink)
    {
        foreach (var one in left)
        {
            foreach (var other in right)
            {
                sink.Add(RelationType.CooperatesWith, one.Entity, other.Entity, evidence, evidence, "cooperates.ceremony", 0.85);
            }
        }
    }

    /// <summary>甲公司联合乙大学成立…: bodies that make something together; where they issue or hold something, that says it.</summary>
    private static bool AreFirms(Passage passage, Group sides) =>
        sides.Members.All(m => m.Type == EntityType.Organization)
        && !passage.Of(Cue.Issue, Cue.Publish, Cue.Host, Cue.Hold, Cue.Draft).Any(t => t.Span.Start >= sides.Span.End);

    /// <summary>甲、乙分别与丙、丁签约: the first with the first, the second with the second.</summary>
    private static void Pair(IReadOnlyList<Phrase> left, IReadOnlyList<Phrase> right, Trigger trigger, RelationSink sink)
    {
        for (var i = 0; i < left.Count; i++)
        {
            var evidence = left[i].Span.Union(right[i].Span).Union(trigger.Span);
            sink.Add(
                RelationType.CooperatesWith,
                left[i].Entity,
                right[i].Entity,
                evidence,
                right[i].Span.Union(trigger.Span),
                "cooperates.paired",
                0.9
            );
        }
    }

    /// <summary>甲市政府与三大运营商——乙、丙、丁签订…: the other side behind a word for all of its members.</summary>
    private static Group? OverClass(Passage passage, Group parties)
    {
        var words = passage.Between(Math.Max(passage.Span.Start, parties.Span.Start - ListedGap), parties.Span.Start);
        var link = words.LastIndexOfAny('与', '同');
        var isClass = link >= 0 && words[^1] is '—' or '：' or '-' && !words[link..].ContainsAny("，。；");
        return isClass ? passage.Actor(parties.Span.Start - words.Length + link, Kinds.Body, FarReach) : null;
    }

    /// <summary>甲与乙签订的某项目、与丙签订的某项目: the list of the clause before, whose first side this one shares.</summary>
    private static Group? Repeated(Passage passage, Group parties) =>
        passage.EndsBefore(parties.Span.Start, Continuing)
            ? passage.Groups.LastOrDefault(g => g.SecondSide > 0 && g.IsOf(Kinds.Body) && g.Span.End < parties.Span.Start)
            : null;

    private static (IReadOnlyList<Phrase> Left, IReadOnlyList<Phrase> Right) Sides(Passage passage, Group parties)
    {
        var members = parties.Members;
        if (parties.SecondSide > 0)
        {
            return ([.. members.Take(parties.SecondSide)], [.. members.Skip(parties.SecondSide)]);
        }

        if (Repeated(passage, parties) is { } first)
        {
            return ([.. first.Members.Take(first.SecondSide)], members);
        }

        var before = passage.EndsBefore(parties.Span.Start, Parting)
            ? passage.Actor(parties.Span.Start - 1, Kinds.Body, FarReach) ?? passage.Subject(parties.Span.Start - 1, Kinds.Body)
            : OverClass(passage, parties);
        return before is not null ? (before.Members, members)
            : members.Count > 1 && passage.EndsBefore(parties.Span.Start, Parting) ? ([], members)
            : (members, members);
    }
}
