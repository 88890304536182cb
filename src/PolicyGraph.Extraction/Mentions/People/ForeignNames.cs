using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>Transliterated names: runs of the characters used for that (GB/T 17693), joined by a middle dot, or alone behind a title.</summary>
internal static class ForeignNames
{
    private const int LongestPart = 8;

    // What bears a person's name: a prize, a ship, a stadium.
    private static readonly Terms Things = Terms.Load("person-followers.tsv", "thing");
    private static readonly CharacterSet Characters = new(WordList<char>.Load("transliteration-characters.tsv", row => row[0][0]).Words.Select(w => w[0]));

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
            var span = Around(paper, at);
            if (span.IsEmpty || Things.At(text, span.End).Found)
            {
                at++;
                continue;
            }

            found.Add(PersonStage.Mention(paper, span, "person.middle-dot", 0.9));
            at = span.End;
        }
    }

    private static TextSpan Around(Paper paper, int dot)
    {
        var text = paper.Text.AsSpan();
        var start = Start(paper, text, dot);
        var end = dot;
        while (end < text.Length && text[end] == '·' && Part(paper, end + 1) is var part and > 0)
        {
            end += 1 + part;
        }

        return start < dot && end > dot && end - start >= 4 ? new(start, end) : default;
    }

    /// <summary>Back over the characters of transliteration, and over one or two others where a title or a mark stands right before them.</summary>
    private static int Start(Paper paper, ReadOnlySpan<char> text, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start < LongestPart && Is(text, start - 1) && !Opens(paper, start))
        {
            start--;
        }

        for (var more = 0; more <= 2 && start - more > 0 && dot - start + more > 0; more++)
        {
            if (Opens(paper, start - more))
            {
                return start - more;
            }

            if (!IsIdeograph(text[start - more - 1]))
            {
                break;
            }
        }

        return start;
    }

    private static bool Opens(Paper paper, int at) => NameContext.Left(paper, at, 0).Kind is SideKind.Title or SideKind.Break;

    /// <summary>The length of a part behind a dot: characters of transliteration, and single others that nothing tells from the name.</summary>
    private static int Part(Paper paper, int at)
    {
        var text = paper.Text.AsSpan();
        var length = 0;
        while (at + length < text.Length && length < LongestPart && IsIdeograph(text[at + length]) && (length == 0 || GoesOn(paper, text, at + length)))
        {
            length++;
        }

        return length > 0 && Is(text, at) ? length : 0;
    }

    private static bool GoesOn(Paper paper, ReadOnlySpan<char> text, int at)
    {
        var right = NameContext.Right(paper, at);
        return Is(text, at) ? right.Kind != SideKind.Speech && right.Term.Length < 2 : right.Kind == SideKind.None;
    }

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool Is(ReadOnlySpan<char> text, int at) => Characters.Contains(text[at]);
}
