using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// The nodes of a label in the order of an indexed property. Downwards the values are turned round but neither the nodes of equal value,
/// which stay in the order of their ids, nor those without a value, which stay last.
/// </summary>
internal readonly struct IndexRows(OrderedList<IndexEntry> index, bool descending) : IRowList
{
    private readonly int _valued = index.LowerBound(new ValuedProbe());

    public int Count => index.Count;

    public bool IsExact => true;

    public Row this[int position] => new(index[!descending || position >= _valued ? position : Turned(position)].Node, -1, -1);

    public bool Counts(Execution run, Row row) => true;

    private int Turned(int position)
    {
        var mirror = _valued - 1 - position;
        var value = index[mirror].Value!; // Before the first entry without one.
        var from = index.LowerBound(new RunProbe(value, andThere: false));
        var to = index.LowerBound(new RunProbe(value, andThere: true));
        return from + (position - (_valued - to));
    }

    private readonly struct ValuedProbe : IProbe<IndexEntry>
    {
        public bool IsAfter(IndexEntry item) => item.Value is not null;
    }

    private readonly struct RunProbe(Value value, bool andThere) : IProbe<IndexEntry>
    {
        public bool IsAfter(IndexEntry item) =>
            item.Value is { } other && other.CompareTo(value) is var order && (order < 0 || (andThere && order == 0));
    }
}
