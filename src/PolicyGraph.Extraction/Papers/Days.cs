namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Reads one whole day as heads and signatures write it: 2021年3月8日, 2021-03-08, 一九八八年五月三日, 二〇二一年十二月廿五日.
/// Years from 1900 to 2099; a day that the calendar does not have is none.
/// </summary>
public static class Days
{
    private const string Ones = "〇一二三四五六七八九";

    /// <param name="text">Squeezed text.</param>
    /// <param name="length">Characters read from its start.</param>
    /// <param name="iso">The day, or null where none starts here.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out int length, out string? iso)
    {
        (length, iso) = (0, null);
        var at = 0;
        if (!TryYear(text, ref at, out var year) || at >= text.Length || text[at] is not ('年' or '-' or '.' or '/'))
        {
            return false;
        }

        var sign = text[at++];
        if (!TryPart(text, ref at, out var month) || at >= text.Length || text[at] != (sign == '年' ? '月' : sign))
        {
            return false;
        }

        at++;
        if (!TryPart(text, ref at, out var day) || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        if (sign == '年' && (at >= text.Length || text[at++] != '日'))
        {
            return false;
        }

        (length, iso) = (at, $"{year:D4}-{month:D2}-{day:D2}");
        return true;
    }

    /// <summary>True where the whole is a month as sites write it: 2018-09.</summary>
    public static bool IsMonth(ReadOnlySpan<char> text) =>
        text.Length == 7
        && text[0] is '1' or '2'
        && text[4] == '-'
        && !text[..4].ContainsAnyExceptInRange('0', '9')
        && int.TryParse(text[5..], out var month)
        && month is > 0 and < 13;

    /// <summary>
    /// The month that ends <paramref name="text"/> (一九八七年十月, 2024年3月) as <c>1987-10</c>, and where it starts; null where none
    /// does.
    /// </summary>
    public static string? Month(ReadOnlySpan<char> text, out int start)
    {
        for (start = Math.Max(0, text.Length - 8); start < text.Length && text[^1] == '月'; start++)
        {
            var rest = text[start..];
            var at = 0;
            if (
                TryYear(rest, ref at, out var year)
                && at < rest.Length
                && rest[at++] == '年'
                && TryPart(rest, ref at, out var month)
                && month is > 0 and < 13
                && at == rest.Length - 1
            )
            {
                return $"{year:D4}-{month:D2}";
            }
        }

        return null;
    }

    /// <summary>The first day in <paramref name="text"/>: where it starts, how long it is; -1 where there is none.</summary>
    public static int Find(ReadOnlySpan<char> text, out int length, out string? iso)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '1' or '2' or '一' or '二' && TryRead(text[i..], out length, out iso))
            {
                return i;
            }
        }

        (length, iso) = (0, null);
        return -1;
    }

    /// <summary>The first day in <paramref name="text"/>, or null.</summary>
    public static string? In(ReadOnlySpan<char> text) => Find(text, out _, out var iso) >= 0 ? iso : null;

    /// <summary>False for a character that no day and no month ends with; most lines are told by it.</summary>
    public static bool MayEnd(char c) => c is '日' or '月' or '十' or '廿' || Digit(c) >= 0;

    private static bool TryYear(ReadOnlySpan<char> text, ref int at, out int year)
    {
        year = 0;
        while (at < 4 && at < text.Length && Digit(text[at]) is var digit and >= 0)
        {
            year = year * 10 + digit;
            at++;
        }

        return at == 4 && year is >= 1900 and <= 2099;
    }

    /// <summary>A month or a day: 3, 03, 三, 十二, 二十五, 廿五, 三十.</summary>
    private static bool TryPart(ReadOnlySpan<char> text, ref int at, out int value)
    {
        var start = at;
        value = 0;
        for (; at < text.Length && at - start < 3; at++)
        {
            var c = text[at];
            if (char.IsAsciiDigit(c) && at - start > 1)
            {
                // The hour of 2021-03-01 10:30, whose blank the squeezed text has lost.
                break;
            }

            if (c is '十' or '廿')
            {
                value =
                    c == '廿' ? 20
                    : value == 0 ? 10
                    : value * 10;
            }
            else if (Digit(c) is var digit and >= 0)
            {
                value = char.IsAsciiDigit(c) ? value * 10 + digit : value + digit;
            }
            else
            {
                break;
            }
        }

        return at > start;
    }

    private static int Digit(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            '○' or '零' or 'O' or 'Ｏ' or '0' or '０' or '◯' or 'О' => 0,
            '元' => 1,
            _ => Ones.IndexOf(c, StringComparison.Ordinal),
        };
}
