namespace PolicyGraph.Extraction.Findings;

/// <summary>
/// How far a printed number may be from the true one: half a unit of its last digit; zeros at the end count from the third digit on.
/// </summary>
internal static class Rounding
{
    /// <summary>
    /// The half unit of <paramref name="value"/> in its own size: 0.05 for 98.2, 500000 for 17848000000, 50000000 for 20000000000.
    /// </summary>
    public static decimal Of(decimal value)
    {
        var unit = 1m;
        while (value != decimal.Truncate(value) && unit > 0.0000001m)
        {
            (value, unit) = (value * 10m, unit / 10m);
        }

        while (Math.Abs(value) >= 1000m && value % 10m == 0m)
        {
            (value, unit) = (value / 10m, unit * 10m);
        }

        return unit / 2m;
    }

    /// <summary>True where a quotient of two printed amounts, in per cent, may be the printed percentage.</summary>
    public static bool Agrees(decimal percent, decimal part, decimal whole)
    {
        var slack = Of(percent) + ((Of(part) / whole + Of(whole) * Math.Abs(part) / (whole * whole)) * 100m);
        return Math.Abs(part / whole * 100m - percent) <= slack;
    }
}
