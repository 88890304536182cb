using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>
/// Sorts rows by the keys of <c>orderBy</c>: texts by code unit, missing values last both ways, without keys by name or, of statistics, the
/// latest last day first and then the indicator; the id last of all, and of several edges to one node the relation and what tells it from
/// its like.
/// </summary>
internal sealed class PlainOrder(PlainGraph graph, PlainMap map)
{
    public List<PlainRow> Sort(List<PlainRow> rows, InputValue orderBy, FieldsType nodes)
    {
        var keys = orderBy.IsNull ? [] : orderBy.AsList().Select(key => Key(key.AsObject().Fields[0], nodes)).ToList();
        if (keys.Count == 0)
        {
            keys = nodes.Fields.ContainsKey("indicator")
                ? [(row => row.Node["periodEnd"], true), (row => row.Node["indicator"], false)]
                : [(row => row.Node["name"], false)];
        }

        var sorted = rows.OrderBy(_ => 0);
        foreach (var (value, descending) in keys)
        {
            sorted = sorted.ThenBy(row => value(row) is null);
            sorted = descending ? sorted.ThenByDescending(value, PlainComparer.Instance) : sorted.ThenBy(value, PlainComparer.Instance);
        }

        return
        [
            .. sorted
                .ThenBy(row => row.Node.Id, StringComparer.Ordinal)
                .ThenBy(row => row.Edge is null ? "" : $"{row.Edge.Type}\n{row.Edge.Key}", StringComparer.Ordinal),
        ];
    }

    private (Func<PlainRow, object?> Value, bool Descending) Key(KeyValuePair<string, InputValue> key, FieldsType nodes)
    {
        if (!nodes.Fields.TryGetValue(key.Key, out var field))
        {
            return (row => row.Edge![key.Key], IsDescending(key.Value));
        }

        if (key.Key == "documentCount")
        {
            return (row => (decimal)((IPlainThing)row.Node).DocumentCount, IsDescending(key.Value));
        }

        if (PlainMap.PropertyOf(field) is { } property)
        {
            return (row => row.Node[property], IsDescending(key.Value));
        }

        var (name, direction) = key.Value.AsObject().Fields[0];
        return PlainMap.RelationOf(field) is not null
            ? (row => (decimal)map.Follow(graph, row.Node, field, types: null).Rows.Count, IsDescending(direction))
            : (row => row.Node[PlainMap.PropertyOf(((FieldsType)field.Type.Definition).Fields[name])!], IsDescending(direction));
    }

    private static bool IsDescending(InputValue direction) => direction.AsString() == "DESC";
}

/// <summary>Texts by code unit, numbers by value, false before true.</summary>
internal sealed class PlainComparer : IComparer<object?>
{
    public static PlainComparer Instance { get; } = new();

    public int Compare(object? x, object? y) =>
        (x, y) switch
        {
            (null, null) => 0,
            (null, _) => -1,
            (_, null) => 1,
            (string a, string b) => string.CompareOrdinal(a, b),
            (decimal a, decimal b) => a.CompareTo(b),
            (bool a, bool b) => a.CompareTo(b),
            _ => throw new InvalidOperationException($"{x} and {y} are of two kinds."),
        };
}
