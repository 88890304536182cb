using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Fields of relationships.</summary>
internal sealed class EdgeShapes(StatementBuilder builder, ShapeCompiler shapes)
{
    /// <summary>An object that stands for a relationship.</summary>
    /// <param name="nullUnless">Properties of which one must have a value for the object to be there; none for always.</param>
    public Part Object(Shape shape, string edge, IReadOnlyList<string>? nullUnless = null) =>
        shapes.Other(
            shape,
            field => Compile(field, edge),
            name => PropertyText.Of(edge, builder.Names.EdgeProperty(name)).Text,
            nullUnless
        );

    /// <param name="edge">The relationship; null for rows that none led to.</param>
    public Part Compile(OutputField field, string? edge)
    {
        if (edge is null)
        {
            return Nothing(field);
        }

        return field switch
        {
            PropertyField property => Part.Plain(PropertyText.Of(edge, builder.Names.EdgeProperty(property.Property)).Text),
            LabelField => Part.Plain($"type({edge})"),
            ConstantField constant => ShapeCompiler.Constant(constant.Json),
            ObjectField inner => Object(inner.Shape, edge, inner.NullUnless),
            EvidenceField evidence => shapes.Evidence.OfEdge(evidence, edge),
            EvidenceCountField count => Part.Plain(
                $"coalesce({edge}.{(count.OfDocuments ? GraphNames.Documents : GraphNames.Evidence)}, 0)"
            ),
            EdgeEndField end => End(end, edge),
            _ => throw new UnknownNameException($"A {field.GetType().Name} cannot be asked of a relation."),
        };
    }

    private Part End(EdgeEndField field, string edge)
    {
        var node = builder.Variable("n");
        var shape = shapes.Node(field.Shape, node, builder.Names.Nodes([]));
        return Part.Collect(
            builder,
            $"WITH {(field.From ? "startNode" : "endNode")}({edge}) AS {node}",
            shape,
            (writer, rows) => shape.Write(writer, rows[0])
        );
    }

    private Part Nothing(OutputField field) =>
        field switch
        {
            ConstantField constant => ShapeCompiler.Constant(constant.Json),
            EvidenceField => new Part("[]", ValueWriting.Write),
            EvidenceCountField => Part.Plain("0"),
            ObjectField { NullUnless.Count: 0 } inner => shapes.Other(inner.Shape, Nothing, _ => "null"),
            _ => Part.Plain("null"),
        };
}
