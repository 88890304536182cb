namespace PolicyGraph.Extraction.Quantities;

/// <summary>
/// Units put together with a stroke, whatever the two are: 元/平方米·月, 兆比特/秒, 吨标准煤/万元 (GB/T 3101-1993, section 3).
/// </summary>
internal static class RateUnits
{
    private const int MostParts = 3;
    private const string Multipliers = "十百千万亿";

    /// <summary>Denominators that are no units of a number: 元/人次 is one, 元/宗 and 元/证 are not in the table.</summary>
    private const string Denominators = "人年月日天季周时分秒户宗证标期次班床房桌生校村车船程级点";

    /// <summary>How long the rest of the unit is that goes on at <paramref name="at"/>; 0 where none does.</summary>
    /// <param name="at">Right after a unit of its own.</param>
    /// <param name="isRate">True where that unit is itself one of two (元/亩).</param>
    public static int LengthAt(ReadOnlySpan<char> text, int at, bool isRate)
    {
        var end = at;
        for (var i = 0; i < MostParts && end + 1 < text.Length && (text[end] == '/' || (text[end] == '·' && (isRate || i > 0))); i++)
        {
            var part = PartAt(text, end + 1);
            if (part == 0)
            {
                break;
            }

            end += 1 + part;
        }

        return end - at;
    }

    private static int PartAt(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (at < text.Length && at - start < 2 && Multipliers.Contains(text[at]))
        {
            at++;
        }

        if (Units.Table.TryAt(text, at, out var length, out _))
        {
            return at + length - start;
        }

        return at < text.Length && Denominators.Contains(text[at]) ? at + 1 - start : 0;
    }
}
