using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Makes lists of what stands most with an entity: by relations between the two and papers that name both.</summary>
internal sealed class RelatedCompiler(StatementBuilder builder, ShapeCompiler shapes)
{
    public Part Compile(RelatedRoot root)
    {
        IReadOnlyList<NodeType> entities = [.. builder.Names.AllNodes.Where(type => type.IsEntity)];
        var (node, other) = (builder.Variable("n"), builder.Variable("n"));
        var asked = entities;
        var match = root.Entity is ById id
            ? $"MATCH ({node}:{GraphModel.EntityLabel} {{id: {builder.Parameter(id.Id)}}})"
            : new NodeSelectors(builder).Match(root.Entity, node, ref asked);
        var row = Part.Object([
            .. root.Fields.Where(field => builder.Hold(field.Conditions)).Select(field => (field.Key, Field(field, other, entities))),
        ]);
        var facts = GraphNames.AnyOf(builder.Names.Edges(new Step([], Direction.Both, [])));
        var limit = builder.IsNull(root.First)
            ? ""
            : $" LIMIT {builder.Parameter("l", root.First, first => first is long number ? Math.Max(0, number) : first)}";
        var text =
            $"{match} CALL ({node}) {{ MATCH ({node})-[:{facts}]-({other}:{GraphModel.EntityLabel}) WHERE {other} <> {node} RETURN {other}, 1 AS relation, 0 AS paper "
            + $"UNION ALL MATCH ({node})-[:{Ties.MentionedIn}]->(:{Labels.Document})<-[:{Ties.MentionedIn}]-({other}) WHERE {other} <> {node} RETURN {other}, 0 AS relation, 1 AS paper }} "
            + $"WITH {other}, sum(relation) AS relations, sum(paper) AS papers ORDER BY relations + papers DESC, {other}.id{limit} "
            + row.Answer;
        return new Part(text, (writer, rows) => Part.WriteList(writer, rows, row with { Write = (_, one) => row.Write(writer, one[0]) }));
    }

    private Part Field(RelatedField field, string node, IReadOnlyList<NodeType> entities) =>
        field switch
        {
            RelatedNodeField inner => shapes.Node(inner.Shape, node, entities),
            RelatedCountField count => Part.Plain(count.OfDocuments ? "papers" : "relations"),
            RelatedConstantField constant => ShapeCompiler.Constant(constant.Json),
            _ => throw new UnknownNameException($"A related entity has no {field.GetType().Name}."),
        };
}
