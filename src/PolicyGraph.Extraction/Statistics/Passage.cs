using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>A paragraph of a report, and whether it reviews several years: it says 五年来 or “十四五”期间, or gives rates 年均.</summary>
/// <param name="Span">From line to line.</param>
/// <param name="IsOfYears">True where it looks back on more than one year.</param>
/// <param name="Years">The years that it says, as an interval; null where it says none.</param>
internal readonly record struct Passage(TextSpan Span, bool IsOfYears, string? Years)
{
    private static readonly string[] Signs = ["年均", "五年来", "过去五年", "五年间", "十四五", "十三五", "十五五"];

    /// <param name="start">A sentence's start.</param>
    /// <param name="times">The paper's times outside names, in order.</param>
    public static Passage At(Paper paper, int start, List<TimeExpression> times)
    {
        var end = start + 1;
        while (end < paper.Text.Length && paper.Source.GapBefore(end) != Gap.Line)
        {
            end++;
        }

        var span = new TextSpan(start, end);
        var words = paper.Text.AsSpan(start, end - start);
        var several = false;
        foreach (var sign in Signs)
        {
            several |= words.Contains(sign, StringComparison.Ordinal);
        }

        return new(span, several, several ? Said(times, span) : null);
    }

    /// <summary>五年来 or a plan's years, wherever the paragraph says them, before two years that only mark the ends of a move (2020年到2025年，…从…提高到).</summary>
    private static string? Said(List<TimeExpression> times, TextSpan span)
    {
        string? ends = null;
        foreach (var time in times)
        {
            if (!span.Contains(time.Span) || time.Period is not { Length: 9 } || time.Role is not (TimeRole.When or TimeRole.Since))
            {
                continue;
            }

            if (time.Rule is "time.years-back" or "time.plan-period")
            {
                return time.Period;
            }

            ends ??= time.Period;
        }

        return ends;
    }
}
