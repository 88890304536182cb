using System.Buffers;
using System.Numerics;

namespace PolicyGraph.Extraction.Gazetteers;

/// <summary>An occurrence of a surface form in a scanned text.</summary>
internal readonly record struct LexicalHit(int Start, int End, LexiconForm Form)
{
    public int Length => End - Start;
}

/// <summary>
/// All occurrences of the lexicon's forms in one text, to be asked by start and by end. Nothing that it is asked allocates.
/// </summary>
internal sealed class LexicalScan
{
    private const int None = -1;

    /// <summary>
    /// So many occurrences have their classes put together, that a search for a rare class, as most are, steps over them at once.
    /// </summary>
    private const int Block = 16;

    // For the bit of each kind, the sets of kinds that hold it: what a sweep for that kind stops at.
    private static readonly SearchValues<byte>[] Holding =
    [
        .. Enumerable
            .Range(0, 8)
            .Select(bit => SearchValues.Create([.. Enumerable.Range(0, 256).Where(set => (set >> bit & 1) != 0).Select(set => (byte)set)])),
    ];

    private readonly LentList<PatternHit> _hits;

    // The list's own memory, which is asked for at nearly every character.
    private readonly PatternHit[] _items;
    private readonly LexiconForm[] _forms;
    private readonly EntryKinds[] _kinds;
    private readonly WordClasses[] _classes;
    private readonly WordClasses[] _blocks;

    // Longer than what they hold, and lent: made anew for each paper they were a fifth of all that an extraction allocates.
    private readonly int[] _firstAtStart;
    private readonly int[] _nextAtStart;
    private readonly int[] _firstAtEnd;
    private readonly byte[] _kindsAtStart;
    private readonly int _length;

    /// <param name="kinds">Of each form, beside one another, since the form itself lies anywhere in memory.</param>
    /// <param name="classes">The same for the classes.</param>
    internal LexicalScan(int length, LentList<PatternHit> hits, LexiconForm[] forms, EntryKinds[] kinds, WordClasses[] classes)
    {
        _hits = hits;
        _items = hits.Items;
        _forms = forms;
        _kinds = kinds;
        _classes = classes;
        _length = length;
        _firstAtStart = ArrayPool<int>.Shared.Rent(length + 1);
        _firstAtEnd = ArrayPool<int>.Shared.Rent(length + 1);
        _nextAtStart = ArrayPool<int>.Shared.Rent(hits.Count);
        _kindsAtStart = ArrayPool<byte>.Shared.Rent(length + 1);
        _blocks = new WordClasses[hits.Count / Block + 1];
        _firstAtStart.AsSpan(0, length + 1).Fill(None);
        _firstAtEnd.AsSpan(0, length + 1).Fill(None);
        _kindsAtStart.AsSpan(0, length + 1).Clear();

        // Hits come by end, the longest first, so that pushing each before the ones at its start leaves the longest in front.
        for (var i = 0; i < hits.Count; i++)
        {
            var (start, end, pattern) = hits[i];
            _nextAtStart[i] = _firstAtStart[start];
            _firstAtStart[start] = i;
            _kindsAtStart[start] |= (byte)kinds[pattern];
            _blocks[i / Block] |= classes[pattern];
            if (_firstAtEnd[end] == None)
            {
                _firstAtEnd[end] = i;
            }
        }
    }

    /// <summary>How many occurrences there are; they are numbered in the order of their ends.</summary>
    public int Count => _hits.Count;

    public LexicalHit this[int index]
    {
        get
        {
            var (start, end, pattern) = _items[index];
            return new(start, end, _forms[pattern]);
        }
    }

    /// <summary>The occurrences that start at a position, the longest first.</summary>
    public HitChain StartingAt(int position) => new(this, _firstAtStart[position], byStart: true);

    /// <summary>The occurrences that end at a position, the longest first.</summary>
    public HitChain EndingAt(int position) => new(this, _firstAtEnd[position], byStart: false);

    /// <summary>
    /// The first position from <paramref name="position"/> on at which an occurrence of the one kind starts; the text's length where none
    /// does.
    /// </summary>
    public int NextStart(int position, EntryKinds kind)
    {
        var at = _kindsAtStart.AsSpan(position, _length - position).IndexOfAny(Holding[BitOperations.Log2((uint)kind)]);
        return at < 0 ? _length : position + at;
    }

    /// <summary>
    /// The number of the first occurrence from <paramref name="index"/> on that is of one of the classes; <see cref="Count"/> where none
    /// is.
    /// </summary>
    public int NextOf(int index, WordClasses classes)
    {
        var hits = _hits.Span;
        while (index < hits.Length)
        {
            if ((_blocks[index / Block] & classes) == WordClasses.None)
            {
                index = (index / Block + 1) * Block;
            }
            else if ((_classes[hits[index].Pattern] & classes) == WordClasses.None)
            {
                index++;
            }
            else
            {
                return index;
            }
        }

        return hits.Length;
    }

    /// <summary>The same for the kinds of record.</summary>
    public int NextOf(int index, EntryKinds kinds)
    {
        var hits = _hits.Span;
        while (index < hits.Length && (_kinds[hits[index].Pattern] & kinds) == EntryKinds.None)
        {
            index++;
        }

        return index;
    }

    /// <summary>Gives its memory to the scans of other papers; nothing may be asked after.</summary>
    public void Release()
    {
        ArrayPool<int>.Shared.Return(_firstAtStart);
        ArrayPool<int>.Shared.Return(_firstAtEnd);
        ArrayPool<int>.Shared.Return(_nextAtStart);
        ArrayPool<byte>.Shared.Return(_kindsAtStart);
        _hits.Release();
    }

    /// <summary>The longest occurrence of one of the kinds that starts at a position.</summary>
    public bool TryLongest(int position, EntryKinds kinds, out LexicalHit hit)
    {
        hit = default;
        return (_kindsAtStart[position] & (byte)kinds) != 0 && TryFirst(StartingAt(position), kinds, out hit);
    }

    /// <summary>The longest occurrence of one of the kinds that ends at a position.</summary>
    public bool TryLongestBefore(int end, EntryKinds kinds, out LexicalHit hit) => TryFirst(EndingAt(end), kinds, out hit);

    private static bool TryFirst(HitChain hits, EntryKinds kinds, out LexicalHit hit)
    {
        foreach (var each in hits)
        {
            if ((each.Form.Kinds & kinds) != EntryKinds.None)
            {
                hit = each;
                return true;
            }
        }

        hit = default;
        return false;
    }

    private int After(int index, bool byStart) =>
        byStart ? _nextAtStart[index]
        : index + 1 < _hits.Count && _items[index + 1].End == _items[index].End ? index + 1
        : None;

    /// <summary>Occurrences that share an end of theirs; a value, so that a loop over them at every character allocates nothing.</summary>
    public struct HitChain(LexicalScan scan, int first, bool byStart)
    {
        private int _next = first;

        public LexicalHit Current { get; private set; }

        public readonly HitChain GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_next == None)
            {
                return false;
            }

            Current = scan[_next];
            _next = scan.After(_next, byStart);
            return true;
        }
    }
}
