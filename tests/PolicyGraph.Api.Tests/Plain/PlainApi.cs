using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Execution.Resolvers;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>The API over a plain graph, field by field: what every store's answers are compared with.</summary>
internal sealed class PlainApi
{
    private readonly PolicyGraphSchema _api;
    private readonly PlainGraph _graph;
    private readonly PlainMap _map;
    private readonly PlainFilter _filter;
    private readonly PlainOrder _order;
    private readonly PlainGroups _groups;

    public PlainApi(PolicyGraphSchema api, PlainGraph graph)
    {
        (_api, _graph, _map) = (api, graph, new PlainMap(api));
        _filter = new PlainFilter(graph, _map);
        _order = new PlainOrder(graph, _map);
        _groups = new PlainGroups(graph, _map);
    }

    public GraphQLEngine Engine(EngineOptions options)
    {
        var planner = new ResolverPlanner(Resolve, value => ((PlainNode)value).Label);
        return new GraphQLEngine(_api.Schema, (_, _) => planner, options);
    }

    private object? Resolve(object? source, ObjectType type, FieldSelection field, OperationValues values) =>
        Leaf(Value(source, field, values));

    private object? Value(object? source, FieldSelection field, OperationValues values) =>
        source switch
        {
            null => Root(field, values),
            PlainList list => OfList(list, field, values),
            PlainRow row => OfRow(row, field, values),
            PlainPage page => OfPage(page, field.Definition.Name),
            PlainGroup group => OfGroup(group, (FieldsType)field.Parent, field, values),
            PlainKey key => field.Definition.Name == "value"
                ? key.Value is null
                    ? null
                    : PlainGroups.Text(key.Value)
                : key.Entity,
            PlainEvidence evidence => OfEvidence(evidence, field.Definition.Name),
            PlainNode node => OfNode(node, field, values),
            PlainFact fact => OfFact(fact.Edge, field, values),
            _ => throw new InvalidOperationException($"Nothing is known of {source}."),
        };

    private object? Root(FieldSelection field, OperationValues values)
    {
        var labels = _map.Labels(
            field.Definition.Type.Definition is FieldsType { Fields: var fields } && fields.TryGetValue("nodes", out var nodes)
                ? nodes.Type.Definition
                : field.Definition.Type.Definition
        );
        var all = _graph.Of(labels);
        return field.Definition.Directives.Find("list") is not null
            ? List([.. all.Select(node => new PlainRow(node, Edge: null))], field, values)
            : Single(all, field, values);
    }

