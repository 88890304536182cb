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
        if (IsStart(figure) && (time is null || time.Span.Start < figure.Clause.Start))
        {
            return time is { Period: { Length: 9 } ends, Role: TimeRole.When } ? ends[..4] : null;
        }

        if (time is { Role: TimeRole.Since } && !frame.IsReport)
        {
            return UpToEdition(figure, time.Period, frame.Year) ?? time.Period;
        }

        if (_figureTimes.Base(figure) is { } compared)
        {
            return compared.Period;
        }

        if (figure.Kind == StatisticKind.Limit)
        {
            return
                time is not null
                && (
                    IsDayOff(figure, time)
                    || (time.Period is { Length: < 10 } && time.Span.Start == figure.Clause.Start && _paper.Text[time.Span.Start] != '当')
                    || (time.Period is { Length: 21 } && _paper.Text.AsSpan(time.Span.End).StartsWith("期间"))
                )
                ? time.Period
                : null;
        }

        if (
            figure.SharesClause
            && IsStart(figure.Previous!)
            && time is { Period: { Length: 9 } span, Rule: not "time.plan-period" }
            && figure.Measure is Measure.Level or Measure.Share or Measure.Rank
        )
        {
            return span[5..];
        }

        time =
            (figure.Kind == StatisticKind.Target || figure.Kind == StatisticKind.Forecast && time is { Period.Length: 10 })
            && time is not null
            && IsGone(figure, time, frame)
                ? null
                : time;
        if (
            figure.Subject is { Type: EntityType.Event } happening
            && figure.Kind is StatisticKind.Actual or StatisticKind.Forecast
            && _occasions.Days(happening, frame, figure.Sentence) is { } days
            && (time?.Role != TimeRole.Open || figure.Kind == StatisticKind.Forecast || _occasions.IsOnTheSpot(figure))
            && figure.Quantity.Unit is not "届"
            && (
                time?.Period is not { } said
                || IsWithin(days, said)
                || IsOpening(figure, days, said)
                || figure.Quantity.UnitKind == UnitKind.Duration
            )
        )
        {
            return days;
        }

        if (
            frame.IsReport
            && figure.Kind == StatisticKind.Actual
            && _inherited.Review.IsOfYears
            && time is null or { Period: null or { Length: 9 } }
        )
        {
            return Flows.Is(_paper.Text, figure) && !(_inherited.Review.IsOfSectionAbove && IsOfYear(figure))
                ? time?.Period ?? _inherited.Review.Years
                : frame.Actual;
        }

        if (figure.Kind == StatisticKind.Actual && time is null && PlanLooksBackOn(figure, frame) is { } past)
        {
            return past;
        }

        if (
            time is { Period.Length: 4, Role: TimeRole.When }
            && time.Span.End < figure.Clause.Start
            && figure is { Kind: StatisticKind.Actual, Subject: not { Type: EntityType.Organization } }
            && _occasions.OnTheSpot(figure, frame) is { } held
            && IsWithin(held, time.Period)
        )
        {
            return held;
        }

        if (time is not null && !(time.Role == TimeRole.Open && (frame.IsReport || IsYearSoFar(time))))
        {
            _inherited.Note(
                figure.Kind is StatisticKind.Actual or StatisticKind.Forecast
                && time is { Role: TimeRole.When or TimeRole.By, Period.Length: 4 or 7 or 15 }
                && !FigureTimes.IsBeginning(_paper.Text, time)
                && !FigureTimes.IsFrom(_paper.Text, time)
                && !IsOtherYear(time)
                    ? time.Period
                    : null
            );
            _inherited.NoteAim(
                figure.Kind == StatisticKind.Target && time is { Role: TimeRole.When or TimeRole.By, Period.Length: 4 or 9 }
                    ? time.Period
                    : null
            );
            return time.Period;
        }

        return Inherited(figure, frame);
    }

    /// <summary>
    /// “十三五”时期，…建成3个, in the next plan: what was done in the years that it looks back on, and how things stood at their end.
    /// </summary>
    private string? PlanLooksBackOn(Figure figure, ArticleFrame frame) =>
        frame.Rules == RuleKind.Plan
        && _inherited is { ListHead: null, Before: null, PlanYears: { } years }
        && KindTimes.IsPast(years, frame)
            ? Flows.Is(_paper.Text, figure)
                ? years
                : years[5..]
            : null;

    /// <summary>自2018年起已举办4届, said in 2021: the last edition is this year's. Null where the editions do not reach so far.</summary>
    private static string? UpToEdition(Figure figure, string? since, int year)
    {
        for (var told = figure; told is not null && since is { Length: 9 }; told = told.Previous)
        {
            if (told.Quantity.Unit is "届" && int.Parse(since[..4]) + told.Quantity.Value - 1 == year)
            {
                return $"{since[..4]}/{year}";
            }
        }

        return null;
    }

    private string? Inherited(Figure figure, ArticleFrame frame)
    {
        switch (figure.Kind)
        {
            case StatisticKind.Target when frame.Rules == RuleKind.Plan || frame.IsReport:
                return _inherited.Deadline?.Period ?? _inherited.ListHead?.Period ?? frame.TargetAt(figure.Sentence.Span.Start);
            case StatisticKind.Actual
            or StatisticKind.Forecast
                when frame.IsReport && (figure.Kind == StatisticKind.Actual || frame.IsBackground(figure.Sentence.Span.Start)):
                return _inherited.Before?.Period ?? frame.Actual;
            case StatisticKind.Forecast when frame.IsReport && frame.IsAim(figure.Sentence.Span.Start):
                return frame.Target;
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

        var inherited =
            Dated(_inherited.Before)
            ?? Dated(_inherited.ListHead)
            ?? Dated(_inherited.Heading)
            ?? (
                IsLasting(figure) ? null
                : figure.Kind == StatisticKind.Actual && _inherited.Paragraph is { } told && !IsStanding(figure) ? told
                : Dated(_inherited.Lead)
            );
        inherited =
            figure.Kind == StatisticKind.Actual && inherited is { Length: 9 } && !Flows.Is(_paper.Text, figure)
                ? inherited[5..]
                : inherited;
        inherited =
            figure.Kind == StatisticKind.Target && inherited is not null && IsGone(inherited, frame)
            || figure.Kind == StatisticKind.Actual && KindTimes.IsToCome(inherited, frame)
                ? null
                : inherited;
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

        // 到2025年…: a deadline dates what is aimed at, and nothing that is.
        string? Dated(TimeExpression? time) => time is { Role: TimeRole.By } && figure.Kind == StatisticKind.Actual ? null : time?.Period;
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
