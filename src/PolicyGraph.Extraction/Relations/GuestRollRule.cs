using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// Rolls in the report of an event, whatever the sentence says its guests did there: three persons or more with their posts
/// (甲市长王某、乙院院长李某、丙公司总裁赵某就…对话), and bodies that sent somebody (来自丁公司、戊院等单位的代表围绕…).
/// </summary>
internal sealed class GuestRollRule : IRelationRule
{
    private const int Fewest = 3;

    private static readonly SearchValues<string> Elsewhere = SearchValues.Create(
        ["会见", "调研", "考察", "当选", "选举", "任命", "聘", "陪同", "获奖", "荣获"],
        StringComparison.Ordinal
    );

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var run in passage.Names(EntityType.Person) ? GuestRun.In(passage) : [])
        {
            if (run.SelectMany(g => g.Members).Count(g => g.Span.Length > g.Head.Span.Length) >= Fewest)
            {
                Add(passage, [.. run, .. Rolls.Beside(passage, run[^1])], sink);
            }
        }

        if (passage.Names(EntityType.Organization) || passage.Names(EntityType.Agency))
        {
            Add(passage, Rolls.Sent(passage), sink);
        }
    }

    private static void Add(Passage passage, List<Group> roll, RelationSink sink)
    {
        if (
            roll.Count == 0
            || passage.Between(passage.Span.Start, passage.Span.End).ContainsAny(Elsewhere)
            || Scene(passage, roll[0]) is not { } held
        )
        {
            return;
        }

        foreach (var guest in roll.SelectMany(g => g.Members).Where(m => (Kinds.Person | Kinds.Actor).Has(m.Type)))
        {
            sink.Add(RelationType.ParticipatedIn, guest.Entity, held.Entity!, guest.Span, guest.Span, "participated.roll", 0.8);
        }
    }

    private static Mention? Scene(Passage passage, Group first) =>
        passage
            .Named(EntityType.Event)
            .LastOrDefault(m => m.Span.End <= first.Span.Start && !Scenes.IsCited(passage, m) && !Scenes.IsParty(passage, m))
        ?? Scenes.Told(passage);
}
