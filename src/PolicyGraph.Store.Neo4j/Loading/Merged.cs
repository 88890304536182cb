using PolicyGraph.Model;
using PolicyGraph.Store.Numeric;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>What all documents together say of a node or edge, as the graph keeps it.</summary>
/// <param name="Documents">How many support it; at none it goes.</param>
/// <param name="Evidence">Evidence rows in all of them; 0 for edges, which keep the rows themselves.</param>
/// <param name="Values">In the order of the type's properties; null where no document says anything.</param>
/// <param name="Aliases">In ordinal order.</param>
/// <param name="Tally">The votes as text; null where the properties beside it tell them.</param>
internal sealed record Merged(
    int Documents,
    int Evidence,
    IReadOnlyList<PropertyValue?> Values,
    IReadOnlyList<string> Aliases,
    string? Tally
)
{
    /// <summary>What nothing supports.</summary>
    public static Merged None { get; } = new(0, 0, [], [], null);

    /// <summary>What a single document says of what is new; null where the properties would not tell it again.</summary>
    public static Merged? Of(IReadOnlyList<PropertyValue?> values, IReadOnlyList<string> aliases, int evidence)
    {
        foreach (var value in values)
        {
            if (value is { } known && !IsKeptWhole(known))
            {
                return null;
            }
        }

        return new Merged(1, evidence, values, aliases.Count < 2 ? aliases : [.. aliases.Order(StringComparer.Ordinal)], null);
    }

    /// <summary>True where Neo4j gives back what it was given: of numbers it keeps whole ones and doubles.</summary>
    public static bool IsKeptWhole(PropertyValue value) =>
        value.Kind != System.Text.Json.JsonValueKind.Number || Doubles.Nearest(value.Number) == value.Number;

    /// <summary>True where nothing but counts differs.</summary>
    public bool SaysTheSame(Merged other) => Values.SequenceEqual(other.Values) && Aliases.SequenceEqual(other.Aliases);
}
