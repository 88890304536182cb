namespace PolicyGraph.Store.Numeric;

/// <summary>
/// A sum that comes out the same in whatever order and wherever it is made: each number is taken apart into two whole parts and billionths,
/// which add up as whole numbers. So 0.1 and 0.2 make 0.3, and whole numbers above 2⁵³ are exact.
/// </summary>
internal readonly record struct NumberSum(long High, long Low, long Billionths, long Count, bool IsBeyond)
{
    /// <summary>What a unit of <see cref="High"/> is worth.</summary>
    public const long HighUnit = 1L << 30;

    /// <summary>What of one is a unit of <see cref="Billionths"/>.</summary>
    public const double Billion = 1e9;

    /// <summary>Numbers from here on have no sum: 2⁷³, so that a million of them fit the parts.</summary>
    public const double Limit = 9444732965739290427392d;

    /// <summary>The sum, rounded at 28 digits; null where there is nothing to sum, or numbers beyond <see cref="Limit"/>.</summary>
    public decimal? Total => Count == 0 || IsBeyond ? null : ((decimal)High * HighUnit) + Low + (Billionths / 1e9m);

    /// <summary>The mean, rounded at 28 digits.</summary>
    public decimal? Mean => Total / Count;

    /// <summary>
    /// What means are compared and ordered by: the mean in doubles throughout, as each step of it can be done alike elsewhere.
    /// </summary>
    public double? MeanOrder =>
        Count == 0 || IsBeyond ? null : (((double)High * HighUnit) + (double)Low + ((double)Billionths / Billion)) / Count;

    /// <param name="number">As <see cref="Doubles.Nearest"/> gives it.</param>
    public NumberSum Add(decimal number)
    {
        if (Math.Abs((double)number) >= Limit)
        {
            return this with { Count = Count + 1, IsBeyond = true };
        }

        var (high, low, billionths) = Split(number);
        return new(High + high, Low + low, Billionths + billionths, Count + 1, IsBeyond);
    }

    /// <summary>The parts of one number, the two lower ones brought into their range: lists of them compare as the numbers do.</summary>
    public static IReadOnlyList<long> Parts(decimal number)
    {
        var (high, low, billionths) = Split(number);
        var (over, rest) = Floor(billionths, (long)Billion);
        var (carry, within) = Floor(low + over, HighUnit);
        return [high + carry, within, rest];
    }

    private static (long High, long Low, long Billionths) Split(decimal number)
    {
        if (number is >= -long.MaxValue and <= long.MaxValue)
        {
            var whole = (long)decimal.Truncate(number);
            var fraction = decimal.IsInteger(number) ? 0 : (double)number - whole;
            return (whole / HighUnit, whole % HighUnit, (long)Math.Floor((fraction * Billion) + 0.5));
        }

        var large = (double)number;
        var high = Math.Clamp(large, -Limit, Limit) / HighUnit;
        return ((long)high, (long)(Math.Clamp(large, -Limit, Limit) - ((long)high * (double)HighUnit)), 0);
    }

    private static (long Quotient, long Remainder) Floor(long number, long unit)
    {
        var rest = ((number % unit) + unit) % unit;
        return ((number - rest) / unit, rest);
    }
}
