using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Who gives a report: a line of its own with the office, a blank and the name (州长 扎西多吉). The line tells it, so the name needs no
/// Chinese surname.
/// </summary>
internal static class OfficerLines
{
    private const int LongestLine = 20;
    private const int ShortestName = 2;
    private const int LongestName = 6;

    /// <summary>Lines below the title among which it stands: the day and the meeting, the source, the officer.</summary>
    private const int Reach = 8;

    public static void Find(Paper paper, List<Mention> found)
    {
        if (paper.Kind != PaperKind.Report)
        {
            return;
        }

        foreach (var line in paper.Lines.Take(Reach))
        {
            if (
                line.Span.Length <= LongestLine
                && Name(paper, line.Span) is { IsEmpty: false } name
                && !found.Exists(m => m.Span.Overlaps(line.Span))
            )
            {
                found.Add(PersonStage.Mention(paper, name, "person.officer-line", 0.85));
            }
        }
    }

    /// <summary>What stands behind the blank that follows a post; empty where the line holds no such.</summary>
    private static TextSpan Name(Paper paper, TextSpan line)
    {
        for (var start = line.End - ShortestName; start >= Math.Max(line.Start + 1, line.End - LongestName); start--)
        {
            if (paper.Source.GapBefore(start) == Gap.Space)
            {
                var isOfficer =
                    Titles.Before(paper.Text, start) is { Class: "post", Length: > 1 }
                    && NameGrammar.IsPossible(paper.Text.AsSpan(start, line.End - start), surname: 0);
                return isOfficer ? new(start, line.End) : default;
            }
        }

        return default;
    }
}
