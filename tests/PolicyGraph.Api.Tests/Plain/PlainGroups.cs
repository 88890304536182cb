using System.Globalization;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>One group of nodes.</summary>
public sealed record PlainGroup(IReadOnlyList<object?> Keys, IReadOnlyList<PlainNode> Members);

/// <summary>What makes a group, at one index.</summary>
public sealed record PlainKey(object? Value, PlainNode? Entity);

/// <summary>Puts nodes into groups by following the keys from each of them.</summary>
internal sealed class PlainGroups(PlainGraph graph, PlainMap map)
{
    public IEnumerable<PlainGroup> Of(IEnumerable<PlainNode> members, FieldsType type, InputValue by, InputValue orderBy)
    {
        var placed = members.SelectMany(node => Combine(node, type, [.. by.AsList()]).Select(keys => (Keys: keys, Node: node)));
        var groups = placed
            .GroupBy(place => string.Join('\u0001', place.Keys.Select(Text)))
            .Select(group => new PlainGroup(group.First().Keys, [.. group.Select(place => place.Node).Distinct()]))
            .OrderBy(_ => 0);
        foreach (var order in orderBy.IsNull ? [] : orderBy.AsList().Select(order => order.AsObject().Fields[0]))
        {
            groups = order.Key switch
            {
                "count" => Then(groups, group => (decimal)group.Members.Count, order.Value),
                "key" => Then(groups, group => group.Keys[0], order.Value),
                var name => Then(
                    groups,
                    group => Number(group, type, name, order.Value.AsObject()["of"]),
                    order.Value.AsObject()["direction"]
                ),
            };
        }

        groups = orderBy.IsNull ? groups.ThenByDescending(group => group.Members.Count) : groups;
        for (var i = 0; i < by.AsList().Count; i++)
        {
            var index = i;
            groups = groups.ThenBy(group => group.Keys[index] is null).ThenBy(group => group.Keys[index], PlainComparer.Instance);
        }

        return groups;
    }

    /// <summary>True where a group's numbers are what <c>having</c> wants.</summary>
    public bool Fits(PlainGroup group, FieldsType type, InputValue having) =>
        having.IsNull
        || having
            .AsObject()
            .Fields.All(field =>
                field.Value.IsNull
                || (
                    field.Key == "count"
                        ? PlainFilter.FitsValue(field.Value, (decimal)group.Members.Count)
                        : PlainFilter.FitsValue(field.Value.AsObject()["is"], Number(group, type, field.Key, field.Value.AsObject()["of"]))
                )
            );

    /// <summary>A number told of a group; null where there is nothing to reckon with.</summary>
    public object? Number(PlainGroup group, FieldsType type, string name, InputValue of)
    {
        if (name == "countDistinct")
        {
            return (decimal)group.Members.SelectMany(node => Values(node, type, of)).Where(value => value is not null).Distinct().Count();
        }

        var numbers = group.Members.Select(node => node[of.AsString()]).OfType<decimal>().ToList();
        return (name, numbers.Count) switch
        {
            (_, 0) => null,
            ("sum", _) => numbers.Sum(),
            ("min", _) => numbers.Min(),
            ("max", _) => numbers.Max(),
            _ => numbers.Average(),
        };
    }

    private static IOrderedEnumerable<PlainGroup> Then(
        IOrderedEnumerable<PlainGroup> groups,
        Func<PlainGroup, object?> value,
        InputValue direction
    )
    {
        groups = groups.ThenBy(group => value(group) is null);
        return direction.AsString() == "DESC"
            ? groups.ThenByDescending(value, PlainComparer.Instance)
            : groups.ThenBy(value, PlainComparer.Instance);
    }

    /// <summary>The distinct values that a key finds from a node.</summary>
    private IEnumerable<object?> Values(PlainNode node, FieldsType type, InputValue key) =>
        Places(node, null, type, key).Select(place => Value(place, Leaf(key))).Distinct();

    public static string Text(object? value) =>
        value switch
        {
            null => "\u0002",
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            bool truth => truth ? "true" : "false",
            _ => (string)value,
        };

    /// <summary>Where a key leads to from a node: over its relations, if it has any.</summary>
    private IEnumerable<(PlainNode Node, PlainEdge? Edge, FieldsType Type)> Places(
        PlainNode node,
        PlainEdge? edge,
        FieldsType type,
        InputValue key
    )
    {
        var (name, value) = key.AsObject().Fields[0];
        if (!type.Fields.TryGetValue(name, out var field) || PlainMap.RelationOf(field) is null)
        {
            return [(node, edge, type)];
        }

        var (nodes, rows) = map.Follow(graph, node, field, types: null);
        return rows.SelectMany(row => Places(row.Node, row.Edge, nodes, value));
    }

    private static object? Value((PlainNode Node, PlainEdge? Edge, FieldsType Type) place, KeyValuePair<string, InputValue> leaf)
    {
        if (!place.Type.Fields.TryGetValue(leaf.Key, out var field))
        {
            return Part(place.Edge?[leaf.Key], leaf.Value.AsString());
        }

        if (PlainMap.PropertyOf(field) is { } property)
        {
            return Part(place.Node[property], leaf.Value.AsString());
        }

        var (part, kind) = leaf.Value.AsObject().Fields[0];
        return Part(place.Node[PlainMap.PropertyOf(((FieldsType)field.Type.Definition).Fields[part])!], kind.AsString());
    }

    /// <summary>What a key says where it has led: the field and how its value is cut.</summary>
    private static KeyValuePair<string, InputValue> Leaf(InputValue key)
    {
        var field = key.AsObject().Fields[0];
        return Path(key).Length == 0 ? field : Leaf(field.Value);
    }

    /// <summary>The relations that a key follows.</summary>
    private static string Path(InputValue key)
    {
        var (name, value) = key.AsObject().Fields[0];
        var isLeaf = value.Kind != InputKind.Object || name == "period";
        return isLeaf ? "" : $"{name} {Path(value)}";
    }

    private static object? Part(object? value, string part) =>
        (value, part) switch
        {
            (string date, "YEAR") => date.Length >= 4 ? date[..4] : null,
            (string date, "MONTH") => date.Length >= 7 ? date[..7] : null,
            _ => value,
        };

    /// <summary>All combinations of the keys' values; keys that follow the same relations speak of the same neighbour.</summary>
    private IEnumerable<IReadOnlyList<object?>> Combine(PlainNode node, FieldsType type, IReadOnlyList<InputValue> keys)
    {
        IEnumerable<object?[]> all = [new object?[keys.Count]];
        foreach (var together in keys.Index().GroupBy(key => Path(key.Item)))
        {
            var found = Places(node, null, type, together.First().Item)
                .Select(place => together.Select(key => (key.Index, Value: Value(place, Leaf(key.Item)))).ToList())
                .DefaultIfEmpty([])
                .ToList();
            all = all.SelectMany(chosen =>
                    found.Select(values =>
                        keys.Select((_, i) => values.Exists(one => one.Index == i) ? values.Find(one => one.Index == i).Value : chosen[i])
                            .ToArray()
                    )
                )
                .ToList();
        }

        return all.DistinctBy(combination => string.Join('\u0001', combination.Select(Text)));
    }
}
