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
        ListRoot list => Single(shapes.Connections.Compile(list.Connection, All(builder.Names.Node(list.Label), list.Connection.Filter))),
        GroupsRoot groups => Single(shapes.Groups.Compile(groups.Grouping, Pattern.Of(builder, builder.Names.Node(groups.Label)), null, null)),
        SearchRoot search => new SearchCompiler(builder, shapes).Compile(search),
        PathRoot paths => new PathCompiler(builder, shapes).Compile(paths),
        RelatedRoot related => new RelatedCompiler(builder, shapes).Compile(related),
        _ => throw new UnknownNameException($"This store does not answer a {root.GetType().Name}."),
    };

    /// <summary>The nodes of a label; only those that may bear a name where the filter asks for one.</summary>
    private Pattern All(NodeType type, Filter? filter)
    {
        var pattern = Pattern.Of(builder, type);
        return NameIn(filter) is { } name ? pattern with { Source = new NodeSelectors(builder).NameIndex(name.Value, pattern.Node, type.Label) } : pattern;
    }

    private NameFilter? NameIn(Filter? filter) => filter switch
    {
        AllOf all => all.Filters.Select(NameIn).FirstOrDefault(name => name is not null),
        NameFilter { Comparison: Comparison.Equal } name => name,
        NameFilter { Comparison: Comparison.In } name when builder.Choose(given => given[name.Value] is IReadOnlyList<object?> { Count: > FullText.MostTerms }, trial: false) => null,
        NameFilter { Comparison: Comparison.In } name => name,
        _ => null,
    };

    private static Part Single(Part part) => new(part.Return, (writer, rows) => part.Write(writer, rows[0][0]));

    private Part? Node(NodeRoot root)
    {
        var possible = builder.Names.Nodes(root.Labels);
        var node = builder.Variable("n");
        if (new NodeSelectors(builder).Match(root.Selector, node, ref possible) is not { } match)
        {
            return null;
        }

        var shape = shapes.Node(root.Shape, node, possible);
        return new Part($"{match} {shape.Return}", (writer, rows) => WriteOrNull(writer, rows.EnumerateArray().Select(row => row[0]).FirstOrDefault(), shape));
    }

    /// <summary>One branch for each label that ids are unique among, so that the text is the same whatever the ids are.</summary>
    private Part Nodes(NodesByIdRoot root)
    {
        var ids = builder.Parameter(root.Ids);
        var parts = new Dictionary<string, Part>();
        var texts = new List<string>();
        foreach (var types in builder.Names.AllNodes.GroupBy(GraphNames.Unique))
        {
            var node = builder.Variable("n");
            var shape = shapes.Node(root.Shape, node, [.. types]);
            parts[types.Key] = shape;
            texts.Add($"MATCH ({node}:{types.Key}) WHERE {node}.id IN {ids} WITH {node} {shape.Prelude}RETURN {node}.id AS id, {shape.Text} AS shape");
        }

        return new Part(string.Join(" UNION ALL ", texts), (writer, rows) => WriteAll(writer, rows, builder.Values[root.Ids], parts));
    }

    private void WriteAll(Utf8JsonWriter writer, JsonElement rows, object? ids, Dictionary<string, Part> parts)
    {
        var found = rows.EnumerateArray().ToDictionary(row => row[0].GetString()!, row => row[1]); // Every node has an id.
        writer.WriteStartArray();
        foreach (var id in ids as IReadOnlyList<object?> ?? [])
        {
            var text = id as string ?? "";
            WriteOrNull(writer, found.GetValueOrDefault(text), builder.Names.OfId(text) is { } type ? parts[GraphNames.Unique(type)] : Part.Plain(""));
        }

        writer.WriteEndArray();
    }

    private static void WriteOrNull(Utf8JsonWriter writer, JsonElement row, Part shape)
    {
        if (row.ValueKind == JsonValueKind.Undefined)
        {
            writer.WriteNullValue();
        }
        else
        {
            shape.Write(writer, row);
        }
    }
}
