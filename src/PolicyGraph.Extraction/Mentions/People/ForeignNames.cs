using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Transliterated names: runs of the characters used for that (GB/T 17693), joined by a middle dot, or alone behind a title.
/// </summary>
internal static class ForeignNames
{
    private const int LongestPart = 8;
    private const int ShortestTitled = 4;
    private const int ShortestEnvoy = 3;
    private const int LongestRun = 12;

    // What bears a person's name: a prize, a ship, a stadium.
    private static readonly Terms Things = Terms.Load("person-followers.tsv", "thing");
    private static readonly CharacterSet Characters = new(
        WordList<char>.Load("transliteration-characters.tsv", row => row[0][0]).Words.Select(w => w[0])
    );

    public static void Find(Paper paper, List<Mention> found)
    {
        FindJoined(paper, found);
        FindTitled(paper, found);
    }

    /// <summary>Runs of four characters of transliteration or more behind a title: 副部长弗拉戈扬尼斯.</summary>
    private static void FindTitled(Paper paper, List<Mention> found)
    {
        var text = paper.Text.AsSpan();
        var taken = paper.Starts(found);
        for (var at = 0; (at = Characters.Next(text, at)) < text.Length; )
        {
            var end = at;
            while (
                end < text.Length
                && Characters.Contains(text[end])
                && end - at < LongestRun
                && (end == at || paper.Source.GapBefore(end) != Text.Gap.Line)
            )
            {
                end++;
            }

            for (var start = at; end - start >= ShortestEnvoy; start++)
            {
                if (end - start < ShortestTitled && !IsEnvoy(text, start, end))
                {
                    continue;
                }

                if (
                    !taken.Contains(start)
                    && !IsPhrase(paper, start, end)
                    && Titles.Before(text, start) is { Length: > 1, Class: "post" }
                    && (end == text.Length || text[end] != '·')
                )
                {
                    found.Add(PersonStage.Mention(paper, new(start, end), "person.transliterated", 0.85));
                    break;
                }
            }

            at = Math.Max(end, at + 1);
        }
    }

    // 总书记考察山东: a verb or a place of ours shows that the post has done something.
    private static bool IsPhrase(Paper paper, int start, int end)
    {
        foreach (var hit in paper.Forms.StartingAt(start))
        {
            if (hit.Length > 1 && hit.Form.Is(WordClasses.Boundary))
            {
                return true;
            }
        }

        return paper.Forms.TryLongestBefore(end, EntryKinds.Place, out var place)
            && place.Length > 1
            && place.Form.First<PlaceEntry>() is { IsDivision: true };
    }

    // 驻华大使某某某: three characters are enough behind a post that foreigners hold, where nothing follows.
    private static bool IsEnvoy(ReadOnlySpan<char> text, int start, int end) =>
        (
            text[..start].EndsWith("大使")
            || text[..start].EndsWith("公使")
            || text[..start].EndsWith("总统")
            || text[..start].EndsWith("首相")
            || text[..start].EndsWith("首席执行官")
            || text[..start].EndsWith("主席")
            || text[..start].EndsWith("总裁")
        ) && (end == text.Length || text[end..].StartsWith("阁下") || !IsIdeograph(text[end]));

    private static void FindJoined(Paper paper, List<Mention> found)
    {
        var text = paper.Text.AsSpan();
        for (var at = 0; at < text.Length; )
        {
            var next = text[at..].IndexOf('·');
            if (next < 0)
            {
                return;
            }

            at += next;
            var span = Around(paper, at);
            if (span.IsEmpty || IsThing(text, span.End) || IsPlace(paper, at + 1))
            {
                at++;
                continue;
            }

            found.Add(PersonStage.Mention(paper, span, "person.middle-dot", 0.9));
            at = span.End;
        }
    }

    private static bool IsThing(ReadOnlySpan<char> text, int end) =>
        Things.At(text, end < text.Length && text[end] == '”' ? end + 1 : end).Found;

    // 甲谷·某地某园: what is named after the dot is where it is.
    private static bool IsPlace(Paper paper, int start) =>
        start < paper.Text.Length
        && paper.Forms.TryLongest(start, EntryKinds.Place, out var hit)
        && hit.Form.First<PlaceEntry>() is { IsDivision: true };

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

    /// <summary>Back over the characters of transliteration, and over one or two others where a title stands right before them.</summary>
    private static int Start(Paper paper, ReadOnlySpan<char> text, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start < LongestPart && Is(text, start - 1) && !Opens(paper, start))
        {
            start--;
        }

        // 驻沪总领事阿甲甲·乙乙: what stands between the title and the dot is the name, whatever its characters.
        for (
            var at = start - 1;
            at > 0
                && !Opens(paper, start)
                && dot - at <= LongestPart
                && IsIdeograph(text[at])
                && paper.Source.GapBefore(at + 1) == Text.Gap.None;
            at--
        )
        {
            if (Titles.Before(text, at) is { Class: "post", Length: > 1 })
            {
                return at;
            }
        }

        for (var more = 1; more <= 2 && start > more && IsIdeograph(text[start - more]) && !Opens(paper, start); more++)
        {
            if (NameContext.Left(paper, start - more, 0).Kind == SideKind.Title)
            {
                return start - more;
            }
        }

        return start;
    }

    private static bool Opens(Paper paper, int at) => NameContext.Left(paper, at, 0).Kind is SideKind.Title or SideKind.Break;

    /// <summary>
    /// The length of a part behind a dot: characters of transliteration, and a single other one that ends the name before a mark or a verb
    /// of speech.
    /// </summary>
    private static int Part(Paper paper, int at)
    {
        var text = paper.Text.AsSpan();
        var length = 0;
        while (
            at + length < text.Length
            && length < LongestPart
            && IsIdeograph(text[at + length])
            && (length == 0 || !BeginsLine(paper, at + length) && GoesOn(paper, text, at + length))
        )
        {
            length++;
        }

        return length > 0 && Is(text, at) ? length : 0;
    }

    // A line that begins with a body's name or with the first part of a name is another entry of a list.
    private static bool BeginsLine(Paper paper, int at)
    {
        if (paper.Source.GapBefore(at) != Text.Gap.Line)
        {
            return false;
        }

        var end = at;
        while (end < paper.Text.Length && end - at < LongestPart && Is(paper.Text, end))
        {
            end++;
        }

        return end - at > 1 && end < paper.Text.Length && paper.Text[end] == '·' || NameStart.IsKnownAt(paper, at);
    }

    private static bool GoesOn(Paper paper, ReadOnlySpan<char> text, int at)
    {
        var right = NameContext.Right(paper, at);
        return at + 1 < text.Length && text[at + 1] == '·' ? right.Kind != SideKind.Speech
            : Is(text, at) ? right.Kind != SideKind.Speech && right.Term.Length < 2
            : right.Kind == SideKind.None && NameContext.Right(paper, at + 1).Kind is SideKind.Break or SideKind.Speech;
    }

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool Is(ReadOnlySpan<char> text, int at) => Characters.Contains(text[at]);
}
