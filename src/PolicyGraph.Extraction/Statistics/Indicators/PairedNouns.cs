namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>城乡居民收入分别为3万元、2万元: one word names two things, each number is of one of them.</summary>
internal static class PairedNouns
{
    private static readonly (string Both, string First, string Second)[] Pairs =
    [
        ("城乡", "城镇", "农村"),
        ("存贷款", "存款", "贷款"),
        ("存、贷款", "存款", "贷款"),
    ];

    /// <param name="text">The paper's text.</param>
    /// <returns>The indicator itself where it joins no two, or the row holds another number of figures.</returns>
    public static string Split(string text, Figure figure, string indicator)
    {
        if (
            figure is not { Member: null, Counterpart: null, ListHead: { } head, ListLast: { } last }
            || !ReferenceEquals(last.Previous, head)
        )
        {
            return indicator;
        }

        var said = text.AsSpan(head.Clause.Start, head.Prefix.End - head.Clause.Start);
        foreach (var (both, first, second) in Pairs)
        {
            if (said.IndexOf(both) >= 0)
            {
                // The second number has taken over what the first measures, one of the two by now.
                return ReferenceEquals(figure, head)
                    ? indicator.Replace(both, first, StringComparison.Ordinal)
                    : indicator.Replace(both, second, StringComparison.Ordinal).Replace(first, second, StringComparison.Ordinal);
            }
        }

        return indicator;
    }
}
