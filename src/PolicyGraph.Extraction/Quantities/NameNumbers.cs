using PolicyGraph.Extraction.Quantities.Numerals;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>
/// Digits that belong to a name, an address or a number plate: GB/T38672-2020, GPT-3, 5G, 1+X, i.moscow, 010-68205374, 12英寸.
/// </summary>
internal static class NameNumbers
{
    private const int LongDigits = 9;

    /// <summary>Skips a run of letters and digits that holds no amount; false where an amount may begin.</summary>
    public static bool TrySkip(ReadOnlySpan<char> text, int at, out int past)
    {
        past = at;
        var c = text[at];
        if (Digits.IsLatin(c))
        {
            past = EndOfIndex(text, at) is > 0 and var index ? index : EndOfCode(text, at);
            return true;
        }

        if (!char.IsAsciiDigit(c))
        {
            return false;
        }

        past = EndOfDigits(text, at);
        if (past - at > LongDigits && !text[at..past].Contains('.'))
        {
            return true;
        }

        return IsTelephone(text, at, past, out past)
            || IsClock(text, at, past, out past)
            || IsSum(text, at, past)
            || IsPanel(text, past)
            || (IsFollowedByLatin(text, past, out var end) && Take(end, out past));
    }

    private static bool Take(int end, out int past)
    {
        past = end;
        return true;
    }

    /// <summary>GDP5.5%: an indicator in letters, with its number right after it; 0 where none is.</summary>
    private static int EndOfIndex(ReadOnlySpan<char> text, int at) =>
        at + 3 < text.Length
        && text.Slice(at, 3) is "GDP" or "CPI" or "PPI" or "PMI"
        && char.IsAsciiDigit(text[at + 3])
        && (at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]))
            ? at + 3
            : 0;

    /// <summary>Letters, digits and the signs inside a code or an address.</summary>
    private static int EndOfCode(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (
            end < text.Length
            && (
                char.IsAsciiLetterOrDigit(text[end])
                || (
                    text[end] is '.' or '-' or '/' or '@' or '_' or '：' or '+'
                    && end + 1 < text.Length
                    && char.IsAsciiLetterOrDigit(text[end + 1])
                )
            )
        )
        {
            end++;
        }

        return end;
    }

    private static int EndOfDigits(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (
            end < text.Length
            && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])))
        )
        {
            end++;
        }

        return end;
    }

    /// <summary>0519-86339802: an area code of three or four digits that begins with 0.</summary>
    private static bool IsTelephone(ReadOnlySpan<char> text, int at, int end, out int past)
    {
        past = end;
        if (text[at] != '0' || end - at is < 3 or > 4 || end >= text.Length || text[end] is not ('-' or '—'))
        {
            return false;
        }

        past = end + 1;
        while (past < text.Length && (char.IsAsciiDigit(text[past]) || text[past] is '-' or '—'))
        {
            past++;
        }

        return past - end > 6;
    }

    /// <summary>9时30分, 15：30, 15：30：08, 上午10点.</summary>
    private static bool IsClock(ReadOnlySpan<char> text, int at, int end, out int past)
    {
        past = end;
        if (end - at > 2 || end >= text.Length || Proportions.IsNamedBefore(text, end) || text[end] is not ('时' or '：' or '点'))
        {
            return false;
        }

        var minutes = end + 1;
        while (minutes < text.Length && minutes - end <= 2 && char.IsAsciiDigit(text[minutes]))
        {
            minutes++;
        }

        var hasMinutes = minutes > end + 1;
        var daytime = at >= 2 && (text[at - 1] is '午' or '晚' or '晨' or '早');
        past = hasMinutes && minutes < text.Length && text[minutes] == '分' ? minutes + 1 : minutes + Seconds(text, end, minutes);
        return hasMinutes ? text[end] != '：' || minutes - end == 3 : text[end] == '时' || daytime;
    }

    private static int Seconds(ReadOnlySpan<char> text, int hours, int minutes) =>
        minutes - hours == 3
        && minutes + 2 < text.Length
        && text[hours] == '：'
        && text[minutes] == '：'
        && char.IsAsciiDigit(text[minutes + 1])
        && char.IsAsciiDigit(text[minutes + 2])
            ? 3
            : 0;

    /// <summary>“1+4”, 2+26.</summary>
    private static bool IsSum(ReadOnlySpan<char> text, int at, int end) =>
        (at > 0 && text[at - 1] == '+') || (end + 1 < text.Length && text[end] == '+' && !IsAfterLatinUnit(text[end + 1]));

    private static bool IsAfterLatinUnit(char c) => c is '，' or '。';

    /// <summary>12英寸, 8寸: a size that names a model.</summary>
    private static bool IsPanel(ReadOnlySpan<char> text, int end) =>
        end < text.Length && (text[end] == '寸' || (text[end] is '英' && end + 1 < text.Length && text[end + 1] == '寸'));

    /// <summary>5G, 8K, 3D: letters right after the digits that are no unit.</summary>
    private static bool IsFollowedByLatin(ReadOnlySpan<char> text, int end, out int past)
    {
        past = end;
        if (end >= text.Length || !Digits.IsLatin(text[end]))
        {
            return false;
        }

        if (
            Units.Table.TryAt(text, end, out var length, out var kind)
            && (kind != UnitKind.Bandwidth || Units.IsComputing(text, past))
            && (end + length >= text.Length || !char.IsAsciiLetterOrDigit(text[end + length]))
        )
        {
            return false;
        }

        past = EndOfCode(text, end);
        return true;
    }
}
