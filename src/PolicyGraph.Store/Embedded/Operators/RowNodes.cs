using System.Collections;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>The nodes of rows.</summary>
internal static class RowNodes
{
    /// <summary>From so many on it pays to mark all nodes that there are.</summary>
    private const int Many = 1 << 14;

    /// <summary>
    /// The nodes of the rows on the stack from an index on, each once. Of many in the order of their indexes, in which they lie in memory:
    /// whoever looks at all of them waits for memory more than for anything else.
    /// </summary>
    public static IEnumerable<int> Distinct(Execution run, int start) => run.Rows.Count - start < Many ? Few(run, start) : All(run, start);

    private static IEnumerable<int> Few(Execution run, int start)
    {
        var seen = new HashSet<int>();
        for (var (i, end) = (start, run.Rows.Count); i < end; i++)
        {
            if (seen.Add(run.Rows[i].Node))
            {
                yield return run.Rows[i].Node;
            }
        }
    }

    private static IEnumerable<int> All(Execution run, int start)
    {
        var marked = new BitArray(run.Graph.Registry.Heads.Count);
        foreach (ref readonly var row in run.Rows.From(start))
        {
            marked[row.Node] = true;
        }

        for (var i = 0; i < marked.Count; i++)
        {
            if (marked[i])
            {
                yield return i;
            }
        }
    }
}
