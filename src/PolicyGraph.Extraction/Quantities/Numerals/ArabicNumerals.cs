using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities.Numerals;

/// <summary>Numbers in digits with Chinese multipliers: 1,200, 5.4万亿, 1亿2000万, 2350多亿, 1/200.</summary>
internal static class ArabicNumerals
{
    /// <summary>Past this a run of digits is a telephone or an account, and decimal could overflow.</summary>
    private const int LongestRun = 15;

    /// <summary>Reads at a digit; false where what stands there is no number (too long a run).</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out Numeral numeral)
    {
        numeral = default;
        if (!TryPlain(text, start, out var at, out var value))
        {
            return false;
        }

        if (TryDenominator(text, at, value, out var end, out var fraction))
        {
            numeral = new(end - start, fraction, null, 1m, Comparator.Equal, NumeralStyle.Fraction);
            return true;
        }

        var comparator = Comparator.Equal;
        var total = 0m;
        while (true)
        {
            if (at + 1 < text.Length && Digits.IsMore(text[at]) && Digits.Multiplier(text[at + 1]) >= 10_000)
            {
                comparator = Comparator.Greater;
                at++;
            }

            var scale = ReadScale(text, ref at);
            total += value * scale;
            if (
                scale < 10_000m
                || at >= text.Length
                || !char.IsAsciiDigit(text[at])
                || !TryPlain(text, at, out var next, out value)
                || next >= text.Length
                || Digits.Multiplier(text[next]) is 0 or >= 100_000_000
            )
            {
                numeral = new(at - start, total, null, scale, comparator, NumeralStyle.Digits);
                return true;
            }

            at = next;
        }
    }

    /// <summary>Digits, separators of thousands and a decimal point.</summary>
    private static bool TryPlain(ReadOnlySpan<char> text, int start, out int end, out decimal value)
    {
        value = 0m;

        // So short a run fits a long, which is quicker to add up than a decimal.
        var (digits, places) = (0L, 0);
        for (end = start; end < text.Length; end++)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                digits = (digits * 10) + (text[end] - '0');
            }
            else if (!IsThousandsSeparator(text, start, end))
            {
                break;
            }

            if (end - start > LongestRun)
            {
                return false;
            }
        }

        if (end + 1 < text.Length && (text[end] == '.' || IsRaisedPoint(text, end)) && char.IsAsciiDigit(text[end + 1]))
        {
            for (end++; end < text.Length && char.IsAsciiDigit(text[end]); end++, places++)
            {
                if (end - start > LongestRun)
                {
                    return false;
                }

                digits = (digits * 10) + (text[end] - '0');
            }
        }

        value = new decimal((int)digits, (int)(digits >> 32), 0, isNegative: false, (byte)places);
        return end > start;
    }

    /// <summary>14·1%, 3·5万亿, as papers up to the nineties print the point; 4·20地震 is a day.</summary>
    private static bool IsRaisedPoint(ReadOnlySpan<char> text, int at)
    {
        if (text[at] != '·')
        {
            return false;
        }

        var rest = text[(at + 1)..];
        var digits = rest.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4
            && (rest[digits] == '%' || Digits.Multiplier(rest[digits]) >= 10_000 || Units.Table.TryAt(text, at + 1 + digits, out _, out _));
    }

    private static bool IsThousandsSeparator(ReadOnlySpan<char> text, int start, int at) =>
        text[at] == ','
        && at > start
        && (at - start <= 3 || text[at - 4] == ',')
        && at + 3 < text.Length
        && char.IsAsciiDigit(text[at + 1])
        && char.IsAsciiDigit(text[at + 2])
        && char.IsAsciiDigit(text[at + 3])
        && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]));

    private static bool TryDenominator(ReadOnlySpan<char> text, int at, decimal numerator, out int end, out decimal value)
    {
        (end, value) = (at, 0m);
        if (
            at + 1 >= text.Length
            || text[at] != '/'
            || !char.IsAsciiDigit(text[at + 1])
            || !TryPlain(text, at + 1, out end, out var denominator)
            || denominator <= numerator
        )
        {
            return false;
        }

        value = numerator / denominator;
        return true;
    }

    /// <summary>The product of the multipliers that follow. 千 of 千瓦 and 千米 belongs to the unit, not to the number.</summary>
    private static decimal ReadScale(ReadOnlySpan<char> text, ref int at)
    {
        var scale = 1m;
        while (at < text.Length && Digits.Multiplier(text[at]) is > 0 and var multiplier && scale < 1_000_000_000_000m)
        {
            if (multiplier < 10_000 && (Units.Table.TryAt(text, at, out _, out _) || !IsMultiplierHere(text, at)))
            {
                break;
            }

            scale *= multiplier;
            at++;
        }

        return scale;
    }

    private static bool IsMultiplierHere(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length
        && (Digits.Multiplier(text[at + 1]) >= 10_000 || Digits.IsMore(text[at + 1]) || Units.Table.TryAt(text, at + 1, out _, out _));
}
