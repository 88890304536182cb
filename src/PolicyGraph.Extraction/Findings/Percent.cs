namespace PolicyGraph.Extraction.Findings;

/// <summary>A part of a whole in per cent, to two places, as findings print it.</summary>
internal static class Percent
{
    public static decimal Of(decimal part, decimal whole) => Math.Round(part / whole * 100m, 2);
}
