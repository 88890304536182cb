using System.Buffers;
using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// The other places of names that are known: those that the paper gave beside a title, and persons of public life, who are named without one.
/// A name of two characters is too often a piece of something else to be looked for alone.
/// </summary>
internal static class RepeatedNames
{
    private const int Shortest = 3;

    private static readonly string[] Known = [.. WordList<string>.Load("known-people.tsv", row => row[0]).Words.Where(w => w.Length >= Shortest)];
    private static readonly PatternMatcher KnownMatcher = new(Known);

    public static void Find(Paper paper, List<Mention> found)
    {
        var taken = found.Select(m => m.Span.Start).ToHashSet();
        foreach (var hit in KnownMatcher.Scan(paper.Text))
        {
            if (taken.Add(hit.Start))
            {
                found.Add(PersonStage.Mention(paper, new(hit.Start, hit.End), "person.known", 0.9));
            }
        }

        FindAgain(paper, found, taken);
    }

    private static void FindAgain(Paper paper, List<Mention> found, HashSet<int> taken)
    {
        var names = found.Where(m => m.Span.Length >= Shortest).Select(m => m.Span.Of(paper.Text)).ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0)
        {
            return;
        }

        var lengths = names.Select(n => n.Length).Distinct().OrderDescending().ToArray();
        var first = SearchValues.Create([.. names.Select(n => n[0])]);
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        var text = paper.Text.AsSpan();
        for (var at = 0; at < text.Length && text[at..].IndexOfAny(first) is var next and >= 0;)
        {
            at += next;
            var length = Length(text, at, lengths, lookup);
            if (length > 1 && taken.Add(at))
            {
                found.Add(PersonStage.Mention(paper, new(at, at + length), "person.repeated", 0.9));
            }

            at += length;
        }
    }

    private static int Length(ReadOnlySpan<char> text, int at, int[] lengths, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> names)
    {
        foreach (var length in lengths)
        {
            if (at + length <= text.Length && names.Contains(text.Slice(at, length)))
            {
                return length;
            }
        }

        return 1;
    }
}
