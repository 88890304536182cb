using PolicyGraph.Extraction.Quantities.Numerals;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>How many years a yearly mean is taken over: 两年平均增长 has two, 五年年均增长 five.</summary>
internal static class YearSpans
{
    private const int Most = 20;

    /// <returns>0 where the words before the number say nothing of the kind.</returns>
    public static int Of(ReadOnlySpan<char> prefix)
    {
        for (var at = prefix.IndexOf('年'); at > 0; at = prefix[(at + 1)..].IndexOf('年') is >= 0 and var next ? at + 1 + next : -1)
        {
            var rest = prefix[(at + 1)..];
            var years = Number(prefix[..at]);
            if (years is > 1 and <= Most && (rest.StartsWith("平均") || rest.StartsWith("年均") || rest.StartsWith("复合")))
            {
                return years;
            }
        }

        return 0;
    }

    private static int Number(ReadOnlySpan<char> before)
    {
        var c = before[^1];
        return char.IsAsciiDigit(c) ? (before.Length > 1 && char.IsAsciiDigit(before[^2]) ? 0 : c - '0')
            : c == '十' ? 10
            : Digits.OfWord(c);
    }
}
