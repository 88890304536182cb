using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>All nodes in their orders, sorted once for all the lists that are made of them.</summary>
internal sealed class NodeRanks
{
    public NodeRanks(GraphRegistry registry)
    {
        var kinds = registry.Kinds.Nodes;
        var heads = registry.Heads;
        Members = ByKind(kinds.Length, heads);
        ById = Array.ConvertAll(Members, indexes => SortedById(indexes, heads));
        int[] named = [.. kinds.Where(kind => kind.Type.IsEntity).SelectMany(kind => Members[kind.Ordinal])];
        Array.Sort(named, new HeadOrder(heads));

        // Others are ordered by the text of their ids alone, which begins with the label.
        var unnamed = kinds.Where(kind => !kind.Type.IsEntity).OrderBy(kind => kind.Prefix + '_', StringComparer.Ordinal);
        Order = [.. named, .. unnamed.SelectMany(kind => ById[kind.Ordinal].Select(place => place.Node))];
    }

    /// <summary>The indexes of all nodes in the default order (<see cref="NodeHead.Compare"/>).</summary>
    public int[] Order { get; }

    /// <summary>The indexes of the nodes of each label (<see cref="NodeKind.Ordinal"/>), rising.</summary>
    public int[][] Members { get; }

    /// <summary>The nodes of each label by their ids.</summary>
    public NodePlace[][] ById { get; }

    private static int[][] ByKind(int kinds, AppendTable<NodeHead> heads)
    {
        var counts = new int[kinds];
        for (var i = 0; i < heads.Count; i++)
        {
            counts[heads[i].Kind.Ordinal]++;
        }

        var members = Array.ConvertAll(counts, count => new int[count]);
        for (var i = heads.Count - 1; i >= 0; i--)
        {
            var kind = heads[i].Kind.Ordinal;
            members[kind][--counts[kind]] = i;
        }

        return members;
    }

    private static NodePlace[] SortedById(int[] indexes, AppendTable<NodeHead> heads)
    {
        var (ids, places) = (new ulong[indexes.Length], new int[indexes.Length]);
        for (var i = 0; i < ids.Length; i++)
        {
            (ids[i], places[i]) = (heads[indexes[i]].Id, i);
        }

        Array.Sort(ids, places);
        var sorted = new NodePlace[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            sorted[i] = new NodePlace(places[i], ids[i], indexes[places[i]]);
        }

        return sorted;
    }
}

/// <summary>One node of a label.</summary>
/// <param name="Place">In <see cref="NodeRanks.Members"/>.</param>
/// <param name="Node">Its index.</param>
internal readonly record struct NodePlace(int Place, ulong Id, int Node);
