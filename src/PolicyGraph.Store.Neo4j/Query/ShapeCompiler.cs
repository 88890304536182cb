using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Makes objects: a list of the row's values in the statement, an object of the answer out of it.
/// </summary>
internal sealed class ShapeCompiler
{
    private readonly StatementBuilder _builder;

    public ShapeCompiler(StatementBuilder builder)
    {
        _builder = builder;
        Filters = new FilterCompiler(builder);
        Connections = new ConnectionCompiler(builder, this);
        Groups = new GroupCompiler(builder, this);
        Edges = new EdgeShapes(builder, this);
        Evidence = new EvidenceShapes(builder, this);
        Hits = new HitShapes(builder, this);
    }

    public FilterCompiler Filters { get; }

    public ConnectionCompiler Connections { get; }

    public GroupCompiler Groups { get; }

    public EdgeShapes Edges { get; }

    public EvidenceShapes Evidence { get; }

    public HitShapes Hits { get; }

    /// <summary>An object that stands for a node.</summary>
    public Part Node(Shape shape, string node, IReadOnlyList<NodeType> possible) =>
        new ObjectCompiler(
            _builder,
            (field, types) => NodeField(field, node, types),
            (name, types) => PropertyText.Of(node, GraphNames.Property(types, name)).Text
        ).Compile(shape, possible, $"{node}.id", []);

    /// <summary>An object that stands for something without a label.</summary>
    /// <param name="property">The value of a property.</param>
    /// <param name="nullUnless">Properties of which one must have a value for the object to be there; none for always.</param>
    public Part Other(
        Shape shape,
        Func<OutputField, Part> compile,
        Func<string, string> property,
        IReadOnlyList<string>? nullUnless = null
    ) =>
        new ObjectCompiler(_builder, (field, _) => compile(field), (name, _) => property(name)).Compile(
            shape,
            _builder.Names.Nodes([]),
            id: null,
            nullUnless ?? []
        );

    /// <summary>Bytes that do not depend on the row.</summary>
    public static Part Constant(ReadOnlyMemory<byte> json) =>
        new("0", (writer, _) => writer.WriteRawValue(json.Span, skipInputValidation: true));

    private Part NodeField(OutputField field, string node, IReadOnlyList<NodeType> possible)
    {
        switch (field)
        {
            case PropertyField property:
                return Part.Plain(PropertyText.Of(node, GraphNames.Property(possible, property.Property)).Text);
            case LabelField:
                return new Part($"{node}.id", (writer, id) => writer.WriteStringValue(_builder.Names.OfId(id.GetString())?.Label));
            case RelationField relation:
                return Connections.Compile(relation.Connection, Pattern.Of(_builder, node, relation.Step));
            case NeighbourField neighbour:
                return Neighbour(neighbour, node);
            case RelationCountField count:
                return Part.Plain($"COUNT {{ {Filters.Match(Pattern.Of(_builder, node, count.Step), count.Filter, null)} RETURN 1 }}");
            case DistinctCountField distinct:
                var (steps, last) = Chain(node, distinct.Steps);
                return Part.Plain($"COUNT {{ {steps} RETURN DISTINCT {last} }}");
            case GroupsField groups:
                return Groups.Compile(groups.Grouping, Pattern.Of(_builder, node, groups.Step), null, null);
            case EvidenceField evidence:
                return Evidence.OfNode(evidence, node);
            case EvidenceCountField count:
                return Part.Plain($"{node}.{(count.OfDocuments ? GraphNames.Documents : GraphNames.Evidence)}");
            case PeersField peers:
                return Peers(peers, node, possible);
            case DocumentFactsField facts:
                return Connections.CompileFacts(facts, node);
            default:
                return DocumentShapes.Compile(_builder, field, node)
                    ?? throw new UnknownNameException($"A {field.GetType().Name} cannot be asked of a node.");
        }
    }

    private Part Neighbour(NeighbourField field, string node)
    {
        var pattern = Pattern.Of(_builder, node, field.Step);
        var shape = Node(field.Shape, pattern.Node, pattern.Possible);
        return Part.Collect(
            _builder,
            $"{pattern.Source} WITH {pattern.Node} ORDER BY {pattern.Node}.id LIMIT 1",
            shape,
            (writer, rows) =>
            {
                if (rows.GetArrayLength() == 0)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    shape.Write(writer, rows[0]);
                }
            }
        );
    }

    /// <summary>
    /// Steps one after the other: the clauses, and the variable of the last node. Each step is a clause of its own, so that it may go back
    /// over an edge.
    /// </summary>
    public (string Text, string Node) Chain(string node, IReadOnlyList<Step> steps)
    {
        var (text, last, _) = Chain(node, steps, keepEdge: false);
        return (text, last);
    }

    /// <summary>The same, with the last relationship kept as a variable too (null where there is no step).</summary>
    public (string Text, string Node, string? Edge) EdgeChain(string node, IReadOnlyList<Step> steps) => Chain(node, steps, keepEdge: true);

    private (string Text, string Node, string? Edge) Chain(string node, IReadOnlyList<Step> steps, bool keepEdge)
    {
        var clauses = new List<string>();
        string? edge = null;
        foreach (var step in steps)
        {
            var pattern = Pattern.Of(_builder, node, step);
            edge = keepEdge && clauses.Count == steps.Count - 1 ? pattern.Edge : null;
            clauses.Add($"{pattern.Source} WITH DISTINCT {pattern.Node}{(edge is null ? "" : ", " + edge)}");
            node = pattern.Node;
        }

        return (string.Join(' ', clauses), node, edge);
    }

    private Part Peers(PeersField field, string node, IReadOnlyList<NodeType> possible)
    {
        var through = Pattern.Of(_builder, node, field.Through);
        var turned = field.Through.Direction switch
        {
            Direction.Out => Direction.In,
            Direction.In => Direction.Out,
            _ => Direction.Both,
        };
        var back = Pattern.Of(_builder, through.Node, new Step(field.Through.Types, turned, [.. possible.Select(type => type.Label)]));
        var other = back.Node;
        var same = field.Same.Select(name => $"{Same(name, node, possible)} = {Same(name, other, possible)}");
        var different = field.Different.Select(name => $"{Same(name, node, possible)} <> {Same(name, other, possible)}");
        var label = possible.Count == 1 ? [] : new[] { $"labels({other}) = labels({node})" };
        var conditions = string.Join(" AND ", [$"{other} <> {node}", .. label, .. same, .. different]);
        var shape = Node(field.Shape, other, possible);
        var limit = _builder.IsNull(field.First) ? "" : $" LIMIT {_builder.Parameter(field.First)}";
        return Part.List(
            _builder,
            $"{through.Source} {back.Source} WHERE {conditions} WITH DISTINCT {other} ORDER BY {other}.id{limit}",
            shape
        );
    }

    /// <summary>A value as a list of it, or of nothing: equal to itself also where it is missing.</summary>
    private static string Same(string name, string node, IReadOnlyList<NodeType> possible) =>
        $"[x IN [{PropertyText.Of(node, GraphNames.Property(possible, name)).Text}] WHERE x IS NOT NULL]";
}
