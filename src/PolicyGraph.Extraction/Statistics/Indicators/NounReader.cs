using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Reads what follows a number: the noun that is counted, and what is said of it.</summary>
internal static class NounReader
{
    private const int Longest = 40;

    /// <summary>在建, 在校, 在线 …, and 存在, 所在 …: words with 在 in them.</summary>
    private const string Engaged = "建校线岗职册研读押孵产役编园籍营施";
    private const string Existing = "存现内潜所外实";
    private const int ShortGloss = 7;

    /// <summary>The words after a number as far as they name something, and the verb phrase after them.</summary>
    public static (TextSpan Noun, TextSpan Said) Read(string text, TextSpan suffix)
    {
        var start = suffix.Start;
        while (start < suffix.End && text[start] is '的' or '之')
        {
            start++;
        }

        var end = Math.Min(suffix.End, start + Longest);
        if (
            start < end
            && text.AsSpan(start, end - start) is var column
            && (
                column[0] is '-' or '+'
                || (
                    char.IsAsciiDigit(column[0])
                    && column.IndexOfAnyExceptInRange('0', '9') is var digits
                    && (digits < 0 || column[digits] == '.')
                )
            )
        )
        {
            // 粮食 44450 万吨 -2.5: the next column of a table.
            return (new(start, start), new(start, start));
        }

        if (
            (start < end && text[start] == '（')
            || FigureWords.Mark.At(text.AsSpan(0, end), start).Found
            || FigureWords.Reach.At(text.AsSpan(0, end), start).Found
            || IsMovement(text, start, end)
            || IsPredicate(text, start, end)
        )
        {
            return (new(start, start), new(start, start));
        }

        var depth = 0;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            depth +=
                c is '“' or '（' ? 1
                : c is '”' or '）' ? -1
                : 0;
            if (c == '（' && i == start + 1 && text.AsSpan(i, end - i).IndexOf('）') is > 0 and < ShortGloss and var close)
            {
                // 30个省（区、市）: the bracket adds the other kinds of the one thing.
                return (new(start, i + close + 1), new(i + close + 1, i + close + 1));
            }

            if (c == '（' && i > start)
            {
                return (new(start, i), new(i, i));
            }

            if (i == start && FigureWords.Turn.At(text.AsSpan(0, end), i) is { Found: true } && !IsNounAfter(text, i, end))
            {
                return (new(start, end), new(end, end));
            }

            if (i > start && depth == 0 && IsPlacing(text, i, end))
            {
                return (new(start, i), new(i, end));
            }

            if (
                i > start
                && depth == 0
                && !(c == '均' && text[i - 1] == '平')
                && FigureWords.Turn.At(text.AsSpan(0, end), i) is { Found: true }
                && !IsNounAfter(text, i, end)
            )
            {
                return (new(start, i), new(i, end));
            }
        }

        return (new(start, end), new(end, end));
    }

    /// <summary>较上届的48个|增加了: a movement that the next number ends.</summary>
    private static bool IsMovement(string text, int at, int end)
    {
        var run = text.AsSpan(0, end);
        var length = Math.Max(FigureWords.Rise.At(run, at).Length, FigureWords.Fall.At(run, at).Length);
        return length > 0 && at + length == end && end < text.Length && char.IsAsciiDigit(text[end]);
    }

    /// <summary>两项与甲关系最密切: a word of relation right after the counter, no noun.</summary>
    private static bool IsPredicate(string text, int at, int end) =>
        at < end
        && at > 0
        && text[at - 1] != '的'
        && text[at] is '与' or '由' or '是' or '为' or '将' or '已' or '均'
        && !FigureWords.Protected.At(text.AsSpan(0, end), at).Found
        && !FigureWords.Turn.At(text.AsSpan(0, end), at).Found;

    /// <summary>
    /// 3项改革|在全省先行, 20个城市|在规划期内调整: where it is done ends what is counted; 在建, 在线 and 存在 are words.
    /// </summary>
    private static bool IsPlacing(string text, int at, int end) =>
        text[at] == '在'
        && at + 2 < end
        && !Engaged.Contains(text[at + 1])
        && !Existing.Contains(text[at - 1])
        && text.AsSpan(at, end - at).IndexOf('的') < 0;

    /// <summary>具有甲、乙的丙: only the noun at the end names the thing.</summary>
    public static TextSpan Head(string text, TextSpan noun)
    {
        var words = text.AsSpan(noun.Start, noun.Length);
        if (words.StartsWith("具有") || words.StartsWith("拥有") || words.StartsWith("具备") || words.StartsWith("有"))
        {
            var of = words.LastIndexOf('的');
            return of > 0 && of < words.Length - 1 ? new(noun.Start + of + 1, noun.End) : noun;
        }

        return noun;
    }

    /// <summary>通过率, 参与度, 入选项目: the verb is part of a noun.</summary>
    private static bool IsNounAfter(string text, int at, int end)
    {
        var term = FigureWords.Turn.At(text.AsSpan(0, end), at);
        var next = at + term.Length;
        return next < end
            && text[next]
                is '率'
                    or '度'
                    or '量'
                    or '额'
                    or '者'
                    or '的'
                    or '型'
                    or '商'
                    or '面'
                    or '性'
                    or '心'
                    or '体'
                    or '社'
                    or '会'
                    or '器'
                    or '式';
    }
}
