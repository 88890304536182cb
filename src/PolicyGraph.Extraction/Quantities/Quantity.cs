using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>A number with what stands around it: comparator, unit, range.</summary>
public sealed record Quantity
{
    /// <summary>Number, unit and the comparators that touch them: 超5.4万亿元, 8家以上.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The digits and multipliers alone: 5.4万亿 in 超5.4万亿元.</summary>
    public required TextSpan Number { get; init; }

    public required decimal Value { get; init; }

    public decimal? ValueMax { get; init; }

    /// <summary>Empty where none follows.</summary>
    public required string Unit { get; init; }

    /// <summary>What sort of unit it is; <see cref="UnitKind.None"/> where none follows.</summary>
    public UnitKind UnitKind { get; init; }

    public Comparator Comparator { get; init; } = Comparator.Equal;

    public QuantityForm Form { get; init; }

    /// <summary>True where the number is written in digits, false in words (三家, 近半).</summary>
    public bool InDigits { get; init; }

    public required string Rule { get; init; }
}

/// <summary>What a quantity's words make of the number.</summary>
public enum QuantityForm
{
    /// <summary>An amount or a count: 30家, 5.4万亿元, 12%.</summary>
    Amount,

    /// <summary>A place in an order: 第24位, 居首位, 前8位.</summary>
    Rank,

    /// <summary>A doubling: 翻一番, 翻两番.</summary>
    Doubling,

    /// <summary>A class by size: 千亿级, 5000亿元级.</summary>
    SizeClass,

    /// <summary>A rate known by its digits alone: 两位数.</summary>
    Digits,

    /// <summary>Without a number of its own: 数百家, 几十项.</summary>
    Vague,
}

/// <summary>The kinds of units, as <c>units.tsv</c> lists them.</summary>
public enum UnitKind
{
    None,
    Age,
    Area,
    Bandwidth,
    Compound,
    Count,
    Data,
    Duration,
    Energy,
    Length,
    Mass,
    Money,
    Multiple,
    People,
    Percent,
    Point,
    Power,
    Temperature,
    Volume,
}
