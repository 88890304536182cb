using System.Buffers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Numbered standards: a prefix (GB/T, YD/T, DB11/T, ISO/IEC), a number with its parts, a year. The canonical name has one space after the prefix
/// and a plain hyphen before the year (GB/T 1.1-2020, chapter 8: standard numbers). A title in 《》 beside the number, after
/// it on its line, or on the line below it on a cover is one more mention.
/// </summary>
internal static class StandardNumbers
{
    /// <summary>The rule of a mention by title.</summary>
    public const string TitleRule = "standard.title";

    private const int LongestTitle = 60;
    private const int LongestNumber = 8;
    private const int LongestAssociation = 8;

    private static readonly string[] Columns = ["起草", "主要起草", "归口", "代替", "主编", "参编", "发布日期", "实施日期", "主管部门", "提出单位", "采用"];
    private static readonly Terms Prefixes = Terms.Load("standard-prefixes.tsv");
    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static void Find(Paper paper)
    {
        var text = paper.Text.AsSpan();
        for (var at = 0; at < text.Length;)
        {
            var next = text[at..].IndexOfAny(Capitals);
            if (next < 0)
            {
                return;
            }

            at += next;
            var startsWord = at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]);
            at = startsWord && Read(text, at) is { } number ? Add(paper, number) : SkipWord(text, at);
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

    private static StandardNumber? Read(ReadOnlySpan<char> text, int start)
    {
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
            at += text[at + 1] is 'T' or 'Z' ? 2 : prefix.Is("local") && char.IsAsciiDigit(text[at + 1]) ? 1 : 0;
        }

        var head = at;
        at = SkipDashes(text, at);
        var digits = at;
        at = Digits(text, at);
        if (at == digits || at - digits > LongestNumber)
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

        var year = Year(text, at);
        // A prefix of two letters is too common (a model, a unit) to stand for a standard without its year.
        return year == 0 && (prefix.Is("weak") || body.Length < 3)
            ? null
            : new(new(start, at + year), $"{text[start..head]} {body}{(year > 0 ? "-" + text.Slice(at + year - 4, 4).ToString() : "")}");
    }

    /// <summary>The length of T/CAMET, T/ZGKSD: an association's own prefix, of which there are thousands (Administration of Association Standards, article 15); 0 where none stands.</summary>
    private static int Association(ReadOnlySpan<char> text)
    {
        var name = text.StartsWith("T/") ? text[2..] : default;
        var letters = name.IndexOfAnyExceptInRange('A', 'Z');
        return letters is > 1 and <= LongestAssociation ? letters + 2 : 0;
    }

    private static int Year(ReadOnlySpan<char> text, int at)
    {
        var digits = SkipDashes(text, at);
        var end = Digits(text, digits);
        return digits > at && end - digits == 4 && text[digits] is '1' or '2' ? end - at : 0;
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
        paper.Mentions.Add(new Mention { Span = number.Span, Type = EntityType.Standard, Name = number.Name, Rule = "standard.number", Confidence = 0.98 });
        if (Title(paper, number.Span) is { } title)
        {
            paper.Mentions.Add(new Mention { Span = title, Type = EntityType.Standard, Name = number.Name, Rule = TitleRule });
        }

        return number.Span.End;
    }

    /// <summary>The title beside a number: in 《》 on either side, or the rest of a line that the number opens.</summary>
    private static TextSpan? Title(Paper paper, TextSpan number)
    {
        var text = paper.Text;
        if (number.End < text.Length && text[number.End] == '《' && BookMarks.Close(text, number.End) is var close and > 0)
        {
            return new(number.End, close);
        }

        var before = number.Start - 1 - (number.Start > 0 && text[number.Start - 1] == '（' ? 1 : 0);
        if (before >= 0 && text[before] == '》' && BookMarks.Open(text, before) is var open and >= 0)
        {
            return new(open, before + 1);
        }

        if (!OpensLine(paper, number.Start) || number.End >= text.Length || paper.Source.GapBefore(number.End) is Gap.None)
        {
            return null;
        }

        if (paper.Source.GapBefore(number.End) != Gap.Space)
        {
            return OnCover(paper, number.End);
        }

        var end = number.End;
        while (end < text.Length && end - number.End < LongestTitle && !EndsTitle(paper, end))
        {
            end++;
        }

        return end - number.End >= 4 ? new(number.End, end) : null;
    }

    /// <summary>A standard's cover has the number on a line, the title on the next and the day of issue (2025-05-30发布) on the one after.</summary>
    private static TextSpan? OnCover(Paper paper, int start)
    {
        var end = LineEnd(paper, start);
        var day = paper.Text.AsSpan(end, LineEnd(paper, end) - end);
        var isCover = end - start is >= 4 and < LongestTitle && !paper.Text.AsSpan(start, end - start).ContainsAny("。；，：") && day.EndsWith("发布") && char.IsAsciiDigit(day[0]);
        return isCover ? new(start, end) : null;
    }

    private static int LineEnd(Paper paper, int at)
    {
        while (at < paper.Text.Length && (++at == paper.Text.Length || paper.Source.GapBefore(at) < Gap.Line))
        {
        }

        return at;
    }

    private static bool EndsTitle(Paper paper, int at) =>
        paper.Text[at] is '。' or '；' or '，' or '、' || paper.Source.GapBefore(at) is var gap && (gap == Gap.Line || (gap == Gap.Space && IsColumn(paper.Text.AsSpan(at))));

    // What a list of standards says behind the title, on the same line.
    private static bool IsColumn(ReadOnlySpan<char> rest) => rest.StartsWithAny(Columns);

    private static bool OpensLine(Paper paper, int at)
    {
        var text = paper.Text;
        while (at > 0 && paper.Source.GapBefore(at) != Gap.Line && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is '.' or '、' or '（' or '）'))
        {
            at--;
        }

        return paper.Source.GapBefore(at) == Gap.Line;
    }

    private readonly record struct StandardNumber(TextSpan Span, string Name);
}
