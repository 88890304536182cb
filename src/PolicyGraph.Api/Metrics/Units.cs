using System.Collections.Frozen;
using System.Globalization;

namespace PolicyGraph.Api.Metrics;

/// <summary>
/// Units of the same kind brought to each other: 亿元 to 元, 万人 to 人, 公里 to 米. Per cent and percentage points are kinds of their own
/// and meet nothing else. The table is <c>units.tsv</c>; 万, 亿 and 万亿 before any unit multiply it.
/// </summary>
internal static class Units
{
    private const string Resource = "units.tsv";

    private static readonly (string Word, decimal Factor)[] Multipliers = [("万亿", 1e12m), ("亿", 1e8m), ("万", 1e4m)];

    private static readonly FrozenDictionary<string, (string Base, decimal Factor)> Table = Read();

    /// <summary>The number in the unit <paramref name="to"/>, or null where the two units are not of one kind.</summary>
    public static decimal? Convert(decimal value, string from, string to)
    {
        if (from == to)
        {
            return value;
        }

        var (source, target) = (Resolve(from), Resolve(to));
        return source.Base == target.Base ? Model.Numbers.Trim(value * source.Factor / target.Factor) : null;
    }

    public static bool IsConvertible(string from, string to) => from == to || Resolve(from).Base == Resolve(to).Base;

    private static (string Base, decimal Factor) Resolve(string unit)
    {
        if (Table.TryGetValue(unit, out var known))
        {
            return known;
        }

        foreach (var (word, factor) in Multipliers)
        {
            if (unit.Length > word.Length && unit.StartsWith(word, StringComparison.Ordinal))
            {
                var (rest, restFactor) = Resolve(unit[word.Length..]);
                return (rest, restFactor * factor);
            }
        }

        return (unit, 1);
    }

    private static FrozenDictionary<string, (string Base, decimal Factor)> Read()
    {
        using var stream =
            typeof(Units).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split('\t'))
            .ToFrozenDictionary(row => row[0], row => (row[1], decimal.Parse(row[2], CultureInfo.InvariantCulture)));
    }
}
