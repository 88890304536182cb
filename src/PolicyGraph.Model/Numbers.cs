namespace PolicyGraph.Model;

/// <summary>The one spelling of a decimal number.</summary>
public static class Numbers
{
    /// <summary>The same number without trailing zeros after the point: 59.170 becomes 59.17, 8.00 becomes 8.</summary>
    public static decimal Trim(decimal value) => value.Scale == 0 ? value : value / 1.0000000000000000000000000000m;
}
