using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>Transliterated names: runs of the characters used for that (GB/T 17693), joined by a middle dot, or alone behind a title.</summary>
internal static class ForeignNames
{
    private const int LongestPart = 8;

    // What bears a person's name: a prize, a ship, a stadium.
    private static readonly Terms Things = Terms.Load("person-followers.tsv", "thing");
    private static readonly Terms Characters = Terms.Load("transliteration-characters.tsv");

    public static void Find(Paper paper, List<Mention> found)
    {
        var text = paper.Text.AsSpan();
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOf('·');
            if (next < 0)
            {
                return;
            }

            at += next;
            var span = Around(text, at);
            if (span.IsEmpty || Things.At(text, span.End).Found)
            {
                at++;
                continue;
            }

            found.Add(PersonStage.Mention(paper, span, "person.middle-dot", 0.9));
            at = span.End;
        }
    }

    private static TextSpan Around(ReadOnlySpan<char> text, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start < LongestPart && Is(text, start - 1) && !EndsTitle(text, start))
        {
            start--;
        }

        var end = dot;
        while (end < text.Length && text[end] == '·' && Part(text, end + 1) is var part and > 0)
        {
            end += 1 + part;
        }

        return start < dot && end > dot && end - start >= 4 ? new(start, end) : default;
    }

    private static bool EndsTitle(ReadOnlySpan<char> text, int end) => Titles.Before(text, end).Length > 1;

    private static int Part(ReadOnlySpan<char> text, int at)
    {
        var length = 0;
        while (at + length < text.Length && length < LongestPart && Is(text, at + length) && Titles.At(text, at + length).Length < 2)
        {
            length++;
        }

        return length;
    }

    private static bool Is(ReadOnlySpan<char> text, int at) => Characters.At(text, at).Found;
}
