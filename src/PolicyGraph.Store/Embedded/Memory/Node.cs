using PolicyGraph.Store.Embedded.Collections;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>A node in one version of the graph.</summary>
internal sealed class Node(
    NodeHead head,
    Value?[] values,
    OrderedList<Contribution> support,
    NeighbourList[] neighbours,
    DocumentEntry? document
) : Supported(values, support)
{
    public NodeHead Head => head;

    public NodeKind Kind => head.Kind;

    /// <summary>The <see cref="NodeKind.Ordinal"/> of its label, beside its values so that writing them need not look for it.</summary>
    public int Label { get; } = head.Kind.Ordinal;

    /// <summary>Its edges, a list for each relation type and direction that it has any of, by <see cref="NeighbourList.Slot"/>.</summary>
    public NeighbourList[] Neighbours => neighbours;

    /// <summary>Of documents: where their record lies.</summary>
    public DocumentEntry? Document => document;

    /// <summary>
    /// The edges in a slot (<see cref="EdgeKind.Outgoing"/>, <see cref="EdgeKind.Incoming"/>), in the default order of the nodes at their
    /// other end.
    /// </summary>
    public OrderedList<Neighbour> In(int slot)
    {
        foreach (ref readonly var list in neighbours.AsSpan())
        {
            if (list.Slot == slot)
            {
                return list.Items;
            }
        }

        return default;
    }
}

/// <summary>A node's edges of one type in one direction.</summary>
internal readonly record struct NeighbourList(int Slot, OrderedList<Neighbour> Items);

/// <summary>One edge as seen from one of its ends.</summary>
/// <param name="Node">Index of the node at the other end.</param>
/// <param name="Edge">Index of the edge; of a tie, which has nothing of its own, minus the number of papers that it rests on.</param>
internal readonly record struct Neighbour(int Node, int Edge);

/// <summary>Edges by the default order of the nodes at their other end, then by what tells edges between the same nodes apart.</summary>
internal sealed class NeighbourOrder(AppendTable<NodeHead> heads, AppendTable<EdgeHead> edges) : IComparer<Neighbour>
{
    public int Compare(Neighbour x, Neighbour y) =>
        x.Node != y.Node ? NodeHead.Compare(heads[x.Node], heads[y.Node])
        : x.Edge == y.Edge || (x.Edge < 0 && y.Edge < 0) ? 0
        : string.CompareOrdinal(edges[x.Edge].Key, edges[y.Edge].Key);
}
