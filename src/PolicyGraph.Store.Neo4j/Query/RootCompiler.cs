using System.Text.Json;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Makes the statement of a query; its value is all rows.</summary>
internal sealed class RootCompiler(StatementBuilder builder)
{
    private readonly ShapeCompiler shapes = new(builder);

    /// <summary>The statement; null where the answer is null without asking.</summary>
    public Part? Compile(Root root) => root switch
    {
        NodeRoot node => Node(node),
        NodesByIdRoot nodes => Nodes(nodes),
        ListRoot list => Single(shapes.Connections.Compile(list.Connection, Pattern.Of(builder, builder.Names.Node(list.Label)))),
        GroupsRoot groups => Single(shapes.Groups.Compile(groups.Grouping, Pattern.Of(builder, builder.Names.Node(groups.Label)), null, null)),
        SearchRoot => throw StatementBuilder.Unsupported("searches by text"),
        PathRoot => throw StatementBuilder.Unsupported("searches for paths"),
        RelatedRoot => throw StatementBuilder.Unsupported("what is related"),
        _ => throw new UnknownNameException($"This store does not answer a {root.GetType().Name}."),
    };

    private static Part Single(Part part) => new($"RETURN {part.Text}", (writer, rows) => part.Write(writer, rows[0][0]));

    private Part? Node(NodeRoot root)
    {
        var possible = builder.Names.Nodes(root.Labels);
        var node = builder.Variable("n");
        var match = root.Selector switch
        {
            ById id => MatchId(id, node, ref possible),
            ByName name => MatchName(name, node, possible),
            ByProperty property => $"MATCH ({node}:{Labels(possible)}) WHERE "
                + $"{PropertyText.Of(node, GraphNames.Property(possible, property.Property)).Compare(builder, Comparison.Equal, property.Value, isStrict: false)} WITH {node} ORDER BY {node}.id LIMIT 1",
            _ => throw new UnknownNameException($"A node cannot be found by {root.Selector.GetType().Name}."),
        };
        var shape = shapes.Node(root.Shape, node, possible);
        return match is null ? null : new Part($"{match} RETURN {shape.Text}", (writer, rows) => WriteFirst(writer, rows, shape));
    }

    private static void WriteFirst(Utf8JsonWriter writer, JsonElement rows, Part shape)
    {
        if (rows.GetArrayLength() == 0)
        {
            writer.WriteNullValue();
        }
        else
        {
            shape.Write(writer, rows[0][0]);
        }
    }

    private static string Labels(IEnumerable<NodeType> types) => string.Join('|', types.Select(type => type.Label));

    /// <summary>Which label to look under is told by the id's first word; null where that is none of those wanted.</summary>
    private string? MatchId(ById selector, string node, ref IReadOnlyList<NodeType> possible)
    {
        var id = builder.Parameter(selector.Id);
        var found = builder.IsTrial ? possible[0] : builder.Names.OfId(builder.Text(selector.Id));
        if (found is not { } type || !possible.Contains(type))
        {
            return null;
        }

        possible = [type];
        return $"MATCH ({node}:{GraphNames.Unique(type)} {{id: {id}}})";
    }

    private string? MatchName(ByName selector, string node, IReadOnlyList<NodeType> possible)
    {
        var name = builder.Parameter(selector.Name);
        var bears = NameConditions.Bears(node, "=", name, builder.Parameter("f", selector.Name, NameConditions.Folded));
        return $"MATCH ({node}:{Labels(possible)}) WHERE {bears} WITH {node} ORDER BY ({node}.name = {name}) DESC, {node}.{GraphNames.Documents} DESC, {node}.id LIMIT 1";
    }

    private Part Nodes(NodesByIdRoot root)
    {
        var ids = builder.Parameter(root.Ids);
        var wanted = (builder.Value(root.Ids) as IReadOnlyList<object?> ?? []).OfType<string>().ToList();
        var types = wanted.Select(builder.Names.OfId).OfType<NodeType>().Distinct().OrderBy(type => type.Label, StringComparer.Ordinal).ToList();
        var parts = new Dictionary<string, Part>();
        var texts = new List<string>();
        foreach (var type in types)
        {
            var node = builder.Variable("n");
            var shape = shapes.Node(root.Shape, node, [type]);
            parts[type.Label] = shape;
            texts.Add($"MATCH ({node}:{GraphNames.Unique(type)}) WHERE {node}.id IN {ids} AND {node}:{type.Label} RETURN {node}.id AS id, {shape.Text} AS shape");
        }

        var text = texts.Count == 0 ? "UNWIND [] AS id RETURN id, null AS shape" : string.Join(" UNION ALL ", texts);
        return new Part(text, (writer, rows) => WriteAll(writer, rows, wanted, id => parts[builder.Names.OfId(id)!.Label])); // Found by it.
    }

    private static void WriteAll(Utf8JsonWriter writer, JsonElement rows, IReadOnlyList<string> ids, Func<string, Part> shape)
    {
        var found = rows.EnumerateArray().ToDictionary(row => row[0].GetString()!, row => row[1]); // Every node has an id.
        writer.WriteStartArray();
        foreach (var id in ids)
        {
            if (found.TryGetValue(id, out var row))
            {
                shape(id).Write(writer, row);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        writer.WriteEndArray();
    }
}
