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
    private const int NoPattern = -1;

    // Characters for each occurrence in papers, so that the list seldom grows.
    private const int UsualGap = 2;

    private readonly string[] _patterns;

    // 0 is "in no pattern": it leads back to the root without a look at the tables.
    private readonly ushort[] _symbols = new ushort[char.MaxValue + 1];
    private readonly State[] _states;
    private readonly Ending[] _endings;

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
        var edges = new DoubleArray(trie, alphabet);
        _states = [.. edges.Edges.Select(edge => new State(edge.Base, edge.Parent, Root, NoPattern))];
        _endings = [.. _patterns.Select(pattern => new Ending(pattern.Length, NoPattern))];
        Link(trie, edges);
    }

    public string this[int pattern] => _patterns[pattern];

    /// <summary>Every occurrence, in the order of their ends, at one end the longest first.</summary>
    public List<PatternHit> Scan(ReadOnlySpan<char> text)
    {
        var hits = new List<PatternHit>(text.Length / UsualGap);
        var state = Root;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, _symbols[text[i]]);
            for (var pattern = _states[state].Pattern; pattern != NoPattern; pattern = _endings[pattern].Shorter)
            {
                hits.Add(new(i + 1 - _endings[pattern].Length, i + 1, pattern));
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
            var next = _states[state].Base + symbol;
            if (_states[next].Parent == state)
            {
                return next;
            }

            if (state == Root)
            {
                return Root;
            }

            state = _states[state].Failure;
        }
    }

    private void Link(PatternTrie trie, DoubleArray edges)
    {
        foreach (var node in trie.BreadthFirst())
        {
            var state = edges.StateOf(node);
            var shorter = state == Root ? NoPattern : _states[_states[state].Failure].Pattern;
            var pattern = trie.PatternAt(node);
            _states[state] = _states[state] with { Pattern = pattern >= 0 ? pattern : shorter };
            if (pattern >= 0)
            {
                _endings[pattern] = _endings[pattern] with { Shorter = shorter };
            }

            foreach (var (symbol, child) in trie.Children(node))
            {
                var at = edges.StateOf(child);
                _states[at] = _states[at] with { Failure = state == Root ? Root : Step(_states[state].Failure, symbol) };
            }
        }
    }

    /// <summary>All that a step reads of a state, side by side, since a step is a miss of the cache at most.</summary>
    /// <param name="Failure">The state of the longest proper ending of this one's text that is a state too.</param>
    /// <param name="Pattern">The longest pattern that ends here, or <see cref="NoPattern"/>.</param>
    private readonly record struct State(int Base, int Parent, int Failure, int Pattern);

    /// <param name="Shorter">The next longest pattern that ends wherever this one does, or <see cref="NoPattern"/>.</param>
    private readonly record struct Ending(int Length, int Shorter);
}
