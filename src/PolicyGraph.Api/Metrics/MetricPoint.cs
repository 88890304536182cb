namespace PolicyGraph.Api.Metrics;

/// <summary>One number of a series.</summary>
/// <param name="Row">The statistic that it comes from.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
internal sealed record MetricPoint(MetricRow Row, decimal Value, decimal? ValueMax, string Unit)
{
    /// <summary>The number in its own unit.</summary>
    public static MetricPoint AsStated(MetricRow row) => new(row, row.Value, row.ValueMax, row.Unit);

    /// <summary>The number in another unit, or null where there is no way.</summary>
    public static MetricPoint? In(string unit, MetricRow row) =>
        Units.Convert(row.Value, row.Unit, unit) is { } value
            ? new MetricPoint(row, value, row.ValueMax is { } max ? Units.Convert(max, row.Unit, unit) : null, unit)
            : null;
}

/// <summary>A target with what was reported for the end of its period.</summary>
internal sealed record MetricComparison(MetricPoint Target, MetricPoint Actual)
{
    public decimal Difference => Actual.Value - Target.Value;

    /// <summary>
    /// True where the target is met: a ceiling (不超过) by a value at or below it, any other target by one at or above it.
    /// </summary>
    public bool IsReached => Target.Row.Comparator is "<" or "<=" ? Difference <= 0 : Difference >= 0;
}
