using System.Text.Json;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Makes the statement of a query; its value is all rows.</summary>
internal sealed class RootCompiler(StatementBuilder builder)
{
    private readonly ShapeCompiler _shapes = new(builder);

    /// <summary>The statement; null where the answer is null without asking.</summary>
    public Part? Compile(Root root) =>
        root switch
        {
            NodeRoot node => Node(node),
            NodesByIdRoot nodes => Nodes(nodes),
            ListRoot list => List(list.Connection, builder.Names.Node(list.Label)),
            GroupsRoot groups => Single(
                _shapes.Groups.Compile(groups.Grouping, Pattern.Of(builder, builder.Names.Node(groups.Label)), null, null)
            ),
            SearchRoot search => new SearchCompiler(builder, _shapes).Compile(search),
            PathRoot paths => new PathCompiler(builder, _shapes).Compile(paths),
            RelatedRoot related => new RelatedCompiler(builder, _shapes).Compile(related),
            _ => throw new UnknownNameException($"This store does not answer a {root.GetType().Name}."),
        };

    /// <summary>
    /// The nodes of a label; where the filter asks for a name, theirs or that of what they are related to, from the index of names.
    /// </summary>
    private Part List(Connection connection, NodeType type)
    {
        var pattern = Pattern.Of(builder, type);
        if (NameIn(connection.Filter) is { } name)
        {
            pattern = pattern with { IsScan = false, Source = new NodeSelectors(builder).NameIndex(name.Value, pattern.Node, type.Label) };
        }
        else if (RelationIn(connection.Filter) is var (relation, near))
        {
            pattern = pattern with { IsScan = false, Source = Near(pattern.Node, type, relation.Step, near) };
            connection = relation is { Node: NameFilter, Edge: null }
                ? connection with
                {
                    Filter = Without(connection.Filter, relation),
                }
                : connection;
        }

        return Single(_shapes.Connections.Compile(connection, pattern));
    }

    /// <summary>From what bears the name to what is related to it, each once.</summary>
    private string Near(string node, NodeType type, Step step, NameFilter name)
    {
        var near = builder.Variable("n");
        var (left, right) = step.Direction switch
        {
            Direction.Out => ("<-", "-"),
            Direction.In => ("-", "->"),
            _ => ("-", "-"),
        };
        var index = new NodeSelectors(builder).NameIndex(
            name.Value,
            near,
            step.Target.Count == 0 ? null : builder.Names.AnyOf(builder.Names.Ends(step))
        );
        return $"{index} WHERE {_shapes.Filters.Node(name, near, builder.Names.Ends(step), isStrict: false)} "
            + $"MATCH ({near}){left}[:{GraphNames.AnyOf(builder.Names.Edges(step))}]{right}({node}:{type.Label}) WITH DISTINCT {node}";
    }

    private (RelationFilter Relation, NameFilter Name)? RelationIn(Filter? filter) =>
        filter switch
        {
            AllOf all => all.Filters.Select(RelationIn).FirstOrDefault(found => found is not null),
            RelationFilter { Quantifier: Quantifier.Some } relation when NameIn(relation.Node) is { } name => (relation, name),
            _ => null,
        };

    private static Filter? Without(Filter? filter, Filter gone) =>
        filter switch
        {
            _ when ReferenceEquals(filter, gone) => null,
            AllOf all => new AllOf([.. all.Filters.Select(inner => Without(inner, gone)).OfType<Filter>()]),
            _ => filter,
        };

    private NameFilter? NameIn(Filter? filter) =>
        filter switch
        {
            AllOf all => all.Filters.Select(NameIn).FirstOrDefault(name => name is not null),
            NameFilter { Comparison: Comparison.Equal } name => name,
            NameFilter { Comparison: Comparison.In } name
                when builder.Choose(given => given[name.Value] is IReadOnlyList<object?> { Count: > FullText.MostTerms }, trial: false) =>
                null,
            NameFilter { Comparison: Comparison.In } name => name,
            _ => null,
        };

    private static Part Single(Part part) => new(part.Answer, (writer, rows) => part.Write(writer, rows[0][0]));

    private Part? Node(NodeRoot root)
    {
        var possible = builder.Names.Nodes(root.Labels);
        var node = builder.Variable("n");
        if (new NodeSelectors(builder).Match(root.Selector, node, ref possible) is not { } match)
        {
            return null;
        }

        var shape = _shapes.Node(root.Shape, node, possible);
        return new Part(
            $"{match} {shape.Answer}",
            (writer, rows) => WriteOrNull(writer, rows.EnumerateArray().Select(row => row[0]).FirstOrDefault(), shape)
        );
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
            var shape = _shapes.Node(root.Shape, node, [.. types]);
            parts[types.Key] = shape;
            texts.Add(
                $"MATCH ({node}:{types.Key}) WHERE {node}.id IN {ids} WITH {node} {shape.Prelude}RETURN {node}.id AS id, {shape.Text} AS shape"
            );
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
            WriteOrNull(
                writer,
                found.GetValueOrDefault(text),
                builder.Names.OfId(text) is { } type ? parts[GraphNames.Unique(type)] : Part.Plain("")
            );
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
