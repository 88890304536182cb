using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Numeric;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>How a tally is read back: two columns, its text and, where there is none, the properties that tell it.</summary>
internal sealed class TallyColumns
{
    private const string Aliases = "aliases";

    private readonly List<string> _names;

    /// <param name="possible">The properties of all types that may come.</param>
    public TallyColumns(IEnumerable<PropertyType> possible) =>
        _names = [
            GraphNames.Documents,
            GraphNames.Evidence,
            Aliases,
            .. possible.Where(RowValues.IsMerged).Select(property => property.Name).Distinct().Order(StringComparer.Ordinal),
        ];

    /// <summary>The columns, of a node or relationship.</summary>
    public string Of(string variable) =>
        $"{variable}.{Tally.Property}, CASE WHEN {variable}.{Tally.Property} IS NULL THEN [{string.Join(", ", _names.Select(name => $"{variable}.{name}"))}] END";

    /// <param name="row">A row with the columns.</param>
    /// <param name="at">The place of the first.</param>
    /// <param name="isEdge">True for relationships, which keep their evidence themselves.</param>
    public Tally Read(JsonElement row, int at, IReadOnlyList<PropertyType> types, bool isEdge)
    {
        if (row[at].GetString() is { } text)
        {
            return Tally.Parse(text);
        }

        var told = row[at + 1];
        var aliases = told[2].ValueKind == JsonValueKind.Array ? told[2].EnumerateArray().Select(alias => alias.GetString()!) : []; // Written as texts.
        var tally = new Tally { Evidence = isEdge ? 0 : told[1].GetInt32() };
        tally.Count(
            types,
            [.. types.Select(type => _names.IndexOf(type.Name) is var place and > 0 ? Value(told[place]) : null)],
            aliases,
            told[0].ValueKind == JsonValueKind.Null ? 1 : told[0].GetInt32()
        );
        return tally;
    }

    private static PropertyValue? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!, // It is one.
            JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : Doubles.ToDecimal(value.GetDouble()),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => default(PropertyValue?),
        };
}
