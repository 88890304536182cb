using System.Text.Json.Nodes;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>Answers of paths and of what stands near, in the form that a query asks for.</summary>
public sealed class PlainRoots(
    PlainGraph graph,
    Parameters parameters,
    Func<PlainNode?, Shape, JsonNode?> write,
    Func<PlainEdge?, OutputField, JsonNode?> writeEdge
)
{
    private const long LongestPath = 8;

    public JsonNode Paths(PathRoot root)
    {
        var (from, to) = (PlainWays.Entity(graph, parameters.Text(root.From)), PlainWays.Entity(graph, parameters.Text(root.To)));
        var longest = Math.Clamp(parameters.Integer(root.MaxLength) ?? LongestPath, 1, LongestPath);
        var paths =
            from is null || to is null
                ? []
                : PlainWays
                    .Shortest(from, to, longest, new Step(root.Via, Direction.Both, []))
                    .Take((int)(parameters.Integer(root.MaxPaths) ?? 1))
                    .ToList();
        return new JsonObject([
            .. root.Fields.Select(field =>
                KeyValuePair.Create(
                    field.Key.Name,
                    field switch
                    {
                        PathLengthField => paths.Count == 0 ? null : (JsonNode?)paths[0].Count,
                        PathIncompleteField => false,
                        PathsField inner => new JsonArray([
                            .. paths.Select(path => Path([from!, .. path.Select(row => row.Node)], path, inner.Fields)),
                        ]),
                        _ => throw new NotSupportedException(field.ToString()),
                    }
                )
            ),
        ]);
    }

    public JsonNode Related(RelatedRoot root)
    {
        var node = root.Entity is ById id
            ? graph.Find(parameters.Text(id.Id))
            : PlainWays.Entity(graph, parameters.Text(((ByName)root.Entity).Name));
        var near = node?.EntityName is null ? [] : PlainWays.Near(graph, node);
        return new JsonArray([
            .. near.Take((int)(parameters.Integer(root.First) ?? int.MaxValue))
                .Select(one => new JsonObject([
                    .. root.Fields.Select(field =>
                        KeyValuePair.Create(
                            field.Key.Name,
                            field switch
                            {
                                RelatedNodeField inner => write(one.Node, inner.Shape),
                                RelatedCountField count => count.OfDocuments ? one.Papers : one.Relations,
                                _ => throw new NotSupportedException(field.ToString()),
                            }
                        )
                    ),
                ])),
        ]);
    }

    private JsonObject Path(List<PlainNode> nodes, List<PlainRow> steps, IReadOnlyList<PathPart> parts) =>
        new([
            .. parts.Select(part =>
                KeyValuePair.Create(
                    part.Key.Name,
                    part switch
                    {
                        PathNodesField inner => new JsonArray([.. nodes.Select(node => write(node, inner.Shape))]),
                        PathStepsField inner => (JsonNode?)
                            new JsonArray([.. steps.Select((step, i) => Step(nodes[i], step, inner.Fields))]),
                        _ => throw new NotSupportedException(part.ToString()),
                    }
                )
            ),
        ]);

    private JsonObject Step(PlainNode from, PlainRow step, IReadOnlyList<PathStepPart> parts) =>
        new([
            .. parts.Select(part =>
                KeyValuePair.Create(
                    part.Key.Name,
                    part switch
                    {
                        StepNodeField node => write(node.Start ? from : step.Node, node.Shape),
                        StepEdgeField edge => writeEdge(step.Edge, edge.Field),
                        StepForwardField => step.Edge!.From == from,
                        _ => throw new NotSupportedException(part.ToString()),
                    }
                )
            ),
        ]);
}
