namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// The patterns as a tree of symbols, from their last to their first, while a matcher is being built. Node 0 is the root.
/// </summary>
internal sealed class PatternTrie
{
    private readonly List<List<(int Symbol, int Node)>> _children =
    [
        [],
    ];
    private readonly List<int> _patternAt = [-1];

    public PatternTrie(IReadOnlyList<string> patterns, ushort[] symbols)
    {
        for (var i = 0; i < patterns.Count; i++)
        {
            var node = 0;
            for (var at = patterns[i].Length - 1; at >= 0; at--)
            {
                node = ChildOrNew(node, symbols[patterns[i][at]]);
            }

            _patternAt[node] = i;
        }
    }

    public int Count => _children.Count;

    /// <summary>The pattern that ends at a node, or -1.</summary>
    public int PatternAt(int node) => _patternAt[node];

    public List<(int Symbol, int Node)> Children(int node) => _children[node];

    /// <summary>All nodes, parents before children, nearer the root first.</summary>
    public IEnumerable<int> BreadthFirst()
    {
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var node))
        {
            yield return node;
            foreach (var (_, child) in _children[node])
            {
                queue.Enqueue(child);
            }
        }
    }

    private int ChildOrNew(int node, int symbol)
    {
        var children = _children[node];
        var at = children.BinarySearch((symbol, 0), BySymbol.Instance);
        if (at >= 0)
        {
            return children[at].Node;
        }

        children.Insert(~at, (symbol, _children.Count));
        _children.Add([]);
        _patternAt.Add(-1);
        return _children.Count - 1;
    }

    private sealed class BySymbol : IComparer<(int Symbol, int Node)>
    {
        public static readonly BySymbol Instance = new();

        public int Compare((int Symbol, int Node) x, (int Symbol, int Node) y) => x.Symbol.CompareTo(y.Symbol);
    }
}
