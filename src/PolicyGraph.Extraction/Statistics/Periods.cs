using PolicyGraph.Extraction.Articles;
using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// The period of a figure: the last time named before it in its sentence, else what its heading, its list's head or its lead says, else the
/// year that a report reviews, a plan's span, or an event's days.
/// </summary>
internal sealed partial class Periods
{
    private static readonly string[] Undated = ["已", "目前", "现有", "累计", "迄今"];
    private static readonly string[] OverYears = ["年均", "累计", "比", "较", "五年", "从", "由"];
    private static readonly string[] Gathered = ["聚集了", "集聚了", "汇聚了"];
    private static readonly string[] Openings = ["开幕", "启幕", "拉开帷幕", "闭幕", "落幕", "落下帷幕", "收官"];
    private static readonly string[] Lasting =
    [
        "总面积",
        "国土面积",
        "区域面积",
        "土地面积",
        "草原面积",
        "海拔",
        "降水量",
        "降雨量",
        "气温",
        "风速",
        "日照时数",
        "无霜期",
        "海岸线",
    ];
    private readonly Paper _paper;
    private readonly ArticleFrames _frames;
    private readonly Occasions _occasions;
    private readonly FigureTimes _figureTimes;
    private readonly InheritedTimes _inherited;

    public Periods(Paper paper, ArticleFrames frames, NameMask names)
    {
        List<TimeExpression> times = [.. paper.Times.Where(time => !names.Covers(time.Span))];
        (_paper, _frames, _occasions) = (paper, frames, new Occasions(paper));
        (_figureTimes, _inherited) = (new FigureTimes(paper, times), new InheritedTimes(paper, frames, times));
        Aims = new AimedPassages(paper, frames, times);
    }

    /// <summary>Whether the sentence entered last belongs to what news tell of a plan's aims.</summary>
    public AimedPassages Aims { get; }

    /// <summary>The plan's years that the paragraph entered last opens with, or null.</summary>
    public string? PlanYears => _inherited.PlanYears;

    /// <summary>Takes note of a sentence's times before its figures are asked for; sentences must come in their order.</summary>
    public void Enter(Sentence sentence)
    {
        _inherited.Enter(sentence);
        Aims.Enter(sentence);
    }

    /// <summary>The time of the figure's own sentence that holds for it, or null.</summary>
    public TimeExpression? TimeOf(Figure figure) => _figureTimes.Of(figure);

    public string? Of(Figure figure)
    {
        var period = Move(figure) ?? Single(figure);
        return figure.Period =
            period is { Length: 4 } && YearSpans.Of(_paper.Text.AsSpan(figure.Prefix.Start, figure.Prefix.Length)) is > 1 and var years
                ? $"{int.Parse(period) - years + 1}/{period}"
                : period;
    }

    /// <summary>由2000年的20亿元增加到2005年的40亿元，年均增长11%: over the years of the move; null for all other figures.</summary>
    private string? Move(Figure figure) =>
        figure is { Measure: Measure.Growth, Previous: { Period: { Length: 4 } to, Previous: { Period: { Length: 4 } from } start } end }
        && string.CompareOrdinal(from, to) < 0
        && _paper.Text.AsSpan(start.Prefix.Start, start.Prefix.Length).IndexOfAny('由', '从') >= 0
        && _paper
            .Text.AsSpan(end.Quantity.Span.End, figure.Quantity.Span.Start - end.Quantity.Span.End)
            .Contains("年均", StringComparison.Ordinal)
            ? $"{int.Parse(from) + 1}/{to}"
            : null;

    private string? Single(Figure figure)
    {
        figure = FirstOfRatio(figure);
        var frame = _frames[figure.Sentence.Article];
        var time = _figureTimes.Of(figure);
        if (
            IsOfStart(figure, time, out var period)
            || IsSince(figure, time, frame, out period)
            || IsCompared(figure, out period)
            || IsOfLimit(figure, time, out period)
            || IsOfEnd(figure, time, out period)
        )
        {
            return period;
        }

        time = IsOver(figure, time, frame) ? null : time;
        return
            IsOfEvent(figure, time, frame, out period)
            || IsOfReview(figure, time, frame, out period)
            || IsLookedBackOn(figure, time, frame, out period)
            || IsOnTheSpot(figure, time, frame, out period)
            || IsSaid(figure, time, frame, out period)
            ? period
            : Inherited(figure, frame);
    }

    private string? Inherited(Figure figure, ArticleFrame frame)
    {
        if (IsOfReportOrPlan(figure, frame, out var stated))
        {
            return stated;
        }

        var clause = _paper.Text.AsSpan(figure.Clause.Start, figure.Clause.Length);
        var lead = _paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.Start - figure.Sentence.Span.Start);
        if (clause.ContainsAny(Undated) && !FigureWords.Rate.Any(clause) || lead.ContainsAny(Gathered) || IsOfUndated(figure))
        {
            return null;
        }

