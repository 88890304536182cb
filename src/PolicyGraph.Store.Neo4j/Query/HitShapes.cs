using System.Text.Json;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>Fields that only rows of a search have.</summary>
internal sealed class HitShapes(StatementBuilder builder)
{
    /// <param name="hit">The variable of score, place among the node's texts, start and end in that text.</param>
    public Part Compile(EdgeField field, string node, string hit) => field switch
    {
        ScoreField => new Part($"{hit}[0]", (writer, score) => writer.WriteNumberValue(Scoring.Told(score.GetInt32()))),
        HighlightsField highlights => Highlights(highlights.Shape, node, hit),
        _ => throw new UnknownNameException($"A row has no {field.GetType().Name}."),
    };

    private Part Highlights(Shape shape, string node, string hit)
    {
        var write = RecordShapes.Object<Highlight>(builder, shape, Property);
        return new Part($"[({SearchTexts.Plain(node)})[{hit}[1]], {hit}[2], {hit}[3]]", (writer, row) =>
        {
            writer.WriteStartArray();
            if (row[1].ValueKind == JsonValueKind.Number)
            {
                write(writer, new Highlight((SearchField)row[0][0].GetInt32(), row[0][1].GetString(), row[1].GetInt64(), row[2].GetInt64()));
            }

            writer.WriteEndArray();
        });
    }

    private static Func<Highlight, object?> Property(string name) => name switch
    {
        "field" => static highlight => highlight.Field.Property(),
        "start" => static highlight => highlight.Start,
        "end" => static highlight => highlight.End,
        "text" => static highlight => highlight.Text,
        _ => throw new UnknownNameException($"A highlight has no property {name}; it has field, start, end and text."),
    };

    private readonly record struct Highlight(SearchField Field, string? Text, long Start, long End);
}
