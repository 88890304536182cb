using System.Globalization;

namespace PolicyGraph.Store.Numeric;

/// <summary>
/// Numbers as every store keeps and compares them: whole ones up to 2⁶³ as they are, any other as the double next to it. A double stands
/// for the shortest digits that read back as it (so 59.17 is 59.17), in storing, comparing, sorting and answering alike.
/// </summary>
internal static class Doubles
{
    /// <summary>The number that a store keeps for a number.</summary>
    public static decimal Nearest(decimal number) => IsWhole(number) ? number : ToDecimal((double)number);

    public static bool IsWhole(decimal number) => decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue;

    /// <summary>The shortest digits of a double as a decimal; beyond what a decimal holds, the last that it holds.</summary>
    public static decimal ToDecimal(double number) =>
        decimal.TryParse(
            number.ToString("R", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var exact
        )
            ? exact
        : number < 0 ? decimal.MinValue
        : decimal.MaxValue;
}
