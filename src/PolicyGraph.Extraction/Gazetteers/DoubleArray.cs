namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// A tree's edges in two arrays (Aoe 1989): the child of a state by a symbol stands at the state's base plus the symbol, if it says so itself.
/// One addition and one comparison a step, whatever the alphabet. State 0 is the root.
/// </summary>
internal sealed class DoubleArray
{
    private const int Free = -1;

    private readonly int[] _stateOf;
    private int[] _base = [];
    private int[] _parent = [];

    public DoubleArray(PatternTrie trie, int alphabet)
    {
        _stateOf = new int[trie.Count];
        Grow(trie.Count + alphabet + 1);
        _parent[0] = 0;
        var firstFree = 1;
        foreach (var node in trie.BreadthFirst())
        {
            var children = trie.Children(node);
            if (children.Count == 0)
            {
                continue;
            }

            while (_parent[firstFree] != Free)
            {
                firstFree++;
            }

            Place(node, children, firstFree, alphabet);
        }
    }

    /// <summary>By state: what is added to a symbol to get the child by it, and the state that it is a child of, negative for a place that is free.</summary>
    public IEnumerable<(int Base, int Parent)> Edges => _base.Zip(_parent);

    public int StateOf(int node) => _stateOf[node];

    private void Place(int node, List<(int Symbol, int Node)> children, int firstFree, int alphabet)
    {
        var state = _stateOf[node];
        var offset = Math.Max(0, firstFree - children[0].Symbol);
        while (!Fits(children, offset, alphabet))
        {
            offset++;
        }

        _base[state] = offset;
        foreach (var (symbol, child) in children)
        {
            _parent[offset + symbol] = state;
            _stateOf[child] = offset + symbol;
        }
    }

    private bool Fits(List<(int Symbol, int Node)> children, int offset, int alphabet)
    {
        if (offset + alphabet >= _parent.Length)
        {
            Grow(Math.Max(_parent.Length * 2, offset + alphabet + 1));
        }

        foreach (var (symbol, _) in children)
        {
            if (_parent[offset + symbol] != Free)
            {
                return false;
            }
        }

        return true;
    }

    private void Grow(int length)
    {
        var old = _parent.Length;
        Array.Resize(ref _base, length);
        Array.Resize(ref _parent, length);
        _parent.AsSpan(old).Fill(Free);
    }
}
