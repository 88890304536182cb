using System.Buffers;
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

    public static void Find(Paper paper, List<Mention> found)
    {
        var names = found.Select(m => m.Span.Of(paper.Text)).Where(n => n.Length >= Shortest).Concat(Known).Distinct(StringComparer.Ordinal)
            .OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal).ToArray();
        var any = SearchValues.Create(names, StringComparison.Ordinal);
        var lookup = new HashSet<string>(names, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        var lengths = names.Select(n => n.Length).Distinct().ToArray();
        var taken = found.Select(m => m.Span.Start).ToHashSet();
        var text = paper.Text.AsSpan();
        for (var at = 0; at < text.Length && text[at..].IndexOfAny(any) is var next and >= 0;)
        {
            at += next;
            var length = Length(text, at, lengths, lookup);
            if (!taken.Contains(at))
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
