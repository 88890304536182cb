using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Lists of evidence rows, by the paper's id and then by position.</summary>
internal sealed class EvidenceShapes(StatementBuilder builder, ShapeCompiler shapes)
{
    /// <summary>Of a node: what its ties to papers carry.</summary>
    public Part OfNode(EvidenceField field, string node)
    {
        var (edge, paper, index) = (builder.Variable("e"), builder.Variable("d"), builder.Variable("i"));
        return Rows(
            field,
            $"MATCH ({node})-[{edge}:{Ties.MentionedIn}|{Ties.StatedIn}]->({paper}:{Labels.Document}) UNWIND range(0, size({edge}.{EvidenceRows.Starts}) - 1) AS {index} "
                + $"WITH {edge}, {paper}, {index} ORDER BY {paper}.id, {index}",
            Row(field.Shape, edge, paper, index)
        );
    }

    /// <summary>Of a relationship: its own arrays.</summary>
    public Part OfEdge(EvidenceField field, string edge)
    {
        var (paper, index) = (builder.Variable("d"), builder.Variable("i"));
        return Rows(
            field,
            $"UNWIND range(0, size({edge}.{EvidenceRows.Starts}) - 1) AS {index} MATCH ({paper}:{Labels.Document} {{id: {edge}.{EvidenceRows.Papers}[{index}]}}) "
                + $"WITH {paper}, {index} ORDER BY {index}",
            Row(field.Shape, edge, paper, index)
        );
    }

    /// <summary>Of what a search found in a quote: that row; null where it found none.</summary>
    public Part OfHit(Shape shape, Hit hit)
    {
        var (edge, paper, index) = (builder.Variable("e"), builder.Variable("d"), builder.Variable("i"));
        var row = Row(shape, edge, paper, index);
        return Part.Collect(
            builder,
            $"WITH {hit.Edge} AS {edge}, {hit.Place} AS {index} WHERE {edge} IS NOT NULL MATCH ({paper}:{Labels.Document} {{id: {edge}.{EvidenceRows.Papers}[{index}]}})",
            row,
            (writer, rows) => HitShapes.WriteOne(writer, rows, row)
        );
    }

    private Part Rows(EvidenceField field, string rows, Part shape)
    {
        var limit = builder.IsNull(field.First) ? "" : $" LIMIT {builder.Parameter(field.First)}";
        return Part.List(builder, rows + limit, shape);
    }

    private Part Row(Shape shape, string edge, string paper, string index) =>
        shapes.Other(
            shape,
            field =>
                field switch
                {
                    DocumentField document => shapes.Node(document.Shape, paper, [builder.Names.Node(Labels.Document)]),
                    ArticleField article => Article(article, edge, paper, index),
                    PropertyField property => Part.Plain(EvidenceColumns.Property(edge, index, property.Property).Text),
                    _ => throw new UnknownNameException($"A {field.GetType().Name} cannot be asked of evidence."),
                },
            name => EvidenceColumns.Property(edge, index, name).Text
        );

    private Part Article(ArticleField field, string edge, string paper, string index)
    {
        var write = DocumentShapes.Article(builder, field.Shape);
        return new Part(
            $"[{paper}.articles, {edge}.{EvidenceRows.Articles}[{index}]]",
            (writer, row) =>
            {
                var at = row[1].GetInt32();
                if (at < 0)
                {
                    writer.WriteNullValue();
                }
                else
                {
                    write(writer, DocumentShapes.ArticlesOf(row[0])[at]);
                }
            }
        );
    }
}
