namespace PolicyGraph.Extraction.Text;

/// <summary>
/// A set of characters that one paper gives, in 512 bytes: a bit for the low twelve bits of each. It may take a character of no set for one
/// of its own, so that what it lets through is looked at again; never the other way round. A <see cref="CharacterSet"/> is exact and costs
/// 10 KB.
/// </summary>
internal sealed class CharacterSketch
{
    private const int Bits = 12;

    /// <summary>An odd number by which pairs of characters fall on different ones.</summary>
    private const int PairStep = 31;

    private readonly ulong[] _words = new ulong[(1 << Bits) / 64];

    public void Add(char c) => _words[Word(c)] |= 1UL << (c % 64);

    /// <summary>Adds two characters that stand side by side, for a set of such pairs.</summary>
    public void Add(char first, char second) => Add(Pair(first, second));

    public bool MayHold(char first, char second) => MayHold(Pair(first, second));

    public bool MayHold(char c) => (_words[Word(c)] >> (c % 64) & 1) != 0;

    /// <summary>
    /// The first position from <paramref name="position"/> on whose character may be of the set; the text's length where none is.
    /// </summary>
    public int Next(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && !MayHold(text[position]))
        {
            position++;
        }

        return position;
    }

    private static char Pair(char first, char second) => (char)(first * PairStep + second);

    private static int Word(char c) => (c & ((1 << Bits) - 1)) / 64;
}
