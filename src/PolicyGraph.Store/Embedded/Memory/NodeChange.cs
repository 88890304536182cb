namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>A node that a batch of writes touches.</summary>
internal sealed class NodeChange(NodeHead head, Node? before) : SupportChange
{
    private readonly List<NeighbourChange> _neighbours = [];

    public NodeHead Head => head;

    public Node? Before => before;

    /// <summary>Of documents: where the record lies now.</summary>
    public DocumentEntry? Document { get; set; } = before?.Document;

    /// <summary>One paper more or fewer for an edge, as seen from this node.</summary>
    /// <param name="edge">−1 for a tie.</param>
    public void Link(int slot, int node, int edge, int delta) =>
        _neighbours.Add(new NeighbourChange(slot, new Neighbour(node, edge), delta));

    /// <summary>The node after the changes; null where no paper speaks of it any more.</summary>
    public Node? After(NeighbourOrder order)
    {
        var support = IsTouched ? Apply(before?.Support ?? default) : before?.Support ?? default;
        if (support.Count == 0)
        {
            return null;
        }

        var values =
            IsTouched || !ReferenceEquals(Document, before?.Document) ? Merging.NodeValues(head, support, Document) : before!.Values; // Untouched, so it was there.
        return new Node(head, values, support, NeighbourMerging.Apply(before?.Neighbours ?? [], _neighbours, order), Document);
    }
}

/// <summary>One paper more or fewer for the edge that a <see cref="Neighbour"/> names.</summary>
internal readonly record struct NeighbourChange(int Slot, Neighbour Neighbour, int Delta);
