using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions;

/// <summary>
/// Decides between candidates that overlap. Of two that cross, the surer one stays, then the longer; of one inside another the outer stays,
/// and the inner with <see cref="Mention.Inside"/> where it says something of its own: the place of a zone, the parent of a unit, what a
/// title speaks of. Leaves the mentions in the order of the text, a longer one before those inside it.
/// </summary>
public sealed class MentionResolver : IStage
{
    private static readonly Comparer<Mention> BySpan = Comparer<Mention>.Create(
        static (left, right) =>
            left.Span.Start != right.Span.Start ? left.Span.Start.CompareTo(right.Span.Start)
            : left.Span.End != right.Span.End ? right.Span.End.CompareTo(left.Span.End)
            : left.Confidence != right.Confidence ? right.Confidence.CompareTo(left.Confidence)
            : left.Type.CompareTo(right.Type)
    );

    public void Run(Paper paper)
    {
        var kept = new List<Mention>(paper.Mentions.Count);
        foreach (var mention in paper.Mentions.Order(BySpan))
        {
            Add(paper.Text, kept, mention);
        }

        FreeOrphans(kept);
        paper.Mentions = kept;
    }

    /// <summary>What lay inside a name that lost to another stands for itself again.</summary>
    private static void FreeOrphans(List<Mention> kept)
    {
        var end = 0;
        foreach (var mention in kept)
        {
            if (mention.Inside && mention.Span.End > end)
            {
                (mention.Inside, mention.Outer) = (false, null);
            }

            end = mention.Inside ? end : Math.Max(end, mention.Span.End);
        }
    }

    private static void Add(string text, List<Mention> kept, Mention mention)
    {
        for (var i = kept.Count - 1; i >= 0 && Reaches(kept, i, mention.Span.Start); i--)
        {
            var other = kept[i];
            if (!other.Span.Overlaps(mention.Span))
            {
                continue;
            }

            if (other.Span.Contains(mention.Span))
            {
                if (
                    (other.Span == mention.Span && other.Rule is not (ZoneListFinder.Rule or DepartmentListFinder.Rule))
                    || !(StaysInside(other, mention) || IsCarriedOut(text, other, mention))
                )
                {
                    return;
                }

                mention.Inside = true;
                mention.Outer ??= other;
            }
            else if (Wins(other, mention))
            {
                return;
            }
            else
            {
                kept.RemoveAt(i);
            }
        }

        kept.Add(mention);
    }

    // Mentions come by their starts: once an outermost one ends before the new start, none before it can reach further.
    private static bool Reaches(List<Mention> kept, int index, int start) => kept[index].Inside || kept[index].Span.End > start;

    private static bool Wins(Mention first, Mention second) =>
        first.Confidence != second.Confidence ? first.Confidence > second.Confidence : first.Span.Length >= second.Span.Length;

    /// <summary>关于贯彻《X》的意见, 《X》实施办法: the paper that another's title carries out says what that rests on.</summary>
    internal static bool IsCarriedOut(string text, Mention outer, Mention inner) =>
        outer.Type == EntityType.Policy
        && inner.Type == EntityType.Policy
        && inner.Span != outer.Span
        && text[inner.Span.Start] is '《' or '〈'
        && (inner.Span.Start == outer.Span.Start ? text.AsSpan(inner.Span.End).StartsWith("实施") : IsCarriedOutBefore(text, outer, inner));

    private static bool IsCarriedOutBefore(string text, Mention outer, Mention inner) =>
        inner.Span.Start - outer.Span.Start > 3
        && text.AsSpan(0, inner.Span.Start) is var before
        && (
            before.EndsWith("贯彻")
            || before.EndsWith("落实")
            || before.EndsWith("关于实施")
            || before.EndsWith("贯彻实施")
            || before.EndsWith("高质量实施")
        );

    private static bool StaysInside(Mention outer, Mention inner) =>
        outer.Type switch
        {
            EntityType.Zone => inner.Type == EntityType.Zone || inner.Type == EntityType.Place && inner.Rule != VenueSuffixFinder.Rule,
            EntityType.Agency => inner.Type is EntityType.Agency or EntityType.Zone or EntityType.Place,
            EntityType.Organization when outer.Rule == LeagueFinder.Rule => inner.Type is EntityType.Place or EntityType.Organization,
            EntityType.Organization => inner.Type is EntityType.Place or EntityType.Agency
                || (inner.Span.Start == outer.Span.Start || inner.Span.End != outer.Span.End)
                    && (
                        inner.Type == EntityType.Organization
                        && outer.Rule != CompanyListFinder.Rule
                        && (!LegalNames.IsLegal(outer.Name) || LegalNames.IsGroupOf(inner.Name, outer.Name))
                    ),
            EntityType.Place or EntityType.Person => false,
            EntityType.Event when inner.Type == EntityType.Event => inner.Rule == OpenedEvents.Rule && inner.Span != outer.Span,
            _ => inner.Type != outer.Type || inner.Rule == OwnTitles.Rule,
        };
}
