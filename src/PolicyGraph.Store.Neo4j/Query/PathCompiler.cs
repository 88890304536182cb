using System.Globalization;
using System.Text.Json;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes searches for the shortest paths between two entities. Neo4j finds all of them, up to eight steps; they are put in the order of
/// their nodes' ids. It gives up where there are more than <see cref="MostPaths"/>.
/// </summary>
internal sealed class PathCompiler(StatementBuilder builder, ShapeCompiler shapes)
{
    private const int LongestPath = 8;
    private const int MostPaths = 10_000;

    public Part Compile(PathRoot root)
    {
        var columns = new List<Part>();
        var fields = root
            .Fields.Where(field => builder.Hold(field.Conditions))
            .Select(field => (field.Key, Write: Field(field, columns)))
            .ToList();
        var selectors = new NodeSelectors(builder);
        var edges = builder.Names.Edges(new Step(root.Via, Direction.Both, []));
        var most = builder.Parameter("m", root.MaxPaths, given => Math.Max(1, given as long? ?? 1));
        var longest = builder.Parameter("g", root.MaxLength, given => Math.Clamp(given as long? ?? LongestPath, 1, LongestPath));
        var text =
            $"WITH {selectors.Entity(root.From)} AS s, {selectors.Entity(root.To)} AS e "
            + $"CALL (s, e) {{ WITH s, e WHERE s <> e MATCH p = allShortestPaths((s)-[:{GraphNames.AnyOf(edges)}*..{LongestPath.ToString(CultureInfo.InvariantCulture)}]-(e)) "
            + $"WITH p WHERE length(p) <= {longest} RETURN p LIMIT {(MostPaths + 1).ToString(CultureInfo.InvariantCulture)} "
            + "UNION ALL WITH s, e WHERE s = e MATCH p = (s) RETURN p } WITH collect(p) AS found";
        var row = Query.Part.Row(columns.Prepend(Query.Part.Plain("length(p)")), ValueWriting.Write);
        var paths = Query.Part.Collect(
            builder,
            $"UNWIND found AS p WITH p, {Place(edges)} AS place ORDER BY place LIMIT {most}",
            row,
            ValueWriting.Write
        );
        return new Part(
            $"{text} {paths.Prelude}RETURN size(found) AS count, {paths.Text} AS paths",
            (writer, rows) => Write(writer, rows[0], fields)
        );
    }

    /// <summary>What paths are ordered by: node by node the id, then what tells the relationship that leads to it from others.</summary>
    private static string Place(IReadOnlyList<EdgeType> edges)
    {
        const string edge = "relationships(p)[i]";
        var tie = Pattern.EdgeText(
            edge,
            edges.Any(type => type.Key.Count > 0),
            forOrder: true,
            $"CASE WHEN startNode({edge}) = nodes(p)[i] THEN '0' ELSE '1' END"
        );
        return $"[i IN range(0, length(p) - 1) | nodes(p)[i + 1].id + '\\n' + {tie}]";
    }

    private static void Write(
        Utf8JsonWriter writer,
        JsonElement row,
        List<(OutputKey Key, Action<Utf8JsonWriter, bool, JsonElement> Write)> fields
    )
    {
        writer.WriteStartObject();
        foreach (var (key, write) in fields)
        {
            writer.WritePropertyName(key.Name);
            write(writer, row[0].GetInt64() > MostPaths, row[1]);
        }

        writer.WriteEndObject();
    }

    private Action<Utf8JsonWriter, bool, JsonElement> Field(PathField field, List<Part> columns)
    {
        switch (field)
        {
            case PathLengthField:
                return (writer, gaveUp, paths) => WriteLength(writer, gaveUp ? 0 : paths.GetArrayLength(), paths);
            case PathIncompleteField:
                return (writer, gaveUp, _) => writer.WriteBooleanValue(gaveUp);
            case PathConstantField constant:
                return (writer, _, _) => writer.WriteRawValue(constant.Json.Span, skipInputValidation: true);
            case PathsField paths:
                var parts = paths
                    .Fields.Where(part => builder.Hold(part.Conditions))
                    .Select(part => (part.Key, Write: Column(Part(part), columns)))
                    .ToList();
                return (writer, gaveUp, list) => WritePaths(writer, gaveUp, list, parts);
            default:
                throw new UnknownNameException($"A search for paths has no {field.GetType().Name}.");
        }
    }

    private static void WriteLength(Utf8JsonWriter writer, int count, JsonElement paths)
    {
        if (count == 0)
        {
            writer.WriteNullValue();
        }
        else
        {
            paths[0][0].WriteTo(writer);
        }
    }

    private static Action<Utf8JsonWriter, JsonElement> Column(Part part, List<Part> columns)
    {
        columns.Add(part);
        var place = columns.Count;
        return (writer, path) => part.Write(writer, path[place]);
    }

    private static void WritePaths(
        Utf8JsonWriter writer,
        bool gaveUp,
        JsonElement paths,
        List<(OutputKey Key, Action<Utf8JsonWriter, JsonElement> Write)> parts
    )
    {
        writer.WriteStartArray();
        foreach (var path in gaveUp ? [] : paths.EnumerateArray().AsEnumerable())
        {
            writer.WriteStartObject();
            foreach (var (key, write) in parts)
            {
                writer.WritePropertyName(key.Name);
                write(writer, path);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private Part Part(PathPart part)
    {
        switch (part)
        {
            case PathNodesField nodes:
                var node = builder.Variable("n");
                return List("nodes(p)", at => $"nodes(p)[{at}] AS {node}", shapes.Node(nodes.Shape, node, Entities));
            case PathStepsField steps:
                var step = new PathSteps(builder.Variable("n"), builder.Variable("n"), builder.Variable("r"));
                var fields = steps
                    .Fields.Where(one => builder.Hold(one.Conditions))
                    .Select(one => (one.Key, Part: Step(one, step)))
                    .ToList();
                return List(
                    "relationships(p)",
                    at => $"nodes(p)[{at}] AS {step.From}, nodes(p)[{at} + 1] AS {step.To}, relationships(p)[{at}] AS {step.Edge}",
                    Query.Part.Object(fields)
                );
            case PathPartConstant constant:
                return ShapeCompiler.Constant(constant.Json);
            default:
                throw new UnknownNameException($"A path has no {part.GetType().Name}.");
        }
    }

    private IReadOnlyList<NodeType> Entities => [.. builder.Names.AllNodes.Where(type => type.IsEntity)];

    private Part List(string all, Func<string, string> each, Part shape)
    {
        var place = builder.Variable("i");
        return Query.Part.List(builder, $"UNWIND range(0, size({all}) - 1) AS {place} WITH {place}, {each(place)} ORDER BY {place}", shape);
    }

    private Part Step(PathStepPart part, PathSteps step) =>
        part switch
        {
            StepNodeField node => shapes.Node(node.Shape, node.Start ? step.From : step.To, Entities),
            StepEdgeField edge => shapes.Edges.Compile(edge.Field, step.Edge),
            StepForwardField => Query.Part.Plain($"startNode({step.Edge}) = {step.From}"),
            _ => throw new UnknownNameException($"A step has no {part.GetType().Name}."),
        };

    private readonly record struct PathSteps(string From, string To, string Edge);
}
