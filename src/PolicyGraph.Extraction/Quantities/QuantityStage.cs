using PolicyGraph.Extraction.Quantities.Times;

namespace PolicyGraph.Extraction.Quantities;

/// <summary>
/// One forward pass that finds every number with its unit and comparators, and every time; what is a time is no quantity.
/// Whether a quantity is a statistic is decided later, when names and clauses are known.
/// </summary>
public sealed class QuantityStage : IStage
{
    public void Run(Paper paper)
    {
        var text = paper.Text;
        var resolver = new TimeResolver(paper);
        for (var at = 0; at < text.Length;)
        {
            if (NameNumbers.TrySkip(text, at, out var past))
            {
                at = past;
            }
            else if (TimeReader.TryRead(text, at, out var time))
            {
                paper.Times.Add(resolver.Resolve(time));
                at = time.Span.End;
            }
            else if (QuantityReader.TryRead(text, at, out var quantity, out past))
            {
                paper.Quantities.Add(quantity);
                at = past;
            }
            else
            {
                at = past;
            }
        }
    }
}
