using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>A connection's object: one page of a list and what is told of the whole list.</summary>
/// <param name="Anchor">The node whose neighbours are listed, or null.</param>
/// <param name="Start">Where the page's rows begin on the stack.</param>
/// <param name="Total">How many rows the list has; −1 where nobody asked.</param>
/// <param name="All">Where all rows of the list begin on the stack; only where groups are asked for.</param>
internal readonly record struct PageRow(Node? Anchor, int Start, int Count, bool HasNext, bool HasPrevious, int Total, int All) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}

/// <summary>One row of a connection.</summary>
internal readonly record struct ListRow(Node? Anchor, Row Row) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}
