using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Which characters lie inside a name or a title, where numbers and years are part of it.</summary>
internal sealed class NameMask
{
    private readonly PositionSet _names;
    private readonly PositionSet _titles;

    public NameMask(Paper paper)
    {
        _names = new(paper.Text.Length);
        _titles = new(paper.Text.Length);
        foreach (var mention in paper.Mentions)
        {
            _names.Add(mention.Span);
        }

        MarkTitles(paper.Text);
    }

    public bool Covers(TextSpan span) => _names.Contains(span.Start) || _titles.Contains(span.Start);

    /// <summary>A size in a project's or fund's name (年产6万吨项目) is a figure all the same; one in a title is not.</summary>
    public bool Hides(Quantity quantity)
    {
        var at = quantity.Number.Start;
        return _titles.Contains(at)
            || (
                _names.Contains(at)
                && quantity.UnitKind is UnitKind.None or UnitKind.Count or UnitKind.People or UnitKind.Duration or UnitKind.Percent
            );
    }

    private void MarkTitles(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length; )
        {
            var next = text.AsSpan(at).IndexOfAny('《', '》', '。') is >= 0 and var mark ? at + mark : text.Length;
            Mark(depth, at, next);
            if (next < text.Length)
            {
                depth = text[next] switch
                {
                    '《' => depth + 1,
                    '》' => Math.Max(0, depth - 1),
                    _ => 0,
                };
                Mark(depth, next, next + 1);
            }

            at = next + 1;
        }
    }

    private void Mark(int depth, int start, int end)
    {
        if (depth > 0)
        {
            _titles.Add(new TextSpan(start, end));
        }
    }
}
