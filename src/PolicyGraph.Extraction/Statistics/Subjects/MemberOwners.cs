using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Lists of places or bodies whose members own the numbers one by one: 甲市、乙市分别增长5%、6%; 甲县和乙县收入分别为3亿元、4亿元.
/// </summary>
internal sealed class MemberOwners(Paper paper, MentionWindow window, SubjectNames names)
{
    /// <summary>
    /// Whom the figure's member names, where the list's first member is a name and no more; null where the members are things measured.
    /// </summary>
    /// <param name="measured">What of the last member stands behind its name and is measured of all; empty where nothing does.</param>
    public Owner? Of(Figure figure, out TextSpan measured)
    {
        measured = default;
        if (
            figure is not { Member: { } member, LastMember: { } last, ListHead.Member: { } first }
            || (Named(first) ?? Named(BehindAttribute(first))) is not { } head
            || head.Span.End != first.End
            || Named(last) is not { } end
        )
        {
            return null;
        }

        measured = new(end.Span.End, last.End);
        return (Named(member) ?? Named(BehindAttribute(member))) is { } own ? new(own.Entity!, own.Span) : null;
    }

    /// <summary>产值居前3名的|甲市: what is said of all stands before the first.</summary>
    private TextSpan BehindAttribute(TextSpan member) =>
        new(member.Start + paper.Text.AsSpan(member.Start, member.Length).LastIndexOf('的') + 1, member.End);

    private Mention? Named(TextSpan member)
    {
        foreach (var mention in window.Within(member))
        {
            if (
                mention.Span.Start == member.Start
                && SubjectNames.MayBe(mention)
                && mention.Type is EntityType.Place or EntityType.Zone or EntityType.Organization
            )
            {
                return names.Nearest(mention, member);
            }
        }

        return null;
    }
}
