using System.Text.Json;

namespace PolicyGraph.Api.Metrics;

/// <summary>One statistic of a metric, as the store answers it.</summary>
/// <param name="Json">The whole row, for the parts that are written as they are.</param>
/// <param name="Start">The first day of its period; null where it has none.</param>
/// <param name="End">The last day of its period; null where it has none.</param>
/// <param name="SubjectId">What it is about; null for nothing.</param>
internal sealed record MetricRow(
    JsonElement Json,
    decimal Value,
    decimal? ValueMax,
    string Unit,
    string Comparator,
    string Measure,
    string Kind,
    string? Start,
    string? End,
    string? SubjectId,
    string? SubjectName
)
{
    public const string Nodes = "nodes";
    public const string Subject = "subject";

    /// <summary>The properties that the query asks for under their own names.</summary>
    public static readonly IReadOnlyList<string> Properties =
    [
        "value",
        "valueMax",
        "unit",
        "comparator",
        "measure",
        "kind",
        "periodStart",
        "periodEnd",
    ];

    public bool IsTarget => Kind == "target";

    /// <summary>
    /// True for amounts, counts, indices, ranks and multiples, which make a series in one unit; false for changes and shares.
    /// </summary>
    public bool IsLevel => Measure is "level" or "rank" or "ratio";

    /// <summary>The rows of an answer.</summary>
    public static IReadOnlyList<MetricRow> Read(JsonElement answer) => [.. answer.GetProperty(Nodes).EnumerateArray().Select(Of)];

    private static MetricRow Of(JsonElement row)
    {
        var subject = row.GetProperty(Subject);
        var isAbout = subject.ValueKind != JsonValueKind.Null;
        var max = row.GetProperty("valueMax");
        return new MetricRow(
            row,
            row.GetProperty("value").GetDecimal(),
            max.ValueKind == JsonValueKind.Null ? null : max.GetDecimal(),
            row.GetProperty("unit").GetString() ?? "",
            row.GetProperty("comparator").GetString() ?? "=",
            row.GetProperty("measure").GetString() ?? "",
            row.GetProperty("kind").GetString() ?? "",
            row.GetProperty("periodStart").GetString(),
            row.GetProperty("periodEnd").GetString(),
            isAbout ? subject.GetProperty("id").GetString() : null,
            isAbout ? subject.GetProperty("name").GetString() : null
        );
    }
}
