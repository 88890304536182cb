using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>Numbers joined by colons to one ratio: 4.6：31.8：63.6.</summary>
internal static class Proportions
{
    /// <summary>How far before a chain its noun may stand: 三次产业结构由…调整为.</summary>
    private const int Reach = 40;

    private const string Nouns = "比构";

    /// <summary>True where a colon with a digit beyond it touches the number.</summary>
    public static bool IsTerm(ReadOnlySpan<char> text, TextSpan number) =>
        (number.Start > 1 && IsColon(text, number.Start - 1)) || (number.End + 1 < text.Length && IsColon(text, number.End));

    /// <summary>优化为6.6：45.8：47.6: two colons and a decimal make a ratio, whatever stands before.</summary>
    public static bool IsOfThree(ReadOnlySpan<char> text, TextSpan number)
    {
        var (start, end) = (number.Start, number.End);
        while (start > 0 && (char.IsAsciiDigit(text[start - 1]) || text[start - 1] is '.' or '：' or ':'))
        {
            start--;
        }

        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '：' or ':'))
        {
            end++;
        }

        var chain = text[start..end];
        return chain.Contains('.') && chain.Count('：') + chain.Count(':') == 2;
    }

    /// <summary>2.5|：1, and not 2：1：1: so many times the other.</summary>
    public static bool IsToOne(ReadOnlySpan<char> text, TextSpan number) =>
        number.End + 1 < text.Length
        && IsColon(text, number.End)
        && text[number.End + 1] == '1'
        && !GoesOn(text, number.End + 2)
        && !IsAfterColon(text, number);

    /// <summary>2.5：|1: the one that the other is so many times of.</summary>
    public static bool IsOne(ReadOnlySpan<char> text, TextSpan number) =>
        number.Length == 1
        && text[number.Start] == '1'
        && IsAfterColon(text, number)
        && !GoesOn(text, number.End)
        && !IsOfThree(text, number);

    private static bool IsAfterColon(ReadOnlySpan<char> text, TextSpan number) => number.Start > 0 && IsColon(text, number.Start - 1);

    private static bool GoesOn(ReadOnlySpan<char> text, int at) =>
        at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.' || IsColon(text, at));

    /// <summary>A colon between two digits, whatever the digits tell: a ratio, a clock time, a score.</summary>
    public static bool IsColon(ReadOnlySpan<char> text, int at) =>
        text[at] is '：' or ':' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);

    /// <summary>Whether the colon after <paramref name="end"/> belongs to a ratio: a noun of ratio stands shortly before.</summary>
    public static bool IsNamedBefore(ReadOnlySpan<char> text, int end) =>
        IsColon(text, end) && text[Math.Max(0, end - Reach)..end].IndexOfAny(Nouns) >= 0;
}
