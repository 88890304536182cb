using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Tells what is reported from what is aimed at, ruled or expected: lists of questions, of which the first that is answered with yes
/// decides.
/// </summary>
internal sealed partial class Kinds(Paper paper, ArticleFrames frames, Periods periods)
{
    private (int Article, int End) _aimed = (-1, 0);
    private (int Article, int End) _before = (-1, 0);
    private (int Article, int End) _foreseen = (-1, 0);
    private TextSpan _sentence;

    /// <summary>The figures must come in the order of the text.</summary>
    public StatisticKind Of(Figure figure)
    {
        if (figure.Sentence.Span != _sentence)
        {
            (_before, _sentence) = (_aimed, figure.Sentence.Span);
        }

        var kind = Read(figure);
        kind = kind == StatisticKind.Target && StartingPoints.Is(paper.Text, figure) ? StatisticKind.Actual : kind;
        if (kind == StatisticKind.Forecast)
        {
            _foreseen = (figure.Sentence.Article, figure.Sentence.Span.End);
        }

        if (kind == StatisticKind.Target)
        {
            _aimed = (figure.Sentence.Article, figure.Sentence.Span.End);
        }

        return kind;
    }

    private StatisticKind Read(Figure figure)
    {
        var frame = frames[figure.Sentence.Article];
        if (!frame.IsProvisions && IsOfForecast(figure))
        {
            return StatisticKind.Forecast;
        }

        var said = new FigureWording(paper.Text, figure, frame, periods.TimeOf(figure));
        return frame.IsProvisions
            ? IsPurpose(said)
                ? StatisticKind.Target
                : StatisticKind.Limit
            : frame.Rules is RuleKind.None or RuleKind.Announcement || figure.Sentence.IsHeading
                ? Free(said)
                : Bound(said);
    }

    /// <summary>In a text that binds: what it lays down, unless the figure looks back.</summary>
    private StatisticKind Bound(FigureWording said)
    {
        var (figure, rules) = (said.Figure, said.Frame.Rules);
        return RuledKinds.IsAward(figure, said.Before) ? StatisticKind.Target
            : IsRuled(said) ? StatisticKind.Limit
            : said.IsDue ? StatisticKind.Target
            : LooksBack(said)
                ? IsExpected(figure) ? StatisticKind.Forecast
                    : StatisticKind.Actual
            : ForetellsAmid(said) ? StatisticKind.Forecast
            : RuledKinds.Of(rules, figure, said.Clause, said.Before);
    }

    /// <summary>Where nothing binds but what the sentence itself says.</summary>
    private StatisticKind Free(FigureWording said)
    {
        var figure = said.Figure;
        return IsPromised(said) ? StatisticKind.Limit
            : said.IsDue || AimWords.IsNamedAim(paper.Text, figure) ? StatisticKind.Target
            : QuotesRule(said) ? RuledKinds.Of(RuleKind.Notice, figure, said.Clause, said.Before)
            : QuotesDatedPlan(said) ? StatisticKind.Target
            : said.IsOfThePast(paper.Text)
                ? IsGuess(said.Own) ? StatisticKind.Forecast
                    : StatisticKind.Actual
            : IsUndatedCharge(said) ? StatisticKind.Limit
            : IsOfReportsYear(said) || (periods.Aims.IsAim && !said.IsDone) ? StatisticKind.Target
            : Outlook.Foretells(said.Own) && !AimWords.Aims(said.Clause) ? StatisticKind.Forecast
            : (!said.IsDone && ReachesAim(figure, said.Time)) || IsAfterThePaper(said) ? StatisticKind.Target
            : !said.Frame.IsReport && Outlook.Expects(said.Lead) && !said.IsDone ? StatisticKind.Forecast
            : IsAim(said) ? StatisticKind.Target
            : Outlook.Foretells(said.Before) || IsExpected(figure) || Outlook.ExpectsAll(said.Lead) ? StatisticKind.Forecast
            : StatisticKind.Actual;
    }
}
