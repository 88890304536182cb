using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities.Numerals;

/// <summary>Numbers in words: 三千六百五十万, 两万余, 十几, 三四十, 二〇二一, 三十万多亿, 二点五, 数百, 上千.</summary>
internal static class ChineseNumerals
{
    private const int LongestRun = 20;
    private const decimal Largest = 1_000_000_000_000_000_000m;

    /// <summary>Reads as far as the words make one number; false where they make none.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, int start, out Numeral numeral)
    {
        numeral = default;
        var lead = text[start] is '几' or '数' || (text[start] == '上' && !IsVerbBefore(text, start)) ? 1 : 0;
        var end = start + lead;
        while (end < text.Length && end - start < LongestRun && Belongs(text, end))
        {
            end++;
        }

        var run = text[(start + lead)..end];
        if (run.IsEmpty)
        {
            numeral = new(1, 0m, null, 1m, Comparator.Greater, NumeralStyle.Vague);
            return text[start] == '几';
        }

        if (lead == 1 && Digits.Multiplier(run[0]) == 0)
        {
            return false;
        }

        var value = Evaluate(run, upper: false);
        var max = Evaluate(run, upper: true);
        if (end + 1 < text.Length && text[end] == '点' && Digits.OfWord(text[end + 1]) >= 0 && value == max && value < 1000m)
        {
            max = value = AddDecimals(text, ref end, value);
        }

        var open = lead == 1 || run.IndexOfAny('几', '多', '余') >= 0;
        var style = lead == 0 || text[start] == '上' ? NumeralStyle.Words : NumeralStyle.Vague;
        numeral = new(end - start, value, max > value ? max : null, LastScale(run), open ? Comparator.Greater : Comparator.Equal, style);
        return value < Largest;
    }

    /// <summary>True where the words name a size and no number: 百, 千亿, without a digit before.</summary>
    public static bool IsBare(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (Digits.OfWord(c) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>迈上, 登上, 以上: the character before makes 上 no bound.</summary>
    private static bool IsVerbBefore(ReadOnlySpan<char> text, int at) => at > 0 && "迈登站跨走网线以踏".Contains(text[at - 1]);

    private static bool Belongs(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (Digits.OfWord(c) >= 0 || Digits.Multiplier(c) > 0)
        {
            return true;
        }

        var next = at + 1 < text.Length ? Digits.Multiplier(text[at + 1]) : 0;
        return (c == '几' && (next > 0 || Digits.Multiplier(text[at - 1]) > 0)) || (Digits.IsMore(c) && next >= 10_000);
    }

    /// <param name="run">Digits and multipliers in words.</param>
    /// <param name="upper">Of two neighbouring digits that give a range (三四十) take the upper one.</param>
    private static decimal Evaluate(ReadOnlySpan<char> run, bool upper)
    {
        if (run.Length == 1)
        {
            return Digits.OfWord(run[0]) is >= 0 and var alone ? alone : Digits.Multiplier(run[0]);
        }

        decimal total = 0m,
            section = 0m,
            digit = 0m,
            place = 0m,
            large = 0m;
        var written = 0;
        for (var i = 0; i < run.Length && total < Largest; i++)
        {
            if (Digits.OfWord(run[i]) is >= 0 and var next)
            {
                digit =
                    written == 1 && next == digit + 1m && !IsDigit(run, i + 1) && !IsDigit(run, i - 2)
                        ? (upper ? next : digit)
                        : (digit * 10m) + next;
                written++;
                continue;
            }

            var multiplier = Digits.Multiplier(run[i]);
            if (multiplier is > 0 and < 10_000)
            {
                section += (written > 0 ? digit : 1m) * multiplier;
            }
            else if (multiplier > 0)
            {
                var sum = section + digit;
                total = multiplier > large ? (total + (sum == 0m && total == 0m ? 1m : sum)) * multiplier : total + (sum * multiplier);
                (section, large) = (0m, multiplier);
            }

            (digit, written, place) = multiplier > 0 ? (0m, 0, multiplier) : (digit, written, place);
        }

        // 三万五 and 一百二 leave out the place of their last digit.
        return total
            + section
            + (written == 1 && place >= 100m && digit > 0m && run.Length > 2 && !IsZero(run[^2]) ? digit * place / 10m : digit);
    }

    private static bool IsDigit(ReadOnlySpan<char> run, int at) => at >= 0 && at < run.Length && Digits.OfWord(run[at]) >= 0;

    private static bool IsZero(char c) => Digits.OfWord(c) == 0;

    private static decimal LastScale(ReadOnlySpan<char> run) => Digits.Multiplier(run[^1]) is > 0 and var scale ? scale : 1m;

    private static decimal AddDecimals(ReadOnlySpan<char> text, ref int end, decimal value)
    {
        var place = 0.1m;
        for (end++; end < text.Length && place > 0.000001m && Digits.OfWord(text[end]) is >= 0 and var digit; end++, place /= 10m)
        {
            value += digit * place;
        }

        for (; end < text.Length && value < Largest && Digits.Multiplier(text[end]) is >= 10_000 and var multiplier; end++)
        {
            value *= multiplier;
        }

        return value;
    }
}
