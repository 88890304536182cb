using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>A day, month, year or span that the text names, resolved against the article and the paper's own date.</summary>
public sealed record TimeExpression
{
    public required TextSpan Span { get; init; }

    /// <summary>ISO: <c>2019</c>, <c>2019-11</c>, <c>2021-09-02</c> or two of them joined by a slash; null where the text leaves it open (近年来, 日前).</summary>
    public required string? Period { get; init; }

    public required string Rule { get; init; }
}