    private static PlainNode? Single(IEnumerable<PlainNode> all, FieldSelection field, OperationValues values)
    {
        var (name, value) = field.Arguments.Single(argument => !argument.Value.IsNull);
        var wanted = value.Evaluate(values).AsString();
        return name == "name" && field.Definition.Name != "indicator"
            ? all.Where(node => (string?)node["name"] == wanted || node.Aliases.Contains(wanted))
                .OrderByDescending(node => (string?)node["name"] == wanted)
                .ThenByDescending(node => node.Evidence.Count)
                .ThenBy(node => node.Id, StringComparer.Ordinal)
                .FirstOrDefault()
            : all.Where(node => (string?)node[name] == wanted).OrderBy(node => node.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    private PlainList List(List<PlainRow> rows, FieldSelection field, OperationValues values)
    {
        var nodes = (FieldsType)((FieldsType)field.Definition.Type.Definition).Fields["nodes"].Type.Definition;
        var kept = rows.Where(row => _filter.Fits(Value(field, "where", values), row.Node, nodes))
            .Where(row => row.Edge is null || _filter.FitsEdge(Value(field, "edgeWhere", values), row.Edge))
            .ToList();
        var sorted = _order.Sort(kept, Value(field, "orderBy", values), nodes);
        var end =
            Value(field, "first", values) is { IsNull: false } first ? first.AsInt64()
            : Value(field, "last", values).IsNull ? 20
            : int.MaxValue;
        var to = (int)Math.Min(end, sorted.Count);
        var from = Value(field, "last", values) is { IsNull: false } last ? (int)Math.Max(0, to - last.AsInt64()) : 0;
        return new PlainList(sorted, from, to, nodes);
    }

    private object? OfNode(PlainNode node, FieldSelection field, OperationValues values)
    {
        var definition = field.Definition;
        if (PlainMap.PropertyOf(definition) is { } property)
        {
            return node[property];
        }

        if (PlainMap.RelationOf(definition) is not null)
        {
            var types = Value(field, "types", values) is { IsNull: false } list
                ? list.AsList().Select(item => item.AsString()).ToList()
                : null;
            var (nodes, rows) = _map.Follow(_graph, node, definition, types);
            return definition.Type.Definition == nodes
                ? rows.OrderBy(row => row.Node.Id, StringComparer.Ordinal).FirstOrDefault()?.Node
                : List(rows, field, values);
        }

        return definition.Name switch
        {
            "type" => node.Label,
            "period" => node["periodLabel"] is null ? null : node,
            "documentCount" => ((IPlainThing)node).DocumentCount,
            "points" => Measuring(node).Count(),
            "subjects" => Measuring(node).SelectMany(Subjects).Distinct().Count(),
            "conflicts" => Conflicts(node).Take(First(field, values)),
            "text" => Text(node, field, values),
            "relations" => Facts(node, field, values),
            "articles" or "findings" => Array.Empty<object>(),
            _ => Evidence(node, field, values),
        };
    }

    private IEnumerable<PlainNode> Conflicts(PlainNode node)
    {
        string[] same = ["indicator", "periodLabel", "measure", "kind", "unit"];
        var subjects = Subjects(node);
        return _graph
            .Nodes.Where(other => other.Label == node.Label && other != node && subjects.Overlaps(Subjects(other)))
            .Where(other => same.All(property => Equals(other[property], node[property])) && !Equals(other["value"], node["value"]))
            .OrderBy(other => other.Id, StringComparer.Ordinal);
    }

    private IEnumerable<PlainNode> Measuring(PlainNode indicator) =>
        _graph.Edges.Where(edge => edge.Type == "MEASURES" && edge.To == indicator).Select(edge => edge.From);

    private HashSet<PlainNode> Subjects(PlainNode node) =>
        [.. _graph.Edges.Where(edge => edge.Type == "ABOUT" && edge.From == node).Select(edge => edge.To)];

    private static string? Text(PlainNode node, FieldSelection field, OperationValues values)
    {
        var text = node.Record!.Text;
        var start = Value(field, "start", values) is { IsNull: false } from ? (int)from.AsInt64() : 0;
        var end = Value(field, "end", values) is { IsNull: false } to ? (int)to.AsInt64() : int.MaxValue;
        return text?[Math.Min(start, text.Length)..Math.Max(Math.Min(start, text.Length), Math.Min(end, text.Length))];
    }

    private PlainList Facts(PlainNode paper, FieldSelection field, OperationValues values)
    {
        var onlyHere = Value(field, "onlyHere", values) is { IsNull: false } only && only.AsBoolean();
        var facts = _graph
            .Edges.Where(edge => edge.To.Label != "Document" && edge.Evidence.Exists(evidence => evidence.Paper == paper))
            .Where(edge => !onlyHere || ((IPlainThing)edge).DocumentCount == 1)
            .OrderBy(edge => edge.Evidence.Where(evidence => evidence.Paper == paper).Min(evidence => evidence.Span.Start))
            .Select(edge => new PlainRow(edge.From, edge))
            .ToList();
        return new PlainList(facts, 0, Math.Min(First(field, values), facts.Count), _map.Type("Entity"));
    }

    private object? OfList(PlainList list, FieldSelection field, OperationValues values) =>
        field.Definition.Name switch
        {
            "totalCount" => list.All.Count,
            "nodes" => field.Definition.Type.Definition.Name == "Fact"
                ? list.Page.Select(row => new PlainFact(row.Edge!))
                : list.Page.Select(row => row.Node),
            "edges" => list.Page,
            "pageInfo" => new PlainPage(list.To < list.All.Count, list.From > 0),
            _ => Groups(list, field, values),
        };

    private IEnumerable<PlainGroup> Groups(PlainList list, FieldSelection field, OperationValues values)
    {
        return _groups
            .Of(list.All.Select(row => row.Node), list.Nodes, Value(field, "by", values), Value(field, "orderBy", values))
            .Where(group => _groups.Fits(group, list.Nodes, Value(field, "having", values)))
            .Skip((int)Value(field, "skip", values).AsInt64())
            .Take(First(field, values));
    }

    private object OfGroup(PlainGroup group, FieldsType type, FieldSelection field, OperationValues values)
    {
        var members = _map.Type(type.Name[..^"Group".Length]);
        return field.Definition.Name switch
        {
            "count" => group.Members.Count,
            "keys" => group.Keys.Select(key => new PlainKey(
                key,
                _graph.Nodes.Find(node => node.Id == key as string && _map.Labels(_map.Type("Entity")).Contains(node.Label))
            )),
            var name => _groups.Number(group, members, name, Value(field, "of", values))!,
        };
    }

    private object? OfRow(PlainRow row, FieldSelection field, OperationValues values) =>
        field.Definition.Name == "node" ? row.Node : OfFact(row.Edge!, field, values);

    private static object? OfFact(PlainEdge edge, FieldSelection field, OperationValues values) =>
        field.Definition.Name switch
        {
            "relation" => edge.Type,
            "from" => edge.From,
            "to" => edge.To,
            "documentCount" => ((IPlainThing)edge).DocumentCount,
            "evidence" => Evidence(edge, field, values),
            var name => edge[name],
        };

    private static IEnumerable<PlainEvidence> Evidence(IPlainThing thing, FieldSelection field, OperationValues values) =>
        thing
            .Evidence.OrderBy(evidence => evidence.Paper.Id, StringComparer.Ordinal)
            .ThenBy(evidence => evidence.Span.Start)
            .Take(First(field, values));

    private static object? OfEvidence(PlainEvidence evidence, string name) =>
        name switch
        {
            "quote" => evidence.Quote,
            "start" => evidence.Span.Start,
            "end" => evidence.Span.End,
            "document" => evidence.Paper,
            "rule" => evidence.Rule,
            "confidence" => evidence.Confidence,
            _ => null,
        };

    private static object OfPage(PlainPage page, string name) => name == "hasNextPage" ? page.HasNext : page.HasPrevious;

    private static int First(FieldSelection field, OperationValues values) => (int)Value(field, "first", values).AsInt64();

    private static InputValue Value(FieldSelection field, string argument, OperationValues values) =>
        field.Argument(argument)?.Evaluate(values) ?? InputValue.Null;

    /// <summary>A numeric value as the engine's leaves take it.</summary>
    private static object? Leaf(object? value) =>
        value is decimal number
            ? decimal.IsInteger(number)
                ? (long)number
                : (double)number
            : value;

    private sealed record PlainList(List<PlainRow> All, int From, int To, FieldsType Nodes)
    {
        public List<PlainRow> Page => All[From..To];
    }

    private sealed record PlainPage(bool HasNext, bool HasPrevious);

    private sealed record PlainFact(PlainEdge Edge);
}
