using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>The units and counters of <c>units.tsv</c>.</summary>
internal static class Units
{
    public static WordList<UnitKind> Table { get; } = WordList<UnitKind>.Load("units.tsv", columns => Enum.Parse<UnitKind>(columns[1], ignoreCase: true));
}
