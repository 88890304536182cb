using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Statistics.Subjects;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Dates what was done on the occasion that an article reports (签约, 此次集中开工) by the days of that occasion.</summary>
internal sealed class Occasions(Paper paper)
{
    private const int Beside = 240;
    private static readonly string[] OnOccasion = ["签约", "开工", "揭牌", "此次", "本次", "现场", "签署", "仪式", "集中"];
    private readonly EventDays _days = new(paper);

    /// <summary>The days of an event as the text states them, or null.</summary>
    public string? Days(Entity happening) => _days.Of(happening);

    /// <summary>The days of the occasion where the figure is of what happened on it, else null.</summary>
    public string? Of(Figure figure, Entity occasion) => IsDoneThere(figure) || IsBeside(figure, occasion) ? _days.Of(occasion) : null;

    private bool IsDoneThere(Figure figure)
    {
        var words = paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Sentence.Span.Length);
        foreach (var word in OnOccasion)
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>3月5日，项目开工仪式举行。9个项目总投资6亿元: the paragraph has just told of the occasion.</summary>
    private bool IsBeside(Figure figure, Entity occasion)
    {
        foreach (var mention in occasion.Mentions)
        {
            var (from, to) = (mention.Span.End, figure.Quantity.Span.Start);
            if (EventNouns.IsOccasion(occasion) && !EventNouns.IsSession(occasion) && from < to && to - from < Beside && !HasLine(from, to))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasLine(int from, int to)
    {
        for (var i = from; i <= to; i++)
        {
            if (paper.Source.GapBefore(i) == Text.Gap.Line && paper.Text[i - 1] == '。')
            {
                return true;
            }
        }

        return false;
    }
}
