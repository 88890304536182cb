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
    public Part Compile(EdgeField field, string node, Hit hit) =>
        field switch
        {
            ScoreField => new Part(hit.Score, (writer, score) => writer.WriteNumberValue(Scoring.Told(score.GetInt32()))),
            HighlightsField highlights => Highlights(highlights.Shape, node, hit),
            _ => throw new UnknownNameException($"A row has no {field.GetType().Name}."),
        };

    /// <summary>Where the text stands; initials, and what nearly holds it, have no such place.</summary>
    private Part Highlights(Shape shape, string node, Hit hit)
    {
        var (own, start) = (builder.Variable("s"), builder.Variable("i"));
        var text =
            $"CASE WHEN {hit.Edge} IS NOT NULL THEN ({hit.Edge}).{GraphNames.Said}[{hit.Place}] WHEN {hit.Place} < {SearchTexts.PlainCount(node)} THEN {node}.{GraphNames.Searched}[{hit.Place}] END";
        var one = shapes.Other(shape, field => Field(field, node, hit, start), _ => "null");
        return Part.List(
            builder,
            $"WITH {text} AS {own} WITH size(split({own}, {hit.Wanted})[0]) AS {start} WHERE {start} IS NOT NULL",
            one
        );
    }

    private Part Field(OutputField field, string node, Hit hit, string start) =>
        field switch
        {
            PropertyField { Property: "field" } => new Part(
                $"({Found(node, hit)})[0]",
                (writer, number) => writer.WriteStringValue(((SearchField)number.GetInt32()).Property())
            ),
            PropertyField { Property: "start" } => Part.Plain(start),
            PropertyField { Property: "end" } => Part.Plain($"{start} + size({hit.Wanted})"),
            PropertyField { Property: "text" } => Part.Plain($"({Found(node, hit)})[1]"),
            PropertyField { Property: var name } => throw new UnknownNameException(
                $"A highlight has no property {name}; it has field, start, end and text."
            ),
            HighlightEvidenceField evidence => shapes.Evidence.OfHit(evidence.Shape, hit),
            HighlightStatisticField statistic => Statistic(statistic.Shape, hit),
            HighlightFactField fact => Fact(fact.Shape, hit),
            _ => throw new UnknownNameException($"A {field.GetType().Name} cannot be asked of a highlight."),
        };

    /// <summary>The field's number and the text as it is.</summary>
    private static string Found(string node, Hit hit) =>
        $"CASE WHEN {hit.Edge} IS NULL THEN ({SearchTexts.Plain(node)})[{hit.Place}] ELSE [{(int)SearchField.Quote}, ({hit.Edge}).{EvidenceRows.Quotes}[{hit.Place}]] END";

    private Part Statistic(Shape shape, Hit hit)
    {
        var (edge, node) = (builder.Variable("r"), builder.Variable("n"));
        return One(
            $"WITH {hit.Edge} AS {edge} WHERE type({edge}) = '{Ties.StatedIn}' WITH startNode({edge}) AS {node}",
            shapes.Node(shape, node, [builder.Names.Node(Labels.Statistic)])
        );
    }

    private Part Fact(Shape shape, Hit hit)
    {
        var edge = builder.Variable("r");
        return One($"WITH {hit.Edge} AS {edge} WHERE type({edge}) <> '{Ties.StatedIn}'", shapes.Edges.Object(shape, edge));
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
