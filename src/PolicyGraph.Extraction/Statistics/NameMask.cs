using System.Collections;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Which characters lie inside a name or a title, where numbers and years are part of it.</summary>
internal sealed class NameMask
{
    private readonly BitArray _names;
    private readonly BitArray _titles;

    public NameMask(Paper paper)
    {
        _names = new(paper.Text.Length);
        _titles = new(paper.Text.Length);
        foreach (var mention in paper.Mentions)
        {
            for (var i = mention.Span.Start; i < mention.Span.End; i++)
            {
                _names[i] = true;
            }
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
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '《')
            {
                depth++;
            }
            else if (text[i] == '》')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (text[i] == '。')
            {
                depth = 0;
            }

            _titles[i] = depth > 0;
        }
    }
}
