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

        var said = several ? times.Find(t => span.Contains(t.Span) && t.Period is { Length: 9 } && t.Role is TimeRole.When or TimeRole.Since) : null;
        return new(span, several, said?.Period);
    }
}
