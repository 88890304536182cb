using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Which characters lie inside a name or a title, where numbers and years are part of it.</summary>
internal sealed class NameMask
{
    private readonly bool[] _names;
    private readonly bool[] _titles;

    public NameMask(Paper paper)
    {
        _names = new bool[paper.Text.Length];
        _titles = new bool[paper.Text.Length];
        foreach (var mention in paper.Mentions)
        {
            _names.AsSpan(mention.Span.Start, mention.Span.Length).Fill(true);
        }

        MarkTitles(paper.Text);
    }

    public bool Covers(TextSpan span) => _names[span.Start] || _titles[span.Start];

    /// <summary>A size in a project's or fund's name (年产6万吨项目) is a figure all the same; one in a title is not.</summary>
    public bool Hides(Quantity quantity)
    {
        var at = quantity.Number.Start;
        return _titles[at] || (_names[at] && quantity.UnitKind is UnitKind.None or UnitKind.Count or UnitKind.People or UnitKind.Duration or UnitKind.Percent);
    }

    private void MarkTitles(string text)
    {
        var depth = 0;
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny('《', '》', '。') is >= 0 and var mark ? at + mark : text.Length;
            _titles.AsSpan(at, next - at).Fill(depth > 0);
            if (next < text.Length)
            {
                depth = text[next] switch { '《' => depth + 1, '》' => Math.Max(0, depth - 1), _ => 0 };
                _titles[next] = depth > 0;
            }

            at = next + 1;
        }
    }
}
