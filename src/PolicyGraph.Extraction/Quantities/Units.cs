using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>The units and counters of <c>units.tsv</c>.</summary>
internal static class Units
{
    private const int Near = 12;

    public static WordList<UnitKind> Table { get; } =
        WordList<UnitKind>.Load("units.tsv", columns => Enum.Parse<UnitKind>(columns[1], ignoreCase: true));

    /// <summary>算力达4000|P: a letter that alone would name a model counts computing power behind its noun.</summary>
    /// <param name="end">Where the number ends.</param>
    public static bool IsComputing(ReadOnlySpan<char> text, int end) => text[Math.Max(0, end - Near)..end].IndexOf("算力") >= 0;
}
