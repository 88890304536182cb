using System.Runtime.InteropServices;
using PolicyGraph.Store.Embedded.Collections;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>Brings changes into a node's lists of edges.</summary>
internal static class NeighbourMerging
{
    /// <summary>The lists with the changes made, by slot; none is empty.</summary>
    public static NeighbourList[] Apply(NeighbourList[] before, List<NeighbourChange> changes, NeighbourOrder order)
    {
        if (changes.Count == 0)
        {
            return before;
        }

        changes.Sort((x, y) => x.Slot != y.Slot ? x.Slot.CompareTo(y.Slot) : order.Compare(x.Neighbour, y.Neighbour));
        var lists = new List<NeighbourList>(before);
        for (var rest = CollectionsMarshal.AsSpan(changes); !rest.IsEmpty; )
        {
            var slot = rest[0].Slot;
            var count = 1;
            while (count < rest.Length && rest[count].Slot == slot)
            {
                count++;
            }

            ApplyTo(lists, slot, rest[..count], order);
            rest = rest[count..];
        }

        return [.. lists];
    }

    private static void ApplyTo(List<NeighbourList> lists, int slot, ReadOnlySpan<NeighbourChange> changes, NeighbourOrder order)
    {
        var at = lists.FindIndex(list => list.Slot >= slot);
        var isThere = at >= 0 && lists[at].Slot == slot;
        var list = isThere ? lists[at].Items : default;
        list = list.Apply(Totals(list, changes, order), order);
        if (isThere)
        {
            lists.RemoveAt(at);
        }

        if (list.Count > 0)
        {
            lists.Insert(at < 0 ? lists.Count : at, new NeighbourList(slot, list));
        }
    }

    private static Change<Neighbour>[] Totals(OrderedList<Neighbour> list, ReadOnlySpan<NeighbourChange> changes, NeighbourOrder order)
    {
        var totals = new List<Change<Neighbour>>(changes.Length);
        for (var i = 0; i < changes.Length; )
        {
            var (neighbour, delta) = (changes[i].Neighbour, 0);
            for (; i < changes.Length && order.Compare(changes[i].Neighbour, neighbour) == 0; i++)
            {
                delta += changes[i].Delta;
            }

            if (delta != 0)
            {
                totals.Add(neighbour.Edge >= 0 ? new(neighbour, Remove: delta < 0) : Tie(list, neighbour, delta, order));
            }
        }

        return [.. totals];
    }

    private static Change<Neighbour> Tie(OrderedList<Neighbour> list, Neighbour neighbour, int delta, NeighbourOrder order)
    {
        var at = list.LowerBound(new Probe(neighbour, order));
        var before = at < list.Count && list[at].Node == neighbour.Node ? -list[at].Edge : 0;
        return new(neighbour with { Edge = Math.Min(-1, -(before + delta)) }, Remove: before + delta <= 0);
    }

    private readonly struct Probe(Neighbour place, NeighbourOrder order) : IProbe<Neighbour>
    {
        public bool IsAfter(Neighbour item) => order.Compare(item, place) < 0;
    }
}
