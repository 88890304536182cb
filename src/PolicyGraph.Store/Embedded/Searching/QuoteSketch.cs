using PolicyGraph.Model;
using PolicyGraph.Store.Searching;

namespace PolicyGraph.Store.Embedded.Searching;

/// <summary>
/// Which pairs of characters a text holds, as bits that pairs may share: it tells for certain that a text does not hold another, and of one
/// that it may (B. H. Bloom, “Space/time trade-offs in hash coding with allowable errors”, 1970). Less than a byte a character.
/// </summary>
internal static class QuoteSketch
{
    /// <summary>
    /// At this many bits for each character one pair in seven is thought to be there that is not, and a text of several pairs hardly ever.
    /// </summary>
    private const int BitsPerCharacter = 6;

    /// <summary>Knuth's multiplier, which spreads neighbours (“The Art of Computer Programming”, 6.4).</summary>
    private const uint Spread = 2654435769;

    /// <summary>A sketch of texts, each folded.</summary>
    public static byte[] Of(IReadOnlyCollection<string> texts)
    {
        var sketch = new byte[(texts.Sum(text => (long)text.Length) * BitsPerCharacter / 8) + 1];
        foreach (var text in texts)
        {
            for (var i = 1; i < text.Length; i++)
            {
                var bit = Bit(text[i - 1], text[i], sketch.Length);
                sketch[bit >> 3] |= (byte)(1 << (bit & 7));
            }
        }

        return sketch;
    }

    /// <summary>False where none of the texts holds a text of two characters and more.</summary>
    public static bool MayHold(byte[] sketch, string wanted)
    {
        for (var i = 1; i < wanted.Length; i++)
        {
            var bit = Bit(wanted[i - 1], wanted[i], sketch.Length);
            if ((sketch[bit >> 3] & (1 << (bit & 7))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A text as quotes are compared: without white space, each character as the folding has it.</summary>
    public static string Fold(ReadOnlySpan<char> text, ITextFolding folding) => SearchedText.Fold(Squeezing.Squeeze(text), folding);

    private static int Bit(char first, char second, int bytes) => (int)(((((uint)first << 16) | second) * Spread * (ulong)bytes * 8) >> 32);
}
