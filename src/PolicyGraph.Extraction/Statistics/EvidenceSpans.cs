using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>The run that says a figure: its clause, of a matched list the whole list, at most 150 characters.</summary>
internal static class EvidenceSpans
{
    private const int Longest = 150;
    private const int Before = 100;

    public static TextSpan Of(string text, Figure figure)
    {
        var quantity = figure.Quantity.Span;
        var end = figure.Suffix.End;
        var start = figure.Clause.Start;
        if (figure.Member is { } member)
        {
            start = Math.Min(start, member.Start);
            end = Math.Max(end, figure.Clause.End);
        }

        if (EndsAtNumber(text, figure))
        {
            end = quantity.End;
        }

        start = Math.Max(start, quantity.Start - Before);
        return new(start, Math.Max(quantity.End, Math.Min(end, start + Longest)));
    }

    /// <summary>由5家增加到8家: the first one's evidence ends at its number.</summary>
    private static bool EndsAtNumber(string text, Figure figure)
    {
        var prefix = text.AsSpan(figure.Prefix.Start, figure.Prefix.Length);
        return prefix.EndsWith("由") || prefix.EndsWith("从");
    }
}
