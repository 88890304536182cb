using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Rows in an order, by position. Structs, so that pages over each kind are compiled for it.</summary>
internal interface IRowList
{
    int Count { get; }

    Row this[int index] { get; }

    /// <summary>True where all rows count; else <see cref="Counts"/> is to be asked.</summary>
    bool IsExact { get; }

    bool Counts(Execution run, Row row);
}

/// <summary>A node's neighbours over one relation in one direction, in the default order.</summary>
internal readonly struct NeighbourRows : IRowList
{
    private readonly OrderedList<Neighbour> _list;
    private readonly StepPlan _step;
    private readonly Node _anchor;
    private readonly int _slot;

    public NeighbourRows(Execution run, Node anchor, StepPlan step)
    {
        _anchor = anchor;
        _step = step;
        _slot = step.Slots[0];
        _list = anchor.In(_slot);
        IsExact = run.Graph.Registry.LeadsOnlyTo(_slot, step.Targets);
    }

    public int Count => _list.Count;

    public bool IsExact { get; }

    public Row this[int index]
    {
        get
        {
            var neighbour = _list[index];
            return new Row(neighbour.Node, neighbour.Edge, _slot);
        }
    }

    public bool Counts(Execution run, Row row) => _step.Counts(run, _anchor, _slot, new Neighbour(row.Node, row.Edge));
}

/// <summary>The nodes of a label in the default order.</summary>
internal readonly struct LabelRows(OrderedList<int> list) : IRowList
{
    public int Count => list.Count;

    public bool IsExact => true;

    public Row this[int index] => new(list[index], -1, -1);

    public bool Counts(Execution run, Row row) => true;
}

/// <summary>A part of a sorted property index.</summary>
internal readonly struct IndexRange(OrderedList<IndexEntry> index, int from, int to) : IRowList
{
    public int Count => to - from;

    public bool IsExact => true;

    public Row this[int position] => new(index[from + position].Node, -1, -1);

    public bool Counts(Execution run, Row row) => true;
}

/// <summary>The nodes of a label among those that a node's edges lead to, without the edges.</summary>
internal readonly struct ReachedRows(OrderedList<Neighbour> list, NodeKind kind) : IRowList
{
    public int Count => list.Count;

    public bool IsExact => false;

    public Row this[int index] => new(list[index].Node, -1, -1);

    public bool Counts(Execution run, Row row) => run.Graph.Registry.Heads[row.Node].Kind == kind;
}

/// <summary>Rows on the stack that were filtered and sorted already.</summary>
internal readonly struct StackRows(RowStack stack, int start, int count) : IRowList
{
    public int Count => count;

    public bool IsExact => true;

    public Row this[int index] => stack[start + index];

    public bool Counts(Execution run, Row row) => true;
}
