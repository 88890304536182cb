using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Finds places in a sorted property index.</summary>
internal static class IndexSearch
{
    /// <summary>The first node by id with a value, or null.</summary>
    public static Node? First(Execution run, int kind, int place, object? wanted)
    {
        var index = run.Graph.Indexes[kind][place];
        var at = index.LowerBound(new ValueProbe(wanted, andThere: false));
        return at < index.Count && index[at].Value is { } value && Comparing.Order(value, wanted) == 0
            ? run.Graph.Node(index[at].Node)
            : null;
    }

    /// <summary>
    /// How many entries are before a value, and, where they are to be counted, at it. Values that cannot be compared with it count as
    /// before.
    /// </summary>
    public static int CountBefore(OrderedList<IndexEntry> index, object? wanted, bool andThere) =>
        index.LowerBound(new ValueProbe(wanted, andThere));

    private readonly struct ValueProbe(object? wanted, bool andThere) : IProbe<IndexEntry>
    {
        public bool IsAfter(IndexEntry item) =>
            item.Value is { } value && (Comparing.Order(value, wanted) is not { } order || order < 0 || (andThere && order == 0));
    }
}
