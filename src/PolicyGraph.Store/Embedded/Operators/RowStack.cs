using System.Buffers;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>One row of a list.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Edge">Index of the edge that led to it; negative where it has nothing of its own (see <see cref="Memory.Neighbour"/>), or
/// there was none.</param>
/// <param name="Slot">The relation and direction that led to it (<see cref="Memory.NeighbourList.Slot"/>); −1 where there was none.</param>
internal readonly record struct Row(int Node, int Edge, int Slot);

/// <summary>Rows in one array that is kept from query to query.</summary>
internal sealed class RowStack
{
    /// <summary>More than this is not kept for the next query.</summary>
    private const int LongestKept = 1 << 16;

    private const int Shortest = 256;

    private Row[] _rows = new Row[Shortest];

    public int Count { get; private set; }

    public Row this[int index] => _rows[index];

    public void Push(Row row)
    {
        if (Count == _rows.Length)
        {
            Grow();
        }

        _rows[Count++] = row;
    }

    /// <summary>Rows from an index up to the top.</summary>
    public Span<Row> From(int start) => _rows.AsSpan(start, Count - start);

    /// <summary>Drops all rows from an index on.</summary>
    public void CutTo(int count) => Count = count;

    public void Clear()
    {
        Count = 0;
        if (_rows.Length > LongestKept)
        {
            ArrayPool<Row>.Shared.Return(_rows);
            _rows = new Row[Shortest];
        }
    }

    /// <summary>Long arrays are lent: made anew for each query they would call for a collection of all that the store holds.</summary>
    private void Grow()
    {
        var grown = _rows.Length < LongestKept ? new Row[_rows.Length * 2] : ArrayPool<Row>.Shared.Rent(_rows.Length * 2);
        _rows.CopyTo(grown, 0);
        if (_rows.Length > LongestKept)
        {
            ArrayPool<Row>.Shared.Return(_rows);
        }

        _rows = grown;
    }
}
