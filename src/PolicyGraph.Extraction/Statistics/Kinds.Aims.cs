using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Whether a figure is aimed at or foreseen.</summary>
internal sealed partial class Kinds
{
    /// <summary>到2030年收入翻一番，“甲五”期间年均增长5%: the years that end when the aim before is to be reached.</summary>
    private static bool ReachesAim(Figure figure, TimeExpression? time) =>
        time is { Role: TimeRole.When, Period: { Length: 9 } years }
        && figure.Previous is { Kind: StatisticKind.Target, Period: { Length: 4 or 9 } aim }
        && years.EndsWith(aim[^4..], StringComparison.Ordinal);

    /// <summary>
    /// 前三季度收入6亿元，同比增长5%: part of a year that is held against the last has been, whatever day the paper seems to have.
    /// </summary>
    private bool IsMeasured(Figure figure, TimeExpression time) =>
        time.Period is { Length: 7 or 15 }
        && paper.Text.AsSpan(time.Span.End, figure.Sentence.Span.End - time.Span.End).Contains("同比", StringComparison.Ordinal);

    /// <summary>《甲方案》提出，2022年…: the plan's own year.</summary>
    private static bool QuotesDatedPlan(FigureWording said) =>
        !said.Frame.IsReport
        && said.Time is { } time
        && Outlook.PlanVerb(said.Lead) is > 0 and var verb
        && time.Span.Start >= said.Figure.Sentence.Span.Start + verb;

    /// <summary>A work report's figure of the year in which it was given.</summary>
    private static bool IsOfReportsYear(FigureWording said) =>
        said.Frame.IsWorkReport && said.Time is { Role: TimeRole.When } && KindTimes.YearOf(said.Time) >= said.Frame.Year;

    /// <summary>A year after that in which the paper was written.</summary>
    private bool IsAfterThePaper(FigureWording said) =>
        !said.Frame.IsReport
        && said.Time is { Role: TimeRole.When }
        && said.Frame.Year > 0
        && KindTimes.YearOf(said.Time) > said.Frame.Year
        && !IsMeasured(said.Figure, said.Time);

    /// <summary>What the words of the sentence, of the plan that it quotes, or of its part make an aim.</summary>
    private bool IsAim(FigureWording said) =>
        (!said.Frame.IsReport && !said.IsStanding && !said.IsDone && Outlook.QuotesPlan(said.Lead))
        || IsAimed(said)
        || (!said.Frame.IsReport && AimWords.Aims(said.Before))
        || said.Own.IndexOf("拟按") >= 0
        || said.Own.IndexOf("拟安排") >= 0
        || (!said.IsDone && (said.Frame.IsAim(said.Figure.Sentence.Span.Start) || AimWords.TurnsAhead(said.Lead)));

    /// <summary>还将培育甲5家、乙3家；计划播种60万亩（水田20万亩）: the aim holds to the sentence's end and within its brackets.</summary>
    private bool IsAimed(FigureWording said) =>
        !said.IsStanding
        && !said.IsDone
        && (
            (Outlook.SetsAim(said.Lead) && !(said.Frame.IsWorkReport && said.Frame.IsBackground(said.Figure.Sentence.Span.Start)))
            || IsQuotedAim(said)
            || (IsAfterAim(said.Figure) && Outlook.GoesOn(said.Lead))
            || (IsInBracket(said.Figure) && said.Figure.Previous is { Kind: StatisticKind.Target })
        );

    private bool IsInBracket(Figure figure) => figure.Clause.Start > 0 && paper.Text[figure.Clause.Start - 1] == '（';

    /// <summary>True where the sentence right before set an aim.</summary>
    private bool IsAfterAim(Figure figure) => _before == (figure.Sentence.Article, figure.Sentence.Span.Start);

    /// <summary>政府工作报告提出，2022年甲增长5%, said in that year.</summary>
    private static bool IsQuotedAim(FigureWording said) =>
        said.Time is { Role: TimeRole.When, Period.Length: 4 }
        && KindTimes.YearOf(said.Time) >= said.Frame.Year
        && said.Frame.Year > 0
        && (said.Lead.IndexOf("提出") >= 0 || said.Lead.IndexOf("明确") >= 0 || AimWords.SetsGoal(said.Lead));
}
