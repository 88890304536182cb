using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Quantities.Numerals;

/// <summary>A number as written, multipliers in, unit out.</summary>
/// <param name="Length">In characters of the squeezed text.</param>
/// <param name="Value">万 and 亿 multiplied out.</param>
/// <param name="Max">The upper end where the numeral itself is a range (三四十).</param>
/// <param name="Scale">The multiplier that closes it (10⁸ in 3.5亿), 1 where none does.</param>
/// <param name="Comparator">From 余, 多, 几 and 数 inside the numeral, else <see cref="Comparator.Equal"/>.</param>
/// <param name="Style">How it is written.</param>
internal readonly record struct Numeral(int Length, decimal Value, decimal? Max, decimal Scale, Comparator Comparator, NumeralStyle Style);

/// <summary>How a number is written.</summary>
internal enum NumeralStyle
{
    /// <summary>30, 5.4万亿, 1,200.</summary>
    Digits,

    /// <summary>三十, 十几万.</summary>
    Words,

    /// <summary>1/200, 三分之一.</summary>
    Fraction,

    /// <summary>百分之三十, 四成, 过半: per cent without the sign.</summary>
    PerCent,

    /// <summary>数百, 几十: no number of its own.</summary>
    Vague,
}
