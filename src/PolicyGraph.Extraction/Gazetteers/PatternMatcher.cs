using System.Buffers;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>One occurrence of a pattern: half-open, in positions of the scanned text.</summary>
/// <param name="Pattern">Index into the list that the matcher was built from.</param>
internal readonly record struct PatternHit(int Start, int End, int Pattern);

/// <summary>
/// Finds every occurrence of many patterns in one pass over a text, over UTF-16 code units folded to a dense alphabet: from each position
/// back through a tree of the patterns from their last characters to their first. Nearly all positions end no pattern, and a small table of
/// the patterns' last two characters tells them, which stays in the nearest cache as a whole automaton does not. Built once, read by any
/// number of threads. Time is linear in the text, times the length of the longest pattern at worst.
/// </summary>
internal sealed class PatternMatcher
{
    private const int Root = 0;
    private const int NoPattern = -1;

    /// <summary>So many places for pairs of characters that those of twenty thousand patterns share few with others.</summary>
    private const int PairPlaces = 1 << 17;

    /// <summary>A prime by which pairs fall on different places.</summary>
    private const int PairStep = 4093;

    private readonly string[] _patterns;

    // 0 is "in no pattern": no step leads over it.
    private readonly ushort[] _symbols = new ushort[char.MaxValue + 1];
    private readonly ulong[] _pairs = new ulong[PairPlaces / 64];
    private readonly State[] _states;

    // A bit for each character that is a pattern.
    private readonly ulong[] _single = new ulong[(char.MaxValue + 1) / 64];

    /// <param name="patterns">Distinct, none empty.</param>
    public PatternMatcher(IEnumerable<string> patterns)
    {
        _patterns = [.. patterns];
        var alphabet = 1;
        foreach (var pattern in _patterns)
        {
            foreach (var c in pattern)
            {
                if (_symbols[c] == 0)
                {
                    _symbols[c] = (ushort)alphabet++;
                }
            }

            if (pattern.Length == 1)
            {
                _single[pattern[0] / 64] |= 1UL << (pattern[0] % 64);
            }
            else
            {
                var pair = Pair(pattern[^2], pattern[^1]);
                _pairs[pair / 64] |= 1UL << (pair % 64);
            }
        }

        var trie = new PatternTrie(_patterns, _symbols);
        var edges = new DoubleArray(trie, alphabet);
        _states = [.. edges.Edges.Select(edge => new State(edge.Base, edge.Parent, NoPattern))];
        foreach (var node in trie.BreadthFirst())
        {
            var state = edges.StateOf(node);
            _states[state] = _states[state] with { Pattern = trie.PatternAt(node) };
        }
    }

    public string this[int pattern] => _patterns[pattern];

    /// <summary>Every occurrence, in the order of their ends, at one end the longest first.</summary>
    public LentList<PatternHit> Scan(ReadOnlySpan<char> text)
    {
        // Papers have one for every second character, so that the list seldom grows.
        var hits = new LentList<PatternHit>(text.Length * 5 / 8);
        var ends = ArrayPool<int>.Shared.Rent(text.Length);
        foreach (var end in ends.AsSpan(0, FindEnds(text, ends)))
        {
            AddEnding(text, end, hits);
        }

        ArrayPool<int>.Shared.Return(ends);
        return hits;
    }

    /// <summary>
    /// Notes every position at which a pattern may end, and returns how many they are; a pass of its own, since it then needs no branch
    /// that no one could foretell.
    /// </summary>
    private int FindEnds(ReadOnlySpan<char> text, int[] ends)
    {
        var (count, before) = (0, '\0');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = Pair(before, c);
            ends[count] = i + 1;
            count += (int)((_pairs[pair / 64] >> (pair % 64) | _single[c / 64] >> (c % 64)) & 1);
            before = c;
        }

        return count;
    }

    private static int Pair(char before, char c) => (before * PairStep + c) & (PairPlaces - 1);

    /// <summary>Adds what ends at a position. The walk meets the shortest first.</summary>
    private void AddEnding(ReadOnlySpan<char> text, int end, LentList<PatternHit> hits)
    {
        var (first, state) = (hits.Count, Root);
        for (var start = end - 1; start >= 0 && _symbols[text[start]] is > 0 and var symbol; start--)
        {
            var next = _states[state].Base + symbol;
            if (_states[next].Parent != state)
            {
                break;
            }

            state = next;
            if (_states[state].Pattern != NoPattern)
            {
                hits.Add(new(start, end, _states[state].Pattern));
            }
        }

        if (hits.Count > first + 1)
        {
            hits.ReverseFrom(first);
        }
    }

    /// <summary>All that a step reads of a state, side by side, since a step is a miss of the cache at most.</summary>
    /// <param name="Pattern">The pattern that is read in full here, or <see cref="NoPattern"/>.</param>
    private readonly record struct State(int Base, int Parent, int Pattern);
}
