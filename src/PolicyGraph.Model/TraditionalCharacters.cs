using System.Collections.Frozen;

namespace PolicyGraph.Model;

/// <summary>
/// Traditional characters as the simplified ones that stand for them, one for one and the same everywhere
/// (<c>traditional-characters.tsv</c>, after Unicode CLDR): 臺灣 is 台湾. Characters that simplified texts use too (著, 乾) stay.
/// </summary>
public static class TraditionalCharacters
{
    private const int BitsPerWord = 64;
    private const string Resource = "traditional-characters.tsv";
    private static readonly FrozenDictionary<char, char> Simplified = Rows().ToFrozenDictionary();

    /// <summary>One bit a code unit: nearly every character that is asked for is none of them.</summary>
    private static readonly ulong[] Known = Bits();

    public static char Simplify(char c) => (Known[c / BitsPerWord] >> (c % BitsPerWord) & 1) == 0 ? c : Simplified[c];

    /// <summary><paramref name="text"/> itself where it holds none.</summary>
    public static string Simplify(string text)
    {
        foreach (var c in text)
        {
            if (Simplify(c) != c)
            {
                return string.Create(
                    text.Length,
                    text,
                    static (to, from) =>
                    {
                        for (var i = 0; i < to.Length; i++)
                        {
                            to[i] = Simplify(from[i]);
                        }
                    }
                );
            }
        }

        return text;
    }

    private static ulong[] Bits()
    {
        var bits = new ulong[(char.MaxValue + 1) / BitsPerWord];
        foreach (var c in Simplified.Keys)
        {
            bits[c / BitsPerWord] |= 1UL << (c % BitsPerWord);
        }

        return bits;
    }

    private static IEnumerable<KeyValuePair<char, char>> Rows()
    {
        using var stream =
            typeof(TraditionalCharacters).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        return
        [
            .. reader
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => KeyValuePair.Create(line[0], line[2])),
        ];
    }
}
