using System.Globalization;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>
/// Properties of a statement that takes them from rows, each a list of values in one order. Lists cost Neo4j half of what maps do, whose
/// names go along with every row.
/// </summary>
internal static class RowText
{
    /// <summary>
    /// What a new node or relationship has: <c>{name: row[1], level: row[2]}</c>; values that are null leave the property out.
    /// </summary>
    /// <param name="first">The place of the first one in the row.</param>
    public static string Map(IReadOnlyList<string> names, int first) =>
        $"{{{string.Join(", ", names.Select((name, i) => $"{name}: {Value(first + i)}"))}}}";

    /// <summary>
    /// What one that is there gets: <c>n.name = row[1], n.level = row[2]</c>; values that are null take the property away.
    /// </summary>
    /// <inheritdoc cref="Map"/>
    public static string Set(string variable, IReadOnlyList<string> names, int first) =>
        string.Join(", ", names.Select((name, i) => $"{variable}.{name} = {Value(first + i)}"));

    private static string Value(int place) => $"row[{place.ToString(CultureInfo.InvariantCulture)}]";
}
