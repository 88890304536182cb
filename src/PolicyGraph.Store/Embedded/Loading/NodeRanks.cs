using System.Runtime.InteropServices;
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
        int[] named = [.. kinds.Where(kind => kind.Turn == 0).SelectMany(kind => Members[kind.Ordinal])];
        Array.Sort(named, new HeadOrder(heads));

        // Others are ordered by the text of their ids at last, which begins with the label.
        var unnamed = kinds
            .Where(kind => kind.Turn > 0)
            .OrderBy(kind => kind.Turn)
            .ThenBy(kind => kind.Prefix + '_', StringComparer.Ordinal);
        Order =
        [
            .. named,
            .. unnamed.SelectMany(kind =>
                kind.IsStatistic ? Dealt(ById[kind.Ordinal], heads) : ById[kind.Ordinal].Select(place => place.Node)
            ),
        ];
    }

    /// <summary>The indexes of all nodes in the default order (<see cref="NodeHead.Compare"/>), which lists are kept in.</summary>
    public int[] Order { get; }

    /// <summary>The indexes of the nodes of each label (<see cref="NodeKind.Ordinal"/>), rising.</summary>
    public int[][] Members { get; }

    /// <summary>The nodes of each label by their ids.</summary>
    public NodePlace[][] ById { get; }

    /// <summary>
    /// Nodes of one label in the default order: days and texts are told apart and sorted, the nodes then dealt out among them in the order
    /// of their ids, since there are many nodes and few days and texts.
    /// </summary>
    private static int[] Dealt(NodePlace[] byId, AppendTable<NodeHead> heads)
    {
        var known = new Dictionary<(int Day, string? Text), int>();
        var numbers = Array.ConvertAll(byId, place => Number(known, (heads[place.Node].Day, heads[place.Node].Text)));
        var keys = known.Keys.ToArray();
        var order = known.Values.ToArray();
        Array.Sort(
            keys,
            order,
            Comparer<(int Day, string? Text)>.Create(
                static (x, y) => x.Day != y.Day ? y.Day.CompareTo(x.Day) : string.CompareOrdinal(x.Text, y.Text)
            )
        );
        var ranks = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            ranks[order[i]] = i;
        }

        var buckets = new Buckets(order.Length);
        Array.ForEach(numbers, number => buckets.Count(ranks[number]));
        var dealt = new int[byId.Length];
        for (var i = 0; i < dealt.Length; i++)
        {
            dealt[buckets.Next(ranks[numbers[i]])] = byId[i].Node;
        }

        return dealt;
    }

    private static int Number(Dictionary<(int Day, string? Text), int> known, (int Day, string? Text) key)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, key, out var exists);
        return exists ? number : number = known.Count - 1;
    }

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
