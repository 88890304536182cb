using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Finds all trigger words of all relations in one pass over the text; where two start alike the longer one counts.</summary>
internal static class TriggerScanner
{
    // Characters for each trigger in papers, so that the list seldom grows.
    private const int UsualGap = 16;

    private static readonly WordList<Cue> Words = WordList<Cue>.Load("relation-triggers.tsv", row => Enum.Parse<Cue>(row[1]));

    public static List<Trigger> Find(string text)
    {
        var found = new List<Trigger>(text.Length / UsualGap);
        for (var at = Words.NextStart(text, 0); at < text.Length; at = Words.NextStart(text, at))
        {
            if (Words.TryAt(text, at, out var length, out var cue))
            {
                found.Add(new(new TextSpan(at, at + length), cue));
            }

            at += Math.Max(length, 1);
        }

        return found;
    }
}
