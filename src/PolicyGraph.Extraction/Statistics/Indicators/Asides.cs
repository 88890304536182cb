namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>
/// What stands within the words of an indicator and is no part of it: the mark of a footnote (〔2〕), how the number was worked out
/// (按可比价格计算).
/// </summary>
internal static class Asides
{
    public static string Remove(string indicator)
    {
        for (var i = indicator.Length - 1; i >= 0; i--)
        {
            var length = Footnote(indicator.AsSpan(i));
            length = length > 0 ? length : FigureWords.Aside.At(indicator, i).Length;
            indicator = length > 0 ? indicator.Remove(i, length) : indicator;
        }

        return indicator;
    }

    private static int Footnote(ReadOnlySpan<char> rest)
    {
        var end = 1;
        while (end < rest.Length && char.IsAsciiDigit(rest[end]))
        {
            end++;
        }

        return rest[0] == '〔' && end is > 1 and < 4 && end < rest.Length && rest[end] == '〕' ? end + 1 : 0;
    }
}
