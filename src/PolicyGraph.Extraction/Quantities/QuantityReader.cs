using PolicyGraph.Extraction.Quantities.Numerals;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>Reads one quantity at a position: numeral, range, unit, and the comparators that touch them.</summary>
internal static class QuantityReader
{
    /// <summary>五位一体, 千家万户: numbers in words that count nothing.</summary>
    private static readonly WordList<bool> FixedPhrases = WordList<bool>.Load("fixed-phrases.tsv", _ => true);

    /// <param name="text">The squeezed text.</param>
    /// <param name="at">Where the number begins.</param>
    /// <param name="quantity">Set where one is read.</param>
    /// <param name="past">Where to read on, found or not; always after <paramref name="at"/>.</param>
    public static bool TryRead(string text, int at, out Quantity quantity, out int past)
    {
        if (RankReader.TryRead(text, at, out quantity, out past))
        {
            return true;
        }

        if (past > at)
        {
            return false;
        }

        past = at + 1;
        if (at > 0 && text[at] is '伍' or '陆' && "队入退落大登内着水".Contains(text[at - 1]))
        {
            // 队伍, 大陆: no formal numerals.
            return false;
        }

        if (FixedPhrases.TryAt(text, at, out var phrase, out _))
        {
            past = at + phrase;
            return false;
        }

        if (!TryNumeral(text, at, out var numeral))
        {
            return false;
        }

        past = at + numeral.Length;
        var parsed = new QuantityParts(text, at, numeral);
        parsed.ReadRange();
        parsed.ReadUnit();
        if (!parsed.IsQuantity())
        {
            past = Math.Max(past, parsed.End);
            return false;
        }

        quantity = parsed.ToQuantity();
        past = quantity.Span.End;
        return true;
    }

    /// <summary>A number in digits or in words, parts of a whole included.</summary>
    internal static bool TryNumeral(ReadOnlySpan<char> text, int at, out Numeral numeral)
    {
        var c = text[at];
        if (PartNumerals.TryHalf(text, at, out numeral))
        {
            return true;
        }

        var read = char.IsAsciiDigit(c)
            ? ArabicNumerals.TryRead(text, at, out numeral)
            : (Digits.OfWord(c) >= 0 || Digits.Multiplier(c) > 0 || c is '几' or '数' or '上')
                && ChineseNumerals.TryRead(text, at, out numeral);
        if (read && (PartNumerals.TryFraction(text, at, numeral, out var part) || PartNumerals.TryTenths(text, at, numeral, out part)))
        {
            numeral = part;
        }

        return read;
    }
}
