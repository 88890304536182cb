using PolicyGraph.Extraction.Linking;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>One number that the paper states about something; the fields are those of <see cref="StatisticRecord"/>.</summary>
public sealed class Statistic
{
    public required decimal Value { get; init; }

    public decimal? ValueMax { get; init; }

    public required string Unit { get; init; }

    public required Comparator Comparator { get; init; }

    public required string Indicator { get; init; }

    public required Measure Measure { get; init; }

    public required StatisticKind Kind { get; init; }

    public Entity? Subject { get; init; }

    public string? Period { get; init; }

    public Entity? ReportedBy { get; init; }

    public Entity? SetBy { get; init; }

    /// <summary>The clause with the number; at most 150 characters.</summary>
    public required TextSpan Evidence { get; init; }

    public required string Rule { get; init; }

    public double Confidence { get; init; } = 0.9;
}
