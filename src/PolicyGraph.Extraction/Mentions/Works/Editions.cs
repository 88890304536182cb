namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>What tells one meeting of a series from the others: 第六届, 首届, 第3次, 2021年, 2021.</summary>
internal static class Editions
{
    private const int LongestNumeral = 5;
    private const int LongestBracket = 10;

    /// <summary>The length of the edition or year that starts at a position; 0 where none does.</summary>
    public static int At(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (rest.StartsWith("首届"))
        {
            return 2;
        }

        if (rest.Length > 2 && rest[0] == '第')
        {
            var digits = 1;
            while (digits < rest.Length && digits <= LongestNumeral && IsNumeral(rest[digits]))
            {
                digits++;
            }

            return digits > 1 && digits < rest.Length && rest[digits] is '届' or '次' or '回' ? digits + 1 : 0;
        }

        return rest.Length > 4 && IsYear(rest) && (at == 0 || !char.IsAsciiDigit(text[at - 1])) ? YearLength(rest) : 0;
    }

    /// <summary>
    /// True where an edition or year stands at a position that a name of two characters or more follows; 第N次 is told from those, since it
    /// stands inside names too.
    /// </summary>
    public static bool Opens(ReadOnlySpan<char> text, int at)
    {
        var length = at < text.Length ? At(text, at) : 0;
        return length > 0 && text[at + length - 1] != '次' && text.Length - at - length >= 2;
    }

    /// <summary>
    /// The length of a count of editions (3届, 连续五届) that stands before a name and is no part of it; 0 where none does.
    /// </summary>
    public static int CountAt(ReadOnlySpan<char> text, int at)
    {
        var digits = at;
        while (digits < text.Length && digits - at < LongestNumeral && IsNumeral(text[digits]))
        {
            digits++;
        }

        return digits > at && digits < text.Length && text[digits] == '届' && digits - at < 3 ? digits + 1 - at : 0;
    }

    /// <summary>
    /// Where a name ends that has its year, edition or site in brackets behind it (甲论坛（2021）, 乙活动（海州站）);
    /// <paramref name="end"/> where none stands there.
    /// </summary>
    public static int WithBracket(ReadOnlySpan<char> text, int end)
    {
        var rest = end < text.Length && text[end] == '（' ? text.Slice(end + 1, Math.Min(LongestBracket, text.Length - end - 1)) : default;
        var close = rest.IndexOf('）');
        var inner = close > 1 ? rest[..close] : default;
        var isEdition =
            inner.Length > 1
            && (
                IsYear(inner) && inner[4..] is "" or "年"
                || At(inner, 0) == inner.Length
                || inner.Length > 2
                    && (inner[^1] == '站' || inner.EndsWith("分场") || inner.EndsWith("赛区"))
                    && !inner.ContainsAny("，、。")
            );
        return isEdition ? end + close + 2 : end;
    }

    /// <summary>The edition as a number, or null where the name bears none.</summary>
    public static int? Number(ReadOnlySpan<char> name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            var length = At(name, i);
            if (length > 0 && name[i] is '首' or '第')
            {
                return name[i] == '首' ? 1 : Value(name.Slice(i + 1, length - 2));
            }
        }

        return null;
    }

    /// <summary>The name without the years and editions that it begins with.</summary>
    public static ReadOnlySpan<char> Without(ReadOnlySpan<char> name)
    {
        for (var length = name.IsEmpty ? 0 : At(name, 0); length > 0; length = name.IsEmpty ? 0 : At(name, 0))
        {
            name = name[length..];
        }

        return name;
    }

    /// <summary>True where a text begins with the four digits of a year.</summary>
    public static bool IsYear(ReadOnlySpan<char> text) =>
        text.Length >= 4
        && text[0] is '1' or '2'
        && text[1] is '9' or '0'
        && char.IsAsciiDigit(text[2])
        && char.IsAsciiDigit(text[3])
        && (text.Length == 4 || !char.IsAsciiDigit(text[4]));

    private static int YearLength(ReadOnlySpan<char> text) =>
        text[4] != '年' ? 4
        : text.Length > 5 && (text[5] == '度' || char.IsAsciiDigit(text[5])) ? (text[5] == '度' ? 6 : 0)
        : 5;

    private static bool IsNumeral(char c) =>
        char.IsAsciiDigit(c) || c is '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '百' or '〇';

    private static int Value(ReadOnlySpan<char> numeral)
    {
        var (total, digit) = (0, 0);
        foreach (var c in numeral)
        {
            switch (c)
            {
                case '百':
                    total += (digit == 0 ? 1 : digit) * 100;
                    digit = 0;
                    break;
                case '十':
                    total += (digit == 0 ? 1 : digit) * 10;
                    digit = 0;
                    break;
                default:
                    digit =
                        (char.IsAsciiDigit(c) ? digit * 10 : 0)
                        + (char.IsAsciiDigit(c) ? c - '0' : "〇一二三四五六七八九".IndexOf(c, StringComparison.Ordinal));
                    break;
            }
        }

        return total + digit;
    }
}
