using System.Globalization;

namespace PolicyGraph.Store.Facts;

/// <summary>
/// A node's identity, the same in every store and every run: its label and 64 bits of a SHA-256. As text <c>agency_0123456789abcdef</c>:
/// the label in lower case, an underscore, 16 hexadecimal digits.
/// </summary>
public readonly record struct NodeId(string Label, ulong Hash)
{
    /// <summary>How many hexadecimal digits follow the underscore.</summary>
    public const int Digits = 16;

    /// <summary>Splits an id's text into its lower-case label and its hash; false where <paramref name="text"/> is no id.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ReadOnlySpan<char> prefix, out ulong hash)
    {
        var split = text.Length - Digits - 1;
        prefix = default;
        hash = 0;
        if (split <= 0 || text[split] != '_' || text[(split + 1)..].ContainsAnyExcept("0123456789abcdef"))
        {
            return false;
        }

        prefix = text[..split];
        return ulong.TryParse(text[(split + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out hash);
    }

    /// <summary>The hash is one already.</summary>
    public override int GetHashCode() => Hash.GetHashCode();

    public override string ToString() => $"{Label.ToLowerInvariant()}_{Hash:x16}";
}
