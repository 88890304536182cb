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
        var placed = members.SelectMany(node => Combine(by.AsList().Select(key => Values(node, type, key).ToList()).ToList()).Select(keys => (Keys: keys, Node: node)));
        var groups = placed.GroupBy(place => string.Join('\u0001', place.Keys.Select(Text)))
            .Select(group => new PlainGroup(group.First().Keys, [.. group.Select(place => place.Node).Distinct()]))
            .OrderBy(_ => 0);
        foreach (var order in orderBy.IsNull ? [] : orderBy.AsList().Select(order => order.AsObject().Fields[0]))
        {
            groups = order.Key switch
            {
                "count" => Then(groups, group => (decimal)group.Members.Count, order.Value),
                "key" => Then(groups, group => group.Keys[0], order.Value),
                var name => Then(groups, group => Number(group, type, name, order.Value.AsObject()["of"]), order.Value.AsObject()["direction"]),
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
    public bool Fits(PlainGroup group, FieldsType type, InputValue having) => having.IsNull || having.AsObject().Fields.All(field => field.Value.IsNull || (field.Key == "count"
        ? PlainFilter.FitsValue(field.Value, (decimal)group.Members.Count)
        : PlainFilter.FitsValue(field.Value.AsObject()["is"], Number(group, type, field.Key, field.Value.AsObject()["of"]))));

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

    private static IOrderedEnumerable<PlainGroup> Then(IOrderedEnumerable<PlainGroup> groups, Func<PlainGroup, object?> value, InputValue direction)
    {
        groups = groups.ThenBy(group => value(group) is null);
        return direction.AsString() == "DESC" ? groups.ThenByDescending(value, PlainComparer.Instance) : groups.ThenBy(value, PlainComparer.Instance);
    }

    /// <summary>The distinct values that a key finds from a node, null where something reached has none, and alone where nothing is reached.</summary>
    public IEnumerable<object?> Values(PlainNode node, FieldsType type, InputValue key)
    {
        var found = Found(node, type, key).Distinct().ToList();
        return found.Count == 0 ? [null] : found;
    }

    public static string Text(object? value) => value switch
    {
        null => "\u0002",
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        _ => (string)value,
    };

    private IEnumerable<object?> Found(PlainNode node, FieldsType type, InputValue key)
    {
        var (name, value) = key.AsObject().Fields[0];
        var field = type.Fields[name];
        if (PlainMap.PropertyOf(field) is { } property)
        {
            return [Part(node[property], value.AsString())];
        }

        if (PlainMap.RelationOf(field) is null)
        {
            var (part, kind) = value.AsObject().Fields[0];
            return [Part(node[PlainMap.PropertyOf(((FieldsType)field.Type.Definition).Fields[part])!], kind.AsString())];
        }

        var (nodes, rows) = map.Follow(graph, node, field, types: null);
        return rows.SelectMany(row => Found(row.Node, nodes, value));
    }

    private static object? Part(object? value, string part) => (value, part) switch
    {
        (string date, "YEAR") => date.Length >= 4 ? date[..4] : null,
        (string date, "MONTH") => date.Length >= 7 ? date[..7] : null,
        _ => value,
    };

    private static IEnumerable<IReadOnlyList<object?>> Combine(IReadOnlyList<List<object?>> keys) =>
        keys.Aggregate<List<object?>, IEnumerable<IReadOnlyList<object?>>>([[]], (combined, values) => combined.SelectMany(start => values.Select(value => (IReadOnlyList<object?>)[.. start, value])));
}
