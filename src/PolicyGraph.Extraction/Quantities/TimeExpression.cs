using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>A day, month, year or span that the text names, resolved against the article and the paper's own date.</summary>
public sealed record TimeExpression
{
    /// <summary>The words of the time itself, without 截至, 到 or 自 before it.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>
    /// ISO: <c>2019</c>, <c>2019-11</c>, <c>2021-09-02</c> or two of them joined by a slash; null where the text leaves it open (近年来,
    /// 日前).
    /// </summary>
    public required string? Period { get; init; }

    public TimeRole Role { get; init; }

    public required string Rule { get; init; }
}

/// <summary>What a time does in its clause.</summary>
public enum TimeRole
{
    /// <summary>When something is, was or happened.</summary>
    When,

    /// <summary>截至2019年底: the day that a stock is counted on.</summary>
    AsOf,

    /// <summary>到2025年, 2025年前: the end of a target's way.</summary>
    By,

    /// <summary>自2015年以来.</summary>
    Since,

    /// <summary>较2019年, 比上年: only what a change is measured against.</summary>
    Base,

    /// <summary>目前, 近日, 近年来: no period of its own, and none to be inherited.</summary>
    Open,
}
