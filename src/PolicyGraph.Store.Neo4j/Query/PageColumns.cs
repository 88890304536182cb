using System.Text.Json;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>What the statement returns of each row of a page: its id, its place, then what the fields ask.</summary>
internal sealed class PageColumns(ShapeCompiler shapes, Pattern pattern, OrderPlan order)
{
    private readonly List<Part> columns = [];

    public Part Whole => Part.Row(columns.Prepend(Part.Plain(order.Place)).Prepend(Part.Plain(pattern.Id)), ValueWriting.Write);

    /// <summary>Adds a column; its place in the row.</summary>
    public int Add(Part part)
    {
        columns.Add(part);
        return columns.Count + 1;
    }

    public void Write(Utf8JsonWriter writer, JsonElement row, int place) => columns[place - 2].Write(writer, row[place]);

    public string CursorOf(JsonElement row) => order.CursorOf(row[0].GetString()!, row[1]); // Every node has an id.

    /// <summary>The writer of one field of a row.</summary>
    public Action<Utf8JsonWriter, JsonElement> Row(EdgeField field)
    {
        if (field is CursorField)
        {
            return (writer, row) => writer.WriteStringValue(CursorOf(row));
        }

        var place = Add(field switch
        {
            RowNodeField node => shapes.Node(node.Shape, pattern.Node, pattern.Possible),
            RowEdgeField edge => shapes.Edges.Compile(edge.Field, pattern.Edge),
            ScoreField or HighlightsField when pattern.Hit is { } hit => shapes.Hits.Compile(field, pattern.Node, hit),
            _ => throw new UnknownNameException($"A row has no {field.GetType().Name}."),
        });
        return (writer, row) => Write(writer, row, place);
    }
}
