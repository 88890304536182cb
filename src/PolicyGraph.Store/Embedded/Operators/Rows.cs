using PolicyGraph.Model;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

internal readonly record struct NodeRow(Node Node) : IRow
{
    public ulong LabelBit => Node.Kind.Bit;
}

/// <summary>An edge, or a tie, with its two ends as the relation points.</summary>
/// <param name="Kind">Null for rows of lists that no relation led to.</param>
/// <param name="Edge">Null for ties.</param>
internal readonly record struct EdgeRow(EdgeKind? Kind, Edge? Edge, Node? From, Node? To) : IRow
{
    public ulong LabelBit => ulong.MaxValue;

    /// <summary>The edge of a row that was reached from <paramref name="anchor"/>.</summary>
    public static EdgeRow Of(Execution run, Node? anchor, Row row)
    {
        if (row.Slot < 0 || anchor is null)
        {
            return default;
        }

        var kind = run.Graph.Kinds.Edges[row.Slot / 2];
        if (row.Edge >= 0 && run.Graph.Edges[row.Edge] is { } edge)
        {
            return new EdgeRow(kind, edge, run.Graph.Node(edge.Head.From), run.Graph.Node(edge.Head.To));
        }

        var other = run.Graph.Node(row.Node);
        return row.Slot == kind.Outgoing ? new EdgeRow(kind, null, anchor, other) : new EdgeRow(kind, null, other, anchor);
    }
}

/// <summary>One place where a paper says something.</summary>
internal readonly record struct EvidenceItem(Contribution Contribution, EvidenceRow Row) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}

internal readonly record struct ArticleItem(ArticleRecord Article) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}

internal readonly record struct FindingItem(FindingRecord Finding) : IRow
{
    public ulong LabelBit => ulong.MaxValue;
}
