namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>One occurrence of a pattern: half-open, in positions of the scanned text.</summary>
/// <param name="Pattern">Index into the list that the matcher was built from.</param>
internal readonly record struct PatternHit(int Start, int End, int Pattern);

/// <summary>
/// Finds every occurrence of many patterns in one pass over a text (Aho and Corasick 1975), over UTF-16 code units folded to a dense alphabet.
/// Built once, read by any number of threads. Time is linear in the text and in what is found.
/// </summary>
internal sealed class PatternMatcher
{
    private const int Root = 0;

    private readonly string[] _patterns;

    // 0 is "in no pattern": it leads back to the root without a look at the tables.
    private readonly ushort[] _symbols = new ushort[char.MaxValue + 1];
    private readonly DoubleArray _states;
    private readonly int[] _failure;
    private readonly int[] _output;
    private readonly int[] _pattern;

    /// <param name="patterns">Distinct, none empty.</param>
    public PatternMatcher(IEnumerable<string> patterns)
    {
        _patterns = [.. patterns];
        var alphabet = 1;
        foreach (var c in _patterns.SelectMany(p => p))
        {
            if (_symbols[c] == 0)
            {
                _symbols[c] = (ushort)alphabet++;
            }
        }

        var trie = new PatternTrie(_patterns, _symbols);
        _states = new DoubleArray(trie, alphabet);
        _failure = new int[_states.Length];
        _output = new int[_states.Length];
        _pattern = new int[_states.Length];
        Link(trie);
    }

    public string this[int pattern] => _patterns[pattern];

    /// <summary>Every occurrence, in the order of their ends, at one end the longest first.</summary>
    public List<PatternHit> Scan(ReadOnlySpan<char> text)
    {
        var hits = new List<PatternHit>();
        var state = Root;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, _symbols[text[i]]);
            for (var s = _output[state]; s != Root; s = _output[_failure[s]])
            {
                var pattern = _pattern[s];
                hits.Add(new(i + 1 - _patterns[pattern].Length, i + 1, pattern));
            }
        }

        return hits;
    }

    private int Step(int state, int symbol)
    {
        if (symbol == 0)
        {
            return Root;
        }

        while (true)
        {
            var next = _states.Next(state, symbol);
            if (next != Root || state == Root)
            {
                return next;
            }

            state = _failure[state];
        }
    }

    // _output of a state is the nearest state on its chain of failures, itself included, at which a pattern ends; the root where none does.
    private void Link(PatternTrie trie)
    {
        foreach (var node in trie.BreadthFirst())
        {
            var state = _states.StateOf(node);
            _pattern[state] = trie.PatternAt(node);
            _output[state] = trie.PatternAt(node) >= 0 ? state : state == Root ? Root : _output[_failure[state]];
            foreach (var (symbol, child) in trie.Children(node))
            {
                _failure[_states.StateOf(child)] = state == Root ? Root : Step(_failure[state], symbol);
            }
        }
    }
}
