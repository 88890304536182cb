namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>One row of a list.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Edge">Index of the edge that led to it; negative where it has nothing of its own (see <see cref="Memory.Neighbour"/>), or there was none.</param>
/// <param name="Slot">The relation and direction that led to it (<see cref="Memory.NeighbourList.Slot"/>); −1 where there was none.</param>
internal readonly record struct Row(int Node, int Edge, int Slot);

/// <summary>Rows in one array that is kept from query to query.</summary>
internal sealed class RowStack
{
    /// <summary>More than this is not kept for the next query.</summary>
    private const int LongestKept = 1 << 16;

    private Row[] rows = new Row[256];

    public int Count { get; private set; }

    public Row this[int index] => rows[index];

    public void Push(Row row)
    {
        if (Count == rows.Length)
        {
            Array.Resize(ref rows, rows.Length * 2);
        }

        rows[Count++] = row;
    }

    /// <summary>Rows from an index up to the top.</summary>
    public Span<Row> From(int start) => rows.AsSpan(start, Count - start);

    /// <summary>Drops all rows from an index on.</summary>
    public void CutTo(int count) => Count = count;

    public void Clear()
    {
        Count = 0;
        if (rows.Length > LongestKept)
        {
            rows = new Row[256];
        }
    }
}
