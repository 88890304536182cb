using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Finds the clause around a position: between ，；：。 and, where the position is inside brackets, within them.</summary>
internal static class Clauses
{
    /// <summary>How far a clause may reach to either side: keeps time linear where a text has no punctuation.</summary>
    private const int Reach = 150;

    /// <summary>Every character at which a clause may end or a bracket stand; most of a text is none of them.</summary>
    private static readonly CharacterSet Signs = new("：，。；！？…,—（）");

    public static TextSpan Around(ReadOnlySpan<char> text, TextSpan sentence, TextSpan inner) =>
        new(Start(text, sentence.Start, inner.Start), End(text, sentence.End, inner.End));

    /// <summary>The clause before the one that starts at <paramref name="start"/>; empty where none is.</summary>
    public static TextSpan Before(ReadOnlySpan<char> text, TextSpan sentence, int start)
    {
        var end = start;
        while (end > sentence.Start && (IsBreak(text, end - 1) || text[end - 1] is '（' or '）'))
        {
            end--;
        }

        return end <= sentence.Start ? new(start, start) : new(Start(text, sentence.Start, end), end);
    }

    public static bool IsBreak(ReadOnlySpan<char> text, int at) =>
        text[at] switch
        {
            '：' => !Quantities.Proportions.IsColon(text, at),
            '，' or '。' or '；' or '！' or '？' or '…' => true,
            ',' => at == 0 || at + 1 >= text.Length || !char.IsAsciiDigit(text[at - 1]) || !char.IsAsciiDigit(text[at + 1]),
            '—' => at + 1 < text.Length && text[at + 1] == '—',
            _ => false,
        };

    private static int Start(ReadOnlySpan<char> text, int floor, int at)
    {
        var depth = 0;
        floor = Math.Max(floor, at - Reach);
        while (at > floor)
        {
            var c = text[at - 1];
            if (!Signs.Contains(c))
            {
                at--;
                continue;
            }

            if (c == '）')
            {
                depth++;
            }
            else if (c == '（' && depth-- == 0)
            {
                return at;
            }
            else if (depth <= 0 && (IsBreak(text, at - 1) || (c == '—' && at >= 2 && text[at - 2] == '—')))
            {
                return at;
            }

            at--;
        }

        return at;
    }

    private static int End(ReadOnlySpan<char> text, int ceiling, int at)
    {
        var depth = 0;
        ceiling = Math.Min(ceiling, at + Reach);
        while ((at = Signs.Next(text[..ceiling], at)) < ceiling)
        {
            var c = text[at];
            if (c == '（')
            {
                depth++;
            }
            else if (c == '）' && depth-- == 0)
            {
                return at;
            }
            else if (depth <= 0 && IsBreak(text, at))
            {
                return at;
            }

            at++;
        }

        return at;
    }
}
