namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>Makes the next version of the graph out of a batch's changes.</summary>
internal sealed class VersionBuilder(GraphVersion before, IReadOnlyCollection<NodeChange> nodes, IReadOnlyCollection<EdgeChange> edges)
{
    private readonly GraphRegistry _registry = before.Registry;
    private readonly long[] _edgeCounts = [.. before.EdgeCounts];

    /// <summary>The version.</summary>
    /// <param name="node">The change of a node by index, made where there is none yet.</param>
    /// <param name="lists">Follows the changes.</param>
    public GraphVersion Build(Func<int, NodeChange> node, ListBuilder lists)
    {
        var edgeEntries = new List<(int Index, Edge? Item)>(edges.Count);
        foreach (var change in edges)
        {
            edgeEntries.Add((change.Head.Index, Build(change, node)));
        }

        var order = new NeighbourOrder(_registry.Heads, _registry.EdgeHeads);
        var nodeEntries = new List<(int Index, Node? Item)>(nodes.Count);
        foreach (var change in nodes)
        {
            var now = change.After(order);
            nodeEntries.Add((change.Head.Index, now));
            lists.Note(change.Head, change.Before, now);
        }

        var after = before with
        {
            Nodes = before.Nodes.With(nodeEntries, _registry.Heads.Count),
            Edges = before.Edges.With(edgeEntries, _registry.EdgeHeads.Count),
            EdgeCounts = [.. _edgeCounts.Zip(TieCounts(nodeEntries), (facts, ties) => facts + ties)],
        };
        return lists.In(after);
    }

    private Edge? Build(EdgeChange change, Func<int, NodeChange> node)
    {
        var (head, after) = (change.Head, change.After());
        var delta = (after is null ? 0 : 1) - (change.Before is null ? 0 : 1);
        if (delta != 0)
        {
            node(head.From).Link(head.Kind.Outgoing, head.To, head.Index, delta);
            node(head.To).Link(head.Kind.Incoming, head.From, head.Index, delta);
            _edgeCounts[head.Kind.Ordinal] += delta;
        }

        return after;
    }

    /// <summary>How many ties of each type came or went: an edge is counted once however many papers it rests on.</summary>
    private long[] TieCounts(List<(int Index, Node? Item)> entries)
    {
        var counts = new long[_edgeCounts.Length];
        foreach (var (index, after) in entries)
        {
            Count(after?.Neighbours ?? [], counts, +1);
            Count(before.Nodes[index]?.Neighbours ?? [], counts, -1);
        }

        return counts;
    }

    private void Count(NeighbourList[] lists, long[] counts, int sign)
    {
        foreach (var list in lists)
        {
            var kind = _registry.Kinds.Edges[list.Slot / 2];
            if (!kind.Type.IsFact && list.Slot == kind.Outgoing)
            {
                counts[kind.Ordinal] += sign * list.Items.Count;
            }
        }
    }
}
