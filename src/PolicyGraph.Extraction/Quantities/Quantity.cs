using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>A number with what stands around it: comparator, unit, range.</summary>
public sealed record Quantity
{
    /// <summary>Number, unit and the comparators that touch them: 超5.4万亿元, 8家以上.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The digits alone.</summary>
    public required TextSpan Number { get; init; }

    public required decimal Value { get; init; }

    public decimal? ValueMax { get; init; }

    /// <summary>Empty where none follows.</summary>
    public required string Unit { get; init; }

    public Comparator Comparator { get; init; } = Comparator.Equal;

    public required string Rule { get; init; }
}
