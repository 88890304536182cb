using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Fields that only rows of a search have.</summary>
internal sealed class HitShapes(StatementBuilder builder, ShapeCompiler shapes)
{
    /// <param name="hit">The variable of score, place among the node's texts, start and end in that text; of a quote no place, but the relationship and the place among its quotes.</param>
    public Part Compile(EdgeField field, string node, string hit) => field switch
    {
        ScoreField => new Part($"{hit}[0]", (writer, score) => writer.WriteNumberValue(Scoring.Told(score.GetInt32()))),
        HighlightsField highlights => Highlights(highlights.Shape, node, hit),
        _ => throw new UnknownNameException($"A row has no {field.GetType().Name}."),
    };

    private Part Highlights(Shape shape, string node, string hit)
    {
        var found = $"CASE WHEN {hit}[4] IS NULL THEN ({SearchTexts.Plain(node)})[{hit}[1]] ELSE [{(int)SearchField.Quote}, ({hit}[4]).{EvidenceRows.Quotes}[{hit}[5]]] END";
        var one = shapes.Other(shape, field => Field(field, found, hit), _ => "null");
        return Part.Row([Part.Plain($"{hit}[2]"), one], (writer, row) =>
        {
            writer.WriteStartArray();
            if (row[0].ValueKind == JsonValueKind.Number)
            {
                one.Write(writer, row[1]);
            }

            writer.WriteEndArray();
        });
    }

    private Part Field(OutputField field, string found, string hit) => field switch
    {
        PropertyField { Property: "field" } => new Part($"({found})[0]", (writer, number) => writer.WriteStringValue(number.ValueKind == JsonValueKind.Number ? ((SearchField)number.GetInt32()).Property() : null)),
        PropertyField { Property: "start" } => Part.Plain($"{hit}[2]"),
        PropertyField { Property: "end" } => Part.Plain($"{hit}[3]"),
        PropertyField { Property: "text" } => Part.Plain($"({found})[1]"),
        PropertyField { Property: var name } => throw new UnknownNameException($"A highlight has no property {name}; it has field, start, end and text."),
        HighlightEvidenceField evidence => shapes.Evidence.OfHit(evidence.Shape, hit),
        HighlightStatisticField statistic => Statistic(statistic.Shape, hit),
        HighlightFactField fact => Fact(fact.Shape, hit),
        _ => throw new UnknownNameException($"A {field.GetType().Name} cannot be asked of a highlight."),
    };

    private Part Statistic(Shape shape, string hit)
    {
        var (edge, node) = (builder.Variable("r"), builder.Variable("n"));
        return One($"WITH {hit}[4] AS {edge} WHERE type({edge}) = '{Ties.StatedIn}' WITH startNode({edge}) AS {node}", shapes.Node(shape, node, [builder.Names.Node(Labels.Statistic)]));
    }

    private Part Fact(Shape shape, string hit)
    {
        var edge = builder.Variable("r");
        return One($"WITH {hit}[4] AS {edge} WHERE type({edge}) <> '{Ties.StatedIn}'", shapes.Edges.Object(shape, edge));
    }

    /// <summary>An object over the one row that some clauses give, or null.</summary>
    private Part One(string clauses, Part shape) => Part.Collect(builder, clauses, shape, (writer, rows) => WriteOne(writer, rows, shape));

    /// <summary>The first of some rows as an object, or null.</summary>
    public static void WriteOne(Utf8JsonWriter writer, JsonElement rows, Part shape)
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
}
