using System.Text.Json;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// What the statement returns of each row of a page: what the fields ask, and what cursors are made of where they are asked for.
/// </summary>
internal sealed class PageColumns(ShapeCompiler shapes, Pattern pattern, OrderPlan order)
{
    private readonly Columns _columns = new();
    private int _place = Columns.None;

    public bool IsEmpty => _columns.IsEmpty;

    public Part Whole => _columns.Whole(ValueWriting.Write);

    /// <summary>Adds a column; its writer.</summary>
    public Action<Utf8JsonWriter, JsonElement> Add(Part part)
    {
        var at = _columns.Add(part);
        return (writer, row) => _columns.Write(writer, row, at);
    }

    /// <summary>Adds what cursors are made of; what makes them.</summary>
    public Func<JsonElement, string> Cursor()
    {
        _place = _place == Columns.None ? _columns.Add(Part.Plain(order.Place)) : _place;
        return row => order.CursorOf(_columns.Of(row, _place));
    }

    /// <summary>The writer of one field of a row.</summary>
    public Action<Utf8JsonWriter, JsonElement> Row(EdgeField field)
    {
        if (field is CursorField)
        {
            var made = Cursor();
            return (writer, row) => writer.WriteStringValue(made(row));
        }

        return Add(
            field switch
            {
                RowNodeField node => shapes.Node(node.Shape, pattern.Node, pattern.Possible),
                RowEdgeField edge => shapes.Edges.Compile(edge.Field, pattern.Edge),
                ScoreField or HighlightsField when pattern.Hit is { } hit => shapes.Hits.Compile(field, pattern.Node, hit),
                _ => throw new UnknownNameException($"A row has no {field.GetType().Name}."),
            }
        );
    }
}
