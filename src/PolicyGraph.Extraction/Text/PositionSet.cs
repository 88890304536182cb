using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text;

/// <summary>
/// Positions of one text, a bit each: small enough to be made for one rule and to stay in the nearest cache while it reads.
/// </summary>
/// <param name="length">Of the text; its end is a position too.</param>
internal sealed class PositionSet(int length)
{
    private const int BitsPerWord = 64;

    private readonly ulong[] _words = new ulong[length / BitsPerWord + 1];

    public bool Contains(int position) => (_words[position / BitsPerWord] >> position % BitsPerWord & 1) != 0;

    public void Add(int position) => _words[position / BitsPerWord] |= 1UL << position % BitsPerWord;

    /// <summary>False where the position is of the set already.</summary>
    public bool TryAdd(int position)
    {
        var isNew = !Contains(position);
        Add(position);
        return isNew;
    }

    /// <summary>Adds every position of a span.</summary>
    public void Add(TextSpan span)
    {
        for (var at = span.Start; at < span.End; )
        {
            var end = Math.Min(span.End, (at / BitsPerWord + 1) * BitsPerWord);
            _words[at / BitsPerWord] |= ulong.MaxValue >> (BitsPerWord - (end - at)) << at % BitsPerWord;
            at = end;
        }
    }
}
