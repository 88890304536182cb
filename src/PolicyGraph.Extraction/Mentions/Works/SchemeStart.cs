using System.Buffers;
using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Where a scheme's name begins and ends whose last word is known (工程, 行动计划): the walk back goes on past a verb that belongs to the
/// name, and a bracket behind the name belongs to it.
/// </summary>
internal static class SchemeStart
{
    private const int Longest = 20;
    private const int LongestListed = 30;

    /// <summary>The fewest characters of a paper in a list that names one.</summary>
    private const int ShortestListed = 9;

    private const string ListOpener = "包括";

    private static readonly SearchValues<char> ListStops = SearchValues.Create("，。；：、的“”《》（）");

    /// <param name="kind">The class of the suffix.</param>
    /// <param name="last">The name found before this one, into which this one does not reach; empty where there is none.</param>
    /// <returns>The whole name; empty where the words there name no scheme.</returns>
    public static TextSpan Find(Paper paper, NameWalker walker, PatternHit hit, string kind, TextSpan last)
    {
        var text = paper.Text.AsSpan();
        if (kind is "scheme" && QuotedSchemes.Whole(text, hit) is { IsEmpty: false } marked)
        {
            return marked;
        }

        if (kind is "report" && hit.Start > 0 && text[hit.Start - 1] == '作')
        {
            // 某县长作政府工作报告: who gives it is no part of its name.
            return default;
        }

        if (kind is "plan" && Listed(text, hit, last) is > 0 and var listed)
        {
            return Whole(text, listed, hit, kind);
        }

        for (var from = hit.Start - (kind is "pilot" ? Pilots.Batch(text, hit.Start) : 0); ; )
        {
            var name = walker.Back(hit.Start, from);
            var first =
                kind is "pilot" ? Pilots.Start(text, name)
                : kind is "national" && SchemeSigns.IsFollowed(text, name.Reach) ? name.Reach
                : name.Position;
            var start = last.End > first && last.End < hit.Start ? last.End + 1 : first;
            var quoted = start > 0 && text[start - 1] == '“' && hit.End < text.Length && text[hit.End] == '”';
            if (SchemeModifiers.Suffice(text[start..hit.Start], kind, quoted))
            {
                return Named(text, walker, hit, kind, start, quoted, last);
            }

            // 深化 in 国企改革深化提升行动: a word that leaves too little behind it belongs to the name.
            if (
                !name.Boundary.Found
                || name.Boundary.Is("word")
                || hit.Start - start > SchemeModifiers.Shortest
                || hit.Start - from > Longest
            )
            {
                return default;
            }

            // Behind a name found before, or a count of editions, the same word may stand once more.
            var next = BoundaryStart(text, start, name.Boundary);
            if (next >= from)
            {
                return default;
            }

            from = next;
        }
    }

    /// <summary>
    /// Where one of several papers begins that are listed without marks, whatever words are in it (包括甲利用管理办法、乙核准实施细则等); 0
    /// where the words stand in no such list.
    /// </summary>
    private static int Listed(ReadOnlySpan<char> text, PatternHit hit, TextSpan last)
    {
        var from = Math.Max(0, hit.Start - LongestListed);
        var before = text[from..hit.Start];
        var opener = before.LastIndexOf(ListOpener) is >= 0 and var opened ? opened + ListOpener.Length : 0;
        var start = from + Math.Max(opener, before.LastIndexOfAny(ListStops) + 1);
        var end = WithBracket(text, hit.End);
        return
            hit.End - start >= ShortestListed
            && (opener > 0 && start == from + opener && text[end..] is ['、', ..] || start - 1 == last.End && text[start - 1] == '、')
            ? start
            : 0;
    }

    private static TextSpan Named(
        ReadOnlySpan<char> text,
        NameWalker walker,
        PatternHit hit,
        string kind,
        int start,
        bool quoted,
        TextSpan last
    )
    {
        var box = BoxHeading(text, start);
        start += box;
        var marked = kind is "scheme" or "reform" ? QuotedSchemes.Marked(text, start, hit) : default;
        if (kind is "reform" && !marked.IsEmpty && marked.Start < start)
        {
            return marked;
        }

        start = marked.Start > start && text[start..marked.Start].Contains('、') ? marked.Start : start;
        var before = quoted ? start - 1 : start;
        var continues = !last.IsEmpty && before > last.End && before - last.End <= 1 && text[last.End] is '、' or '和' or '与' or '及';
        var verb = kind is "pilot" ? Pilots.VerbBefore(text, walker, before) : Verbs.Before(text, before);
        if (box > 0 || SchemeSigns.Tell(walker, text, new(start, hit.End), kind, verb, continues))
        {
            return Whole(text, start, hit, kind);
        }

        return marked.IsEmpty && kind is "scheme" ? QuotedSchemes.WithLongerHead(text, walker, start, hit, quoted) : marked;
    }

    /// <summary>The length of 专栏5 and the like, which head a plan's boxes; 0 where none stands there.</summary>
    private static int BoxHeading(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].StartsWith("专栏") ? 2 : 0;
        while (
            length > 0 && start + length < text.Length && (char.IsAsciiDigit(text[start + length]) || text[start + length] is '：' or '.')
        )
        {
            length++;
        }

        return length > 2 ? length : 0;
    }

    private static int BoundaryStart(ReadOnlySpan<char> text, int start, Term boundary)
    {
        // Soft words may lie between the boundary and the start.
        var at = start;
        while (at > boundary.Length && Boundaries.Before(text, at) != boundary)
        {
            at--;
        }

        return at - boundary.Length;
    }

    private static TextSpan Whole(ReadOnlySpan<char> text, int start, PatternHit hit, string kind)
    {
        var quote = kind is "system" ? text[start..hit.Start].IndexOf('“') : -1;
        return new(quote > 0 ? start + quote : start, WithBracket(text, hit.End));
    }

    /// <summary>A bracket of years or of trial belongs to the title: （2021—2023年）, （试行）.</summary>
    public static int WithBracket(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] != '（')
        {
            return end;
        }

        var close = text[end..].IndexOf('）');
        var inner = close > 1 ? text.Slice(end + 1, close - 1) : default;
        return
            inner.Length is > 1 and <= 16
            && (
                WorkProperties.Years(inner) is not null
                || inner is "试行" or "暂行" or "修订"
                || (inner[^1] == '年' && char.IsAsciiDigit(inner[0]))
            )
            ? end + close + 1
            : end;
    }
}
