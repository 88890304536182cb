namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Numbers of heads in a list, as they are written there: 7, 12, 七, 十二, 二十.</summary>
internal static class SmallNumber
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>
    /// The number at the start of <paramref name="text"/> and its length; both 0 where there is none. From 1 to 999 in figures, to 99 in
    /// words.
    /// </summary>
    public static int Read(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        while (length < text.Length && length < 3 && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        return length > 0 ? int.Parse(text[..length]) : Words(text, out length);
    }

    private static int Words(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var value = 0;
        while (length < text.Length && length < 3)
        {
            var digit = text[length] == '两' ? 2 : Digits.IndexOf(text[length], StringComparison.Ordinal);
            if (text[length] == '十')
            {
                value = Math.Max(value, 1) * 10;
            }
            else if (digit > 0 && value % 10 == 0)
            {
                value += digit;
            }
            else
            {
                break;
            }

            length++;
        }

        return value;
    }
}
