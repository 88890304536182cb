using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>
/// The edges of all nodes, those of each node in the default order of the nodes at their other end. Safe for any number of callers at once.
/// </summary>
internal sealed class NodeLinks(HalfLink[] links, Buckets nodes, AppendTable<EdgeHead> edges)
{
    /// <summary>A node's lists, as <see cref="Node.Neighbours"/> has them.</summary>
    public NeighbourList[] Of(int node)
    {
        var mine = links.AsSpan(nodes.Of(node));
        var lists = new NeighbourList[CountSlots(mine)];
        var slot = -1;
        for (var i = 0; i < lists.Length; i++)
        {
            slot = NextSlot(mine, slot);
            lists[i] = new NeighbourList(slot, List(mine, slot));
        }

        return lists;
    }

    private static int CountSlots(ReadOnlySpan<HalfLink> links)
    {
        var count = 0;
        for (var slot = NextSlot(links, -1); slot < int.MaxValue; slot = NextSlot(links, slot))
        {
            count++;
        }

        return count;
    }

    private static int NextSlot(ReadOnlySpan<HalfLink> links, int slot)
    {
        var next = int.MaxValue;
        foreach (var link in links)
        {
            next = link.Slot > slot && link.Slot < next ? link.Slot : next;
        }

        return next;
    }

    private OrderedList<Neighbour> List(ReadOnlySpan<HalfLink> links, int slot)
    {
        var count = 0;
        var last = default(HalfLink);
        foreach (var link in links)
        {
            (count, last) = link.Slot == slot ? (count + 1, link) : (count, last);
        }

        return count == 1
            ? new OrderedList<Neighbour>(new Neighbour(last.Node, last.Edge))
            : OrderedList<Neighbour>.OfSorted(List(links, slot, count));
    }

    private Neighbour[] List(ReadOnlySpan<HalfLink> links, int slot, int count)
    {
        var (list, at, isSorted) = (new Neighbour[count], 0, true);
        foreach (var link in links)
        {
            if (link.Slot != slot)
            {
                continue;
            }

            var isSame = at > 0 && list[at - 1].Node == link.Node;
            if (isSame && link.Edge < 0)
            {
                list[at - 1] = list[at - 1] with { Edge = list[at - 1].Edge - 1 };
                continue;
            }

            isSorted &= !isSame;
            list[at++] = new Neighbour(link.Node, link.Edge);
        }

        Array.Resize(ref list, at);
        if (!isSorted)
        {
            SortByKey(list);
        }

        return list;
    }

    /// <summary>Brings edges between the same nodes into the order of their keys.</summary>
    private void SortByKey(Neighbour[] list)
    {
        for (var start = 0; start < list.Length; )
        {
            var end = start + 1;
            while (end < list.Length && list[end].Node == list[start].Node)
            {
                end++;
            }

            list.AsSpan(start..end).Sort((x, y) => string.CompareOrdinal(edges[x.Edge].Key, edges[y.Edge].Key));
            start = end;
        }
    }
}
