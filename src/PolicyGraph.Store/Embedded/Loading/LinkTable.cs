using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>Gathers all edges and lays them out by the nodes at their ends.</summary>
internal sealed class LinkTable(AppendTable<EdgeHead> edges)
{
    private Link[] _links = new Link[1024];
    private int _count;

    /// <summary>Adds an edge, or one paper's tie.</summary>
    /// <param name="edge">−1 for a tie.</param>
    public void Add(EdgeKind kind, int from, int to, int edge)
    {
        if (_count == _links.Length)
        {
            Array.Resize(ref _links, _count * 2);
        }

        _links[_count++] = new Link(kind.Ordinal, from, to, edge);
    }

    /// <summary>The edges by the nodes at their ends.</summary>
    /// <param name="nodes">How many there are.</param>
    public GroupedLinks Group(int nodes)
    {
        var byOther = new Buckets(nodes);
        var byNode = new Buckets(nodes);
        foreach (var link in _links.AsSpan(0, _count))
        {
            byOther.Count(link.From);
            byOther.Count(link.To);
        }

        byOther.CopyCounts(byNode);
        var half = new HalfLink[_count * 2];
        foreach (var link in _links.AsSpan(0, _count))
        {
            half[byOther.Next(link.To)] = new HalfLink(link.Kind * 2, link.From, link.Edge);
            half[byOther.Next(link.From)] = new HalfLink((link.Kind * 2) + 1, link.To, link.Edge);
        }

        _links = [];
        return new GroupedLinks(half, byOther, byNode, edges);
    }

    private readonly record struct Link(int Kind, int From, int To, int Edge);
}

/// <summary>All edges, those that lead to one node together, in no order.</summary>
/// <param name="byNode">As many as in <paramref name="byOther"/>, not filled yet.</param>
internal sealed class GroupedLinks(HalfLink[] half, Buckets byOther, Buckets byNode, AppendTable<EdgeHead> edges)
{
    /// <summary>
    /// The lists of every node. Sorted without comparing: what leads to the first node of the order is dealt out to the nodes at the other
    /// ends first, and so on, so that every node gets its neighbours in their order.
    /// </summary>
    public NodeLinks Sorted(int[] order)
    {
        var dealt = new HalfLink[half.Length];
        foreach (var other in order)
        {
            foreach (var link in half.AsSpan(byOther.Of(other)))
            {
                dealt[byNode.Next(link.Node)] = link with { Node = other };
            }
        }

        return new NodeLinks(dealt, byNode, edges);
    }
}

/// <summary>One end of an edge.</summary>
/// <param name="Slot">As <see cref="NeighbourList.Slot"/>.</param>
/// <param name="Edge">−1 for one paper's tie.</param>
internal readonly record struct HalfLink(int Slot, int Node, int Edge);
