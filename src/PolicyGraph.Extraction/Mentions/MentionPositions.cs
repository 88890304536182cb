using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions;

/// <summary>Where mentions begin and end, for rules that ask only whether one does at a position.</summary>
internal static class MentionPositions
{
    public static PositionSet Starts(this Paper paper, List<Mention> mentions)
    {
        var starts = new PositionSet(paper.Text.Length);
        foreach (var mention in mentions)
        {
            starts.Add(mention.Span.Start);
        }

        return starts;
    }

    public static PositionSet Ends(this Paper paper, Predicate<Mention> kind)
    {
        var ends = new PositionSet(paper.Text.Length);
        foreach (var mention in paper.Mentions)
        {
            if (kind(mention))
            {
                ends.Add(mention.Span.End);
            }
        }

        return ends;
    }
}
