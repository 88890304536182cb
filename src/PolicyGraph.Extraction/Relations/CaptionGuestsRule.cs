using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// 甲揭牌仪式，乙会会长王某（右二）、丙校校长李某（左一）: a caption says where in the picture of an event its guests stand.
/// </summary>
internal sealed class CaptionGuestsRule : IRelationRule
{
    private const string Sides = "左右中前后";

    public void Read(Passage passage, RelationSink sink)
    {
        if (passage.Named(EntityType.Event).FirstOrDefault() is not { } held)
        {
            return;
        }

        foreach (var guests in passage.Lists(Kinds.Person))
        {
            foreach (var guest in guests.Members)
            {
                if (guest.Span.Start >= held.Span.End && IsPlaced(passage, guest.Head))
                {
                    sink.Add(
                        RelationType.ParticipatedIn,
                        guest.Entity,
                        held.Entity!,
                        held.Span.Union(guest.Span),
                        guest.Span,
                        "participated.caption",
                        0.85
                    );
                }
            }
        }
    }

    /// <summary>（右二）, （中）, （前排左一）.</summary>
    private static bool IsPlaced(Passage passage, Mention guest) =>
        passage.Between(guest.Span.End, passage.Span.End) is ['（', var side, ..] && Sides.Contains(side, StringComparison.Ordinal);
}
