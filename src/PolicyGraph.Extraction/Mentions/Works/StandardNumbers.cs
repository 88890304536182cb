using System.Buffers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Numbered standards: a prefix (GB/T, YD/T, DB11/T, ISO/IEC), a number with its parts, a year. The canonical name has one space after the
/// prefix and a plain hyphen before the year (GB/T 1.1-2020, chapter 8: standard numbers).
/// </summary>
internal static class StandardNumbers
{
    private const int LongestNumber = 8;
    private const int LongestAssociation = 8;

    private static readonly Terms Prefixes = Terms.Load("standard-prefixes.tsv");
    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static void Find(Paper paper)
    {
        var text = paper.Text.AsSpan();
        for (var at = 0; at < text.Length; )
        {
            var next = text[at..].IndexOfAny(Capitals);
            if (next < 0)
            {
                return;
            }

            at += next;
            // 1 GB/T 1.1-2020: the number of a table's line stands apart from the standard's.
            var startsWord =
                at == 0
                || !char.IsAsciiLetterOrDigit(text[at - 1])
                || char.IsAsciiDigit(text[at - 1]) && paper.Source.GapBefore(at) != Gap.None;
            at = startsWord && Read(paper, at) is { } number ? Add(paper, number) : SkipWord(text, at);
        }
    }

    private static int SkipWord(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static StandardNumber? Read(Paper paper, int start)
    {
        var text = paper.Text.AsSpan();
        var prefix = Prefixes.At(text, start);
        var length = prefix.Found ? prefix.Length : Association(text[start..]);
        if (length == 0)
        {
            return null;
        }

        var at = start + length;
        if (prefix.Is("local"))
        {
            at = Digits(text, at);
        }

        if (at + 1 < text.Length && text[at] == '/')
        {
            // DB44/26: what a place orders, without the T of what it recommends.
            at +=
                text[at + 1] is 'T' or 'Z' ? 2
                : prefix.Is("local") && char.IsAsciiDigit(text[at + 1]) ? 1
                : 0;
        }

        var head = at;
        at = SkipDashes(text, at);
        var digits = at;
        // ITU-T Y.4560: a letter for the series stands before the number.
        at = at + 1 < text.Length && char.IsAsciiLetterUpper(text[at]) && text[at + 1] == '.' ? at + 2 : at;
        var figures = at;
        at = Digits(text, at);
        if (at == figures || at - digits > LongestNumber)
        {
            return null;
        }

        while (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1]))
        {
            at = Digits(text, at + 1);
        }

        var body = text[digits..at].ToString();
        if (prefix.Is("international") && at + 5 <= text.Length && text[at] == '：' && Digits(text, at + 1) == at + 5)
        {
            return new(new(start, at + 5), $"{text[start..head]} {body}:{text.Slice(at + 1, 4)}");
        }

        var (yearStart, yearEnd) = Year(paper, at);
        // A prefix of two letters is too common (a model, a unit) to stand for a standard without its year.
        return yearEnd == 0 && (prefix.Is("weak") && figures == digits || body.Length < 3)
            ? null
            : new(
                new(start, Math.Max(at, yearEnd)),
                $"{text[start..head]} {body}{(yearEnd > 0 ? "-" + text[yearStart..yearEnd].ToString() : "")}"
            );
    }

    /// <summary>
    /// The length of T/CAMET, T/ZGKSD: an association's own prefix, of which there are thousands (Administration of Association Standards,
    /// article 15); 0 where none stands.
    /// </summary>
    private static int Association(ReadOnlySpan<char> text)
    {
        var name = text.StartsWith("T/") ? text[2..] : default;
        var letters = name.IndexOfAnyExceptInRange('A', 'Z');
        return letters is > 1 and <= LongestAssociation ? letters + 2 : 0;
    }

    /// <summary>
    /// The year behind a number's dash, of four figures or, before 2000, of two; empty where none stands. Figures beyond a space are a
    /// column of their own (2006 2019-07-01).
    /// </summary>
    private static (int Start, int End) Year(Paper paper, int at)
    {
        var text = paper.Text.AsSpan();
        var start = SkipDashes(text, at);
        var end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]) && (end == start || paper.Source.GapBefore(end) == Gap.None))
        {
            end++;
        }

        var isYear = start > at && (end - start == 4 && text[start] is '1' or '2' || end - start == 2 && text[start] is '8' or '9');
        return isYear ? (start, end) : default;
    }

    private static int SkipDashes(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && text[at] is '-' or '—')
        {
            at++;
        }

        return at;
    }

    private static int Digits(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Add(Paper paper, StandardNumber number)
    {
        paper.Mentions.Add(
            new Mention
            {
                Span = number.Span,
                Type = EntityType.Standard,
                Name = number.Name,
                Rule = "standard.number",
                Confidence = 0.98,
            }
        );
        if (StandardTitles.Beside(paper, number.Span) is { } title)
        {
            paper.Mentions.Add(
                new Mention
                {
                    Span = title,
                    Type = EntityType.Standard,
                    Name = number.Name,
                    Rule = StandardTitles.Rule,
                }
            );
        }

        return number.Span.End;
    }

    private readonly record struct StandardNumber(TextSpan Span, string Name);
}
