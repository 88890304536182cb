namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>An occurrence of a surface form in a scanned text.</summary>
internal readonly record struct LexicalHit(int Start, int End, LexiconForm Form)
{
    public int Length => End - Start;
}

/// <summary>All occurrences of the lexicon's forms in one text, to be asked by start and by end.</summary>
internal sealed class LexicalScan
{
    private const int None = -1;

    private readonly List<PatternHit> _hits;
    private readonly LexiconForm[] _forms;
    private readonly int[] _firstAtStart;
    private readonly int[] _nextAtStart;
    private readonly int[] _firstAtEnd;

    internal LexicalScan(int length, List<PatternHit> hits, LexiconForm[] forms)
    {
        _hits = hits;
        _forms = forms;
        _firstAtStart = new int[length + 1];
        _firstAtEnd = new int[length + 1];
        _nextAtStart = new int[hits.Count];
        _firstAtStart.AsSpan().Fill(None);
        _firstAtEnd.AsSpan().Fill(None);
        for (var i = hits.Count - 1; i >= 0; i--)
        {
            _firstAtEnd[hits[i].End] = i;
        }

        // Hits come by end, so that pushing each before the ones at its start leaves the longest in front.
        for (var i = 0; i < hits.Count; i++)
        {
            _nextAtStart[i] = _firstAtStart[hits[i].Start];
            _firstAtStart[hits[i].Start] = i;
        }
    }

    /// <summary>How many occurrences there are; they are numbered in the order of their ends.</summary>
    public int Count => _hits.Count;

    public LexicalHit this[int index] => new(_hits[index].Start, _hits[index].End, _forms[_hits[index].Pattern]);

    /// <summary>The occurrences that start at a position, the longest first.</summary>
    public IEnumerable<LexicalHit> StartingAt(int position)
    {
        for (var i = _firstAtStart[position]; i != None; i = _nextAtStart[i])
        {
            yield return this[i];
        }
    }

    /// <summary>The occurrences that end at a position, the longest first.</summary>
    public IEnumerable<LexicalHit> EndingAt(int position)
    {
        for (var i = _firstAtEnd[position]; i != None && i < _hits.Count && _hits[i].End == position; i++)
        {
            yield return this[i];
        }
    }

    /// <summary>The longest occurrence of one of the kinds that starts at a position.</summary>
    public bool TryLongest(int position, EntryKinds kinds, out LexicalHit hit)
    {
        for (var i = _firstAtStart[position]; i != None; i = _nextAtStart[i])
        {
            if ((_forms[_hits[i].Pattern].Kinds & kinds) != EntryKinds.None)
            {
                hit = this[i];
                return true;
            }
        }

        hit = default;
        return false;
    }

    /// <summary>The longest occurrence of one of the kinds that ends at a position.</summary>
    public bool TryLongestBefore(int end, EntryKinds kinds, out LexicalHit hit)
    {
        for (var i = _firstAtEnd[end]; i != None && i < _hits.Count && _hits[i].End == end; i++)
        {
            if ((_forms[_hits[i].Pattern].Kinds & kinds) != EntryKinds.None)
            {
                hit = this[i];
                return true;
            }
        }

        hit = default;
        return false;
    }
}
