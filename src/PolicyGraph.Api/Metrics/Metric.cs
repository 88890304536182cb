namespace PolicyGraph.Api.Metrics;

/// <summary>The series of one indicator, brought to one unit.</summary>
/// <param name="Unit">Of all levels; null where there are none.</param>
/// <param name="LeftOut">Levels that cannot be brought to it.</param>
/// <param name="IsIncomplete">True where there are more rows than <see cref="MostRows"/>.</param>
internal sealed record Metric(string? Unit, IReadOnlyList<MetricSeries> Series, IReadOnlyList<MetricRow> LeftOut, bool IsIncomplete)
{
    /// <summary>Series are made of so many statistics at most.</summary>
    public const int MostRows = 10_000;

    /// <summary>Makes series of rows, of no more than <see cref="MostRows"/>.</summary>
    /// <param name="wanted">The unit wanted; null for the one that most levels bear, of several the ordinally first.</param>
    public static Metric Of(IReadOnlyList<MetricRow> found, string? wanted)
    {
        IReadOnlyList<MetricRow> rows = [.. found.Take(MostRows)];
        var levels = rows.Where(row => row.IsLevel).ToList();
        var unit =
            wanted
            ?? levels
                .CountBy(row => row.Unit)
                .OrderByDescending(count => count.Value)
                .ThenBy(count => count.Key, StringComparer.Ordinal)
                .Select(count => count.Key)
                .FirstOrDefault();
        var leftOut = unit is null ? [] : levels.Where(row => !Units.IsConvertible(row.Unit, unit)).ToHashSet();
        var series = rows.Where(row => !leftOut.Contains(row))
            .GroupBy(row => (row.SubjectName, row.SubjectId))
            .OrderBy(group => group.Key.SubjectName is null)
            .ThenBy(group => group.Key.SubjectName, StringComparer.Ordinal)
            .ThenBy(group => group.Key.SubjectId, StringComparer.Ordinal)
            .Select(group => MetricSeries.Of([.. group], unit));
        return new Metric(unit, [.. series], [.. leftOut], found.Count > MostRows);
    }
}

/// <summary>One indicator of one subject; every list goes by the end of the period, then its start.</summary>
/// <param name="Any">One of its statistics, to tell the subject by.</param>
internal sealed record MetricSeries(
    MetricRow Any,
    IReadOnlyList<MetricPoint> Points,
    IReadOnlyList<MetricPoint> Targets,
    IReadOnlyList<MetricPoint> Growth,
    IReadOnlyList<MetricComparison> Comparison
)
{
    /// <summary>Makes a series of rows that are in order and can be brought to the unit.</summary>
    public static MetricSeries Of(IReadOnlyList<MetricRow> rows, string? unit)
    {
        List<MetricPoint> levels =
        [
            .. rows.Where(row => row.IsLevel).Select(row => unit is null ? null : MetricPoint.In(unit, row)).OfType<MetricPoint>(),
        ];
        List<MetricPoint> points = [.. levels.Where(point => !point.Row.IsTarget)];
        List<MetricPoint> targets = [.. levels.Where(point => point.Row.IsTarget)];
        return new MetricSeries(
            rows[0],
            points,
            targets,
            [.. rows.Where(row => !row.IsLevel).Select(MetricPoint.AsStated)],
            [.. Compare(targets, points)]
        );
    }

    /// <summary>
    /// “到2025年达到” is met or missed at the end of 2025, whatever span the plan has; so ends are compared, not whole periods.
    /// </summary>
    private static IEnumerable<MetricComparison> Compare(List<MetricPoint> targets, List<MetricPoint> points) =>
        from target in targets
        from actual in points
        where
            actual.Row.Kind == "actual"
            && actual.Row.End is not null
            && actual.Row.End == target.Row.End
            && actual.Row.Measure == target.Row.Measure
        select new MetricComparison(target, actual);
}
