using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>Makes the lists of a graph out of all its nodes: labels, sorted property indexes, names, how many edges of each type.</summary>
/// <param name="nodes">By index, none missing.</param>
internal sealed class ListLoader(GraphRegistry registry, NodeRanks ranks, Node[] nodes)
{
    /// <summary>The graph with its lists.</summary>
    public GraphVersion In(GraphVersion graph)
    {
        var indexes = registry.Kinds.Nodes.Select(kind => new OrderedList<IndexEntry>[kind.Type.Properties.Count]).ToArray();
        Parallel.Invoke([NoteNames, .. Sorting(indexes)]);
        return graph with { Texts = registry.Search.Texts.Count, Labels = Labels(), Indexes = indexes, EdgeCounts = EdgeCounts() };
    }

    private IEnumerable<Action> Sorting(OrderedList<IndexEntry>[][] indexes)
    {
        foreach (var kind in registry.Kinds.Nodes)
        {
            var sorting = new IndexSorting([.. ranks.Members[kind.Ordinal].Select(index => nodes[index])], ranks.ById[kind.Ordinal]);
            foreach (var (place, property) in kind.Type.Properties.Index())
            {
                if (property.IsIndexed)
                {
                    yield return () => indexes[kind.Ordinal][place] = sorting.Sort(place);
                }
            }
        }
    }

    private void NoteNames()
    {
        foreach (var node in nodes)
        {
            NodeNames.Note(registry, null, node);
        }
    }

    private OrderedList<int>[] Labels()
    {
        var labels = registry.Kinds.Nodes.Select(_ => new List<int>()).ToArray();
        foreach (var index in ranks.Order)
        {
            labels[nodes[index].Label].Add(index);
        }

        return Array.ConvertAll(labels, list => OrderedList<int>.OfSorted([.. list]));
    }

    private long[] EdgeCounts()
    {
        var counts = new long[registry.Kinds.Edges.Length];
        foreach (var node in nodes)
        {
            foreach (var list in node.Neighbours)
            {
                if (list.Slot % 2 == 0)
                {
                    counts[list.Slot / 2] += list.Items.Count;
                }
            }
        }

        return counts;
    }
}
