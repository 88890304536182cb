using System.Numerics;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>
/// A tree's edges in two arrays (Aoe 1989): the child of a state by a symbol stands at the state's base plus the symbol, if it says so
/// itself. One addition and one comparison a step, whatever the alphabet. State 0 is the root.
/// </summary>
internal sealed class DoubleArray
{
    private const int Free = -1;
    private const int BitsPerWord = 64;

    private readonly int[] _stateOf;
    private int[] _base = [];
    private int[] _parent = [];

    // By place: 1 where it is free; one word more than there are places, so that a look at sixty-four never ends beyond.
    private ulong[] _free = [];

    // The first of those words with a free place.
    private int _firstFree;

    public DoubleArray(PatternTrie trie, int alphabet)
    {
        _stateOf = new int[trie.Count];
        Grow(trie.Count + alphabet + 1);
        _parent[0] = 0;
        Take(0);
        foreach (var node in trie.BreadthFirst())
        {
            if (trie.Children(node) is { Count: > 0 } children)
            {
                Place(node, children, alphabet);
            }
        }
    }

    /// <summary>
    /// By state: what is added to a symbol to get the child by it, and the state that it is a child of, negative for a place that is free.
    /// </summary>
    public IEnumerable<(int Base, int Parent)> Edges => _base.Zip(_parent);

    public int StateOf(int node) => _stateOf[node];

    private void Place(int node, List<(int Symbol, int Node)> children, int alphabet)
    {
        var state = _stateOf[node];
        var offset = FirstFit(children, alphabet);
        _base[state] = offset;
        foreach (var (symbol, child) in children)
        {
            _parent[offset + symbol] = state;
            _stateOf[child] = offset + symbol;
            Take(offset + symbol);
        }
    }

    /// <summary>The least offset at which every child's place is free; sixty-four are tried at once.</summary>
    private int FirstFit(List<(int Symbol, int Node)> children, int alphabet)
    {
        while (_free[_firstFree] == 0)
        {
            _firstFree++;
        }

        for (var offset = Math.Max(0, _firstFree * BitsPerWord - children[0].Symbol); ; offset += BitsPerWord)
        {
            if (offset + BitsPerWord + alphabet >= _parent.Length)
            {
                Grow(Math.Max(_parent.Length * 2, offset + BitsPerWord + alphabet + 1));
            }

            var fits = ulong.MaxValue;
            for (var i = 0; i < children.Count && fits != 0; i++)
            {
                fits &= FreeFrom(offset + children[i].Symbol);
            }

            if (fits != 0)
            {
                return offset + BitOperations.TrailingZeroCount(fits);
            }
        }
    }

    /// <summary>A bit for each of the places from one on, the first being the lowest: 1 where it is free.</summary>
    private ulong FreeFrom(int place)
    {
        var (word, bit) = (place / BitsPerWord, place % BitsPerWord);
        return bit == 0 ? _free[word] : _free[word] >> bit | _free[word + 1] << (BitsPerWord - bit);
    }

    private void Take(int place) => _free[place / BitsPerWord] &= ~(1UL << place % BitsPerWord);

    private void Grow(int length)
    {
        var (old, words) = (_parent.Length, _free.Length);
        Array.Resize(ref _base, length);
        Array.Resize(ref _parent, length);
        Array.Resize(ref _free, length / BitsPerWord + 2);
        _parent.AsSpan(old).Fill(Free);
        _free.AsSpan(words).Fill(ulong.MaxValue);
    }
}
