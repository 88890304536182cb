using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Statistics.Subjects;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Dates what was done on the occasion that an article reports (签约, 此次集中开工) by the days of that occasion.</summary>
internal sealed class Occasions(Paper paper)
{
    private const int Beside = 240;
    private static readonly string[] OnOccasion = ["签约", "开工", "揭牌", "签署", "仪式", "集中"];
    private static readonly string[] OnSpot = ["现场", "会上", "当天", "此次", "本次", "签约仪式"];
    private readonly EventDays _days = new(paper);
    private readonly LeadDays _lead = new(paper);

    /// <summary>
    /// The days of an event as the text states them; of the one that an article reports else those that its first sentences say; or null.
    /// </summary>
    public string? Days(Entity happening, ArticleFrame frame, Sentence sentence) =>
        _days.Of(happening)
        ?? (ReferenceEquals(happening, frame.Topic) || ReferenceEquals(happening, frame.Occasion) ? _lead.Of(frame, sentence) : null);

    /// <summary>The days of the occasion where the figure is of what happened on it, else null.</summary>
    /// <param name="isDated">True where the paragraph has named a time of its own: then only what is said to be done there is.</param>
    public string? Of(Figure figure, ArticleFrame frame, bool isDated) =>
        OnTheSpot(figure, frame)
        ?? frame.Occasion switch
        {
            null => null,
            { } occasion when EventNouns.IsTelling(occasion) => CountOwners.Attends(paper.Text, figure)
                ? Days(occasion, frame, figure.Sentence)
                : null,
            { } occasion => !isDated && (Says(figure, OnOccasion) || IsBeside(figure, occasion))
                ? Days(occasion, frame, figure.Sentence)
                : null,
        };

    /// <summary>
    /// 此次活动是今年的第三次，9个项目参加: the days of the occasion on which the sentence says that it was; null where it says none.
    /// </summary>
    public string? OnTheSpot(Figure figure, ArticleFrame frame) =>
        !Says(figure, OnSpot) ? null
        : frame.Occasion is not { } occasion ? _lead.Of(frame, figure.Sentence)
        : EventNouns.IsTelling(occasion) ? null
        : Days(occasion, frame, figure.Sentence);

    /// <summary>目前有企业30家，|此次签约项目12个: the clause itself says that it was there.</summary>
    public bool IsOnTheSpot(Figure figure) => paper.Text.AsSpan(figure.Clause.Start, figure.Clause.Length).ContainsAny(OnSpot);

    private bool Says(Figure figure, string[] words) =>
        paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Sentence.Span.Length).ContainsAny(words);

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
            if (paper.Source.GapBefore(i) == Gap.Line && paper.Text[i - 1] == '。')
            {
                return true;
            }
        }

        return false;
    }
}
