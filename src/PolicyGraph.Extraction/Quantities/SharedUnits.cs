using PolicyGraph.Extraction.Quantities.Numerals;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>提高0.7和1.2个百分点: a rate or a gap whose unit stands only after the last number of its row.</summary>
internal static class SharedUnits
{
    private const int LongestRow = 6;

    /// <param name="at">Right after a number in digits that has no unit of its own.</param>
    /// <param name="isDecimal">A whole number before 、 may be a list's own.</param>
    /// <param name="unit">The unit as written.</param>
    /// <param name="kind">Per cent or points; other rows (3、5家) leave the first number's unit open.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, bool isDecimal, out string unit, out UnitKind kind)
    {
        (unit, kind) = ("", UnitKind.None);
        for (var i = 0; i < LongestRow && at + 1 < text.Length && (text[at] is '和' or '与' or '及' || (text[at] == '、' && isDecimal)); i++)
        {
            at++;
            if (!char.IsAsciiDigit(text[at]) || !QuantityReader.TryNumeral(text, at, out var next) || next.Style != NumeralStyle.Digits)
            {
                return false;
            }

            at += next.Length;
            if (Units.Table.TryAt(text, at, out var length, out kind))
            {
                unit = text.Slice(at, length).ToString();
                return kind is UnitKind.Percent or UnitKind.Point;
            }
        }

        return false;
    }
}
