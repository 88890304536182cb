using PolicyGraph.Extraction.Quantities.Numerals;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>
/// 提高0.7和1.2个百分点, 高于全国0.7、全省1.2个百分点: a rate or a gap whose unit stands only after the last number of its row.
/// </summary>
internal static class SharedUnits
{
    private const int LongestRow = 6;
    private const int LongestRun = 30;
    private const int Reach = 6;

    /// <summary>
    /// 分别压缩至70、40、|30: the row that the number at <paramref name="start"/> stands in is divided between those named before.
    /// </summary>
    public static bool IsDivided(ReadOnlySpan<char> text, int start)
    {
        var first = start;
        while (first > 0 && first > start - LongestRun && (char.IsAsciiDigit(text[first - 1]) || text[first - 1] is '、' or '.'))
        {
            first--;
        }

        return text[Math.Max(0, first - Reach)..first].IndexOf("分别") >= 0;
    }

    /// <param name="at">Right after a number in digits that has no unit of its own.</param>
    /// <param name="isDecimal">A whole number before 、 may be a list's own.</param>
    /// <param name="isDivided">Behind 分别 every number has the unit that ends the row, whatever it is.</param>
    /// <param name="unit">The unit as written.</param>
    /// <param name="kind">Per cent or points; other rows (3、5家) leave the first number's unit open.</param>
    public static bool TryRead(ReadOnlySpan<char> text, int at, bool isDecimal, bool isDivided, out string unit, out UnitKind kind)
    {
        (unit, kind) = ("", UnitKind.None);
        for (
            var i = 0;
            i < LongestRow && at + 1 < text.Length && (text[at] is '和' or '与' or '及' || (text[at] == '、' && (isDecimal || isDivided)));
            i++
        )
        {
            at++;
            at += text[at..].StartsWith("全国") || text[at..].StartsWith("全省") || text[at..].StartsWith("全市") ? 2 : 0;
            if (
                at >= text.Length
                || !char.IsAsciiDigit(text[at])
                || !QuantityReader.TryNumeral(text, at, out var next)
                || next.Style != NumeralStyle.Digits
            )
            {
                return false;
            }

            at += next.Length;
            if (at + 1 < text.Length && text[at] == '个' && text[at + 1] is '、' or '和' or '与' or '及')
            {
                // 1.7个、3.2个和4个百分点: the points are said once, the counter each time.
                at++;
                continue;
            }

            if (Units.Table.TryAt(text, at, out var length, out kind))
            {
                unit = text.Slice(at, length).ToString();
                return isDivided || kind is UnitKind.Percent or UnitKind.Point;
            }
        }

        return false;
    }
}
