using System.Diagnostics.CodeAnalysis;

namespace PolicyGraph.Model;

/// <summary>One number that a paper states about something (docs/ontology.md).</summary>
public sealed record StatisticRecord
{
    /// <summary>With 万 and 亿 multiplied out; a fall is negative where <see cref="Measure"/> is growth or change.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a range, else null.</summary>
    public decimal? ValueMax { get; init; }

    /// <summary>The bare unit or counter as written; empty for an index or a fraction.</summary>
    [AllowNull]
    public string Unit
    {
        get;
        init => field = value ?? "";
    } = "";

    public Comparator Comparator { get; init; } = Comparator.Equal;

    /// <summary>What is measured, without the subject and the period.</summary>
    public required string Indicator { get; init; }

    public Measure Measure { get; init; }

    public StatisticKind Kind { get; init; }

    /// <summary>The <see cref="EntityRecord.Id"/> that the number is about, or null.</summary>
    public string? Subject { get; init; }

    /// <summary>An ISO day, month or year, or an interval of two of them joined by a slash; null where the paper does not say.</summary>
    public string? Period { get; init; }

    /// <summary>The id of who states it, or null.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>The id of the policy that sets a target or limit, or null.</summary>
    public string? SetBy { get; init; }

    /// <summary>The shortest run of the paper that says it: white space removed, at most 150 characters.</summary>
    public required string Evidence { get; init; }

    /// <summary>The same run in <see cref="DocumentRecord.Text"/>; null in records made by hand.</summary>
    public TextSpan? Span { get; init; }

    [AllowNull]
    public string Rule
    {
        get;
        init => field = value ?? "";
    } = "";

    [AllowNull]
    public double Confidence
    {
        get;
        init => field = value == 0 ? 1 : value;
    } = 1;
}
