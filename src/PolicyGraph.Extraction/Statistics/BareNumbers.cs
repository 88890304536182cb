using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Tells which numbers without a unit measure something: ranks, fractions, indices, large amounts (用户80万), towns of a district (辖6镇).
/// </summary>
internal static class BareNumbers
{
    /// <param name="before">The clause up to the number.</param>
    /// <param name="after">The clause after it.</param>
    public static bool Count(Quantity quantity, ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (quantity.Form is QuantityForm.Rank or QuantityForm.Doubling || (quantity.Value is > 0m and < 1m && !quantity.InDigits))
        {
            return true;
        }

        if (!quantity.InDigits)
        {
            return quantity.Value >= 10_000m;
        }

        if (after.Length > 0 && after[0] is '镇' or '乡' or '办' or '街' or '村' && before.IndexOf('辖') >= 0)
        {
            return true;
        }

        var isWhole = quantity.Value == decimal.Truncate(quantity.Value);
        if (
            after.StartsWith("大")
            || after.StartsWith("强")
            || (isWhole && quantity.Value < 10_000m && after.Length > 0 && (after[0] is '、' or '.' or '）' or '时' or '号' or '级'))
        )
        {
            return false;
        }

        if (quantity.Value >= 10_000m && quantity.Number.Length < 9 && (!quantity.InDigits || HasMultiplier(before, quantity)))
        {
            return true;
        }

        if (
            isWhole
            && quantity.Value >= 10_000m
            && quantity.Number.Length < 9
            && before.EndsWith("人口")
            && (after.IsEmpty || after[0] is '，' or ',' or '。' or '；' or '、')
        )
        {
            return true;
        }

        if (FigureWords.Index.Any(before) || FigureWords.Index.Any(after[..Math.Min(6, after.Length)]))
        {
            return true;
        }

        return quantity.Value is > 0m and < 1m
            || (!isWhole && (before.IsEmpty || before[^1] is '以' or '达' or '为' or '是' or '到' or '至' or '值'))
            || (quantity.Comparator != Comparator.Equal && before.Length > 1)
            || (isWhole && before.EndsWithAny(["达到", "达", "总数为", "数为"]));
    }

    /// <summary>80万, or after a word that leads up to a number; six digits in brackets may be a postcode.</summary>
    private static bool HasMultiplier(ReadOnlySpan<char> before, Quantity quantity) =>
        quantity.Value % 100_000_000m == 0m
        || quantity.Number.Length <= quantity.Value.ToString(System.Globalization.CultureInfo.InvariantCulture).Length - 2
        || quantity.Comparator != Comparator.Equal
        || FigureWords.Link.Before(before, before.Length).Found;
}
