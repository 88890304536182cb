using System.Text.Json.Nodes;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>Groups, worked out by going through all combinations of keys.</summary>
public sealed class PlainGroups(PlainFilters filters, Parameters parameters, Func<PlainNode?, Shape, JsonNode?> write)
{
    public JsonArray Groups(IEnumerable<PlainNode> nodes, Grouping grouping)
    {
        var groups = nodes
            .Distinct()
            .Where(node => filters.Fits(node, grouping.Filter))
            .SelectMany(node => Keys(node, grouping.Keys).Select(keys => (Keys: keys, Node: node)))
            .GroupBy(pair => string.Join('\u0001', pair.Keys.Select(key => key is null ? "-" : "+" + key)))
            .Select(group => (group.First().Keys, Nodes: group.Select(pair => pair.Node).ToList()))
            .Where(group =>
                grouping.Having.All(having =>
                    PlainFilters.Compare(Number(group.Nodes, having.Aggregate), having.Comparison, parameters[having.Value])
                )
            )
            .ToList();
        groups.Sort((x, y) => Compare(x, y, grouping));
        var page = groups
            .Skip((int)(parameters.Integer(grouping.Skip) ?? 0))
            .Take((int)(parameters.Integer(grouping.First) ?? int.MaxValue));
        return new JsonArray([.. page.Select(group => Write(group.Keys, group.Nodes, grouping.Fields))]);
    }

    private static IEnumerable<object?[]> Keys(PlainNode node, IReadOnlyList<GroupKey> keys)
    {
        IEnumerable<Dictionary<GroupKey, object?>> all =
        [
            [],
        ];
        foreach (
            var together in keys.GroupBy(key =>
                string.Join(
                    ' ',
                    key.Steps.Select(step => $"{string.Join('|', step.Types)} {step.Direction} {string.Join('|', step.Target)}")
                )
            )
        )
        {
            var values = Rows(node, together.First().Steps)
                .Select(row => together.ToDictionary(key => key, key => Part(Of(key, row), key.Part)))
                .DefaultIfEmpty(together.ToDictionary(key => key, _ => (object?)null))
                .ToList();
            all = all.SelectMany(chosen => values.Select(value => chosen.Concat(value).ToDictionary())).ToList();
        }

        return all.Select(chosen => keys.Select(key => chosen[key]).ToArray())
            .DistinctBy(chosen => string.Join('\u0001', chosen.Select(key => key is null ? "-" : "+" + key)));
    }

    private static object? Of(GroupKey key, PlainRow row) =>
        key.IsOfEdge ? row.Edge?.Values.GetValueOrDefault(key.Property) : row.Node.Values.GetValueOrDefault(key.Property);

    private static IEnumerable<PlainRow> Rows(PlainNode node, IReadOnlyList<Step> steps) =>
        steps.Count == 0
            ? [new PlainRow(node, null, IsIncoming: false)]
            : Reach([node], [.. steps.SkipLast(1)]).SelectMany(last => PlainFilters.Follow(last, steps[^1]));

    private static List<PlainNode> Reach(IEnumerable<PlainNode> nodes, IReadOnlyList<Step> steps) =>
        [
            .. steps.Aggregate(
                nodes,
                (reached, step) => reached.SelectMany(node => PlainFilters.Follow(node, step)).Select(row => row.Node).Distinct()
            ),
        ];

    private static object? Part(object? value, DatePart part) =>
        (part, value) switch
        {
            (DatePart.Year, string { Length: >= 4 } text) => text[..4],
            (DatePart.Month, string { Length: >= 7 } text) => text[..7],
            (DatePart.Whole, _) => value,
            _ => null,
        };

    private static object? Number(List<PlainNode> nodes, Aggregate aggregate)
    {
        var reached = Reach(nodes, aggregate.Steps);
        if (aggregate.Kind == AggregateKind.Count)
        {
            return (decimal)reached.Count;
        }

        var values = reached.Select(node => node.Values.GetValueOrDefault(aggregate.Property!)).OfType<object>().ToList();
        return aggregate.Kind switch
        {
            AggregateKind.CountDistinct => (decimal)values.Distinct().Count(),
            _ when values.Count == 0 => null,
            AggregateKind.Sum => values.Sum(value => (decimal)value),
            AggregateKind.Average => values.Sum(value => (decimal)value) / values.Count,
            AggregateKind.Min => values.Aggregate((x, y) => PlainOrder.CompareKey(x, y, descending: false) <= 0 ? x : y),
            _ => values.Aggregate((x, y) => PlainOrder.CompareKey(x, y, descending: false) >= 0 ? x : y),
        };
    }

    private static int Compare((object?[] Keys, List<PlainNode> Nodes) x, (object?[] Keys, List<PlainNode> Nodes) y, Grouping grouping)
    {
        var order =
            grouping.Order.Count > 0
                ? grouping.Order
                : [new GroupOrder(new Aggregate(AggregateKind.Count, [], null), -1, Descending: true)];
        foreach (var sort in order)
        {
            var compared = sort.Aggregate is { } aggregate
                ? PlainOrder.CompareKey(Number(x.Nodes, aggregate), Number(y.Nodes, aggregate), sort.Descending)
                : PlainOrder.CompareKey(x.Keys[sort.Key], y.Keys[sort.Key], sort.Descending);
            if (compared != 0)
            {
                return compared;
            }
        }

        return x
            .Keys.Zip(y.Keys)
            .Select(pair => PlainOrder.CompareKey(pair.First, pair.Second, descending: false))
            .FirstOrDefault(compared => compared != 0);
    }

    private JsonObject Write(object?[] keys, List<PlainNode> nodes, IReadOnlyList<GroupField> fields) =>
        new([
            .. fields.Select(field =>
                KeyValuePair.Create(
                    field.Key.Name,
                    field switch
                    {
                        GroupKeyField key => keys[key.Index] is string text ? text : PlainAnswers.Json(keys[key.Index])?.ToJsonString(),
                        AggregateField aggregate => PlainAnswers.Json(Number(nodes, aggregate.Aggregate)),
                        GroupObjectField inner => Write(keys, nodes, inner.Fields),
                        GroupNodeField => write(null, new Shape([])),
                        _ => throw new NotSupportedException(field.ToString()),
                    }
                )
            ),
        ]);
}