        if (
            figure.Kind == StatisticKind.Actual
            && figure.Subject is not { Type: EntityType.Organization }
            && _occasions.Of(figure, frame, _inherited.Paragraph is not null) is { } days
        )
        {
            return days;
        }

        var inherited = HandedDown(figure, frame);
        return figure.Kind switch
        {
            StatisticKind.Forecast when figure is { Measure: Measure.Share, Previous.Period: { } whole } => whole,
            StatisticKind.Forecast => _inherited.Before?.Period,
            StatisticKind.Target when Aims is { IsAim: true, Period: { } aimed } => aimed,
            StatisticKind.Target => inherited is { Length: 15 }
                ? inherited[..4]
                : inherited ?? _inherited.ParagraphAim ?? _inherited.Aim ?? frame.Target,
            _ => inherited,
        };
    }

    /// <summary>What the sentence before, the list's head, the heading, the paragraph or the lead says, where it can be of the figure.</summary>
    private string? HandedDown(Figure figure, ArticleFrame frame)
    {
        var isActual = figure.Kind == StatisticKind.Actual;
        var period =
            Dated(_inherited.Before)
            ?? Dated(_inherited.ListHead)
            ?? Dated(_inherited.Heading)
            ?? (
                IsLasting(figure) ? null
                : isActual && _inherited.Paragraph is { } told && !IsStanding(figure) ? told
                : Dated(_inherited.Lead)
            );
        period = isActual && period is { Length: 9 } && !Flows.Is(_paper.Text, figure) ? period[5..] : period;
        var cannotBe =
            figure.Kind == StatisticKind.Target && period is not null && IsGone(period, frame)
            || isActual && KindTimes.IsToCome(period, frame);
        return cannotBe ? null : period;

        // 到2025年…: a deadline dates what is aimed at, and nothing that is.
        string? Dated(TimeExpression? time) => time is { Role: TimeRole.By } && isActual ? null : time?.Period;
    }

    /// <summary>A report has its year, a plan its span, where nothing else is said.</summary>
    private bool IsOfReportOrPlan(Figure figure, ArticleFrame frame, out string? period)
    {
        var start = figure.Sentence.Span.Start;
        (var isDated, period) = figure.Kind switch
        {
            StatisticKind.Target when frame.Rules == RuleKind.Plan || frame.IsReport => (
                true,
                _inherited.Deadline?.Period ?? _inherited.ListHead?.Period ?? frame.TargetAt(start)
            ),
            StatisticKind.Actual
            or StatisticKind.Forecast when frame.IsReport && (figure.Kind == StatisticKind.Actual || frame.IsBackground(start)) => (
                true,
                _inherited.Before?.Period ?? frame.Actual
            ),
            StatisticKind.Forecast when frame.IsReport && frame.IsAim(start) => (true, frame.Target),
            _ => (false, null),
        };
        return isDated;
    }

    /// <summary>总面积695平方公里, 年均气温9度: what a place is like, whatever months a release is about.</summary>
    private static bool IsLasting(Figure figure) => figure.Measure == Measure.Level && figure.Indicator.EndsWithAny(Lasting);

    /// <summary>
    /// 聚集企业800家: how many there are is not said of the year that an earlier sentence tells of, as what they earned or how much grew
    /// is.
    /// </summary>
    private bool IsStanding(Figure figure) =>
        figure is { Measure: Measure.Level, Quantity.UnitKind: UnitKind.Count or UnitKind.People } && !Flows.Is(_paper.Text, figure);

    /// <summary>现有500家，占全省的4%; 已开发2平方公里，引进企业30家: what the clause before left undated stays so.</summary>
    private bool IsOfUndated(Figure figure) =>
        figure is { Previous: { Period: null, Kind: StatisticKind.Actual } previous }
        && _paper.Text.AsSpan(previous.Clause.Start, previous.Clause.Length).ContainsAny(Undated);

    /// <summary>从9万亿元提高到11万亿元: the first of the two has only a date of its own.</summary>
    private bool IsStart(Figure figure)
    {
        var start = figure.Prefix.Start;
        var words = _paper.Text.AsSpan(start, figure.Prefix.Length);
        return words.EndsWith("由")
            || words.EndsWith("从")
            || words.EndsWith("由原来的")
            || words.EndsWith("从原来的")
            || words.EndsWith("由上年的");
    }

    /// <summary>由上年的12：28：60调整为11：29：60: the parts of one ratio have one date.</summary>
    private Figure FirstOfRatio(Figure figure)
    {
        while (
            figure is { SharesClause: true, Previous: { } previous }
            && Proportions.IsTerm(_paper.Text, figure.Quantity.Number)
            && previous.Quantity.Span.End + 1 == figure.Quantity.Span.Start
        )
        {
            figure = previous;
        }

        return figure;
    }
}
