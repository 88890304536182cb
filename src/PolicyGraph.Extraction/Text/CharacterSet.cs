using System.Numerics;

namespace PolicyGraph.Extraction.Text;

/// <summary>A set of UTF-16 code units as one bit each (8 KB), for the question that a scan asks at every character.</summary>
internal sealed class CharacterSet
{
    private const int BitsPerWord = 64;

    private readonly ulong[] _words = new ulong[(char.MaxValue + 1) / BitsPerWord];
    private readonly ushort[] _before = new ushort[(char.MaxValue + 1) / BitsPerWord];

    public CharacterSet(IEnumerable<char> characters)
    {
        foreach (var c in characters)
        {
            _words[c / BitsPerWord] |= 1UL << (c % BitsPerWord);
        }

        for (var i = 1; i < _words.Length; i++)
        {
            _before[i] = (ushort)(_before[i - 1] + BitOperations.PopCount(_words[i - 1]));
        }
    }

    /// <summary>
    /// How many characters of the set come before <paramref name="c"/> by code unit, which numbers the set's own from 0; -1 where it is
    /// none of them.
    /// </summary>
    public int IndexOf(char c)
    {
        var (word, bit) = (_words[c / BitsPerWord], 1UL << (c % BitsPerWord));
        return (word & bit) == 0 ? -1 : _before[c / BitsPerWord] + BitOperations.PopCount(word & (bit - 1));
    }

    /// <summary>
    /// The first position from <paramref name="position"/> on with a character of the set; the text's length where there is none.
    /// </summary>
    public int Next(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && !Contains(text[position]))
        {
            position++;
        }

        return position;
    }

    public bool Contains(char c) => (_words[c / BitsPerWord] >> (c % BitsPerWord) & 1) != 0;
}
