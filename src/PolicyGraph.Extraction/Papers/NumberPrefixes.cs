using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Papers;

/// <summary>
/// Whose papers bear a number (发文机关代字, GB/T 9704-2012, 7.2.5): 国发〔1991〕12号 is the State Council's. For papers that are printed
/// without a signature.
/// </summary>
internal static class NumberPrefixes
{
    private static readonly WordList<string> Prefixes = WordList<string>.Load("number-prefixes.tsv", row => row[1]);

    /// <summary>The official name of who gives out papers with such a number, or null where the prefix is not one of the table.</summary>
    public static string? Issuer(string number) =>
        Prefixes.TryAt(number, 0, out var length, out var agency) && length < number.Length && number[length] is '〔' or '（' or '明'
            ? agency
            : null;
}
