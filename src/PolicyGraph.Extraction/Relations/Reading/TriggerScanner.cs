using System.Buffers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Finds all trigger words of all relations in one pass over the text; where two start alike the longer one counts.</summary>
internal static class TriggerScanner
{
    private const string Table = "relation-triggers.tsv";

    private static readonly WordList<Cue> Words = WordList<Cue>.Load(Table, row => Enum.Parse<Cue>(row[1]));

    private static readonly SearchValues<string> Search = SearchValues.Create(Listed(), StringComparison.Ordinal);

    public static List<Trigger> Find(string text)
    {
        var found = new List<Trigger>();
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Search);
            if (next < 0)
            {
                break;
            }

            at += next;
            var isWord = Words.TryAt(text, at, out var length, out var cue);
            if (isWord)
            {
                found.Add(new(new TextSpan(at, at + length), cue));
            }

            at += isWord ? length : 1;
        }

        return found;
    }

    private static string[] Listed()
    {
        var words = new List<string>();
        WordList<Cue>.Load(Table, row => Enum.Parse<Cue>(row[1]), row =>
        {
            words.Add(row[0]);
            return true;
        });
        return [.. words];
    }
}
