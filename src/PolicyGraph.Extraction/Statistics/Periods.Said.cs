using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// The questions that are put in turn to a figure that has, or could have, a time of its own; the first that is answered with yes gives the
/// period, which may be none.
/// </summary>
internal sealed partial class Periods
{
    /// <summary>从|9万亿元提高到11万亿元 has no time, but for the first of the years that the sentence names (2016—2020年，从…).</summary>
    private bool IsOfStart(Figure figure, TimeExpression? time, out string? period)
    {
        period = time is { Period: { Length: 9 } ends, Role: TimeRole.When } ? ends[..4] : null;
        return IsStart(figure) && (time is null || time.Span.Start < figure.Clause.Start);
    }

    /// <summary>自2018年以来，…</summary>
    private static bool IsSince(Figure figure, TimeExpression? time, ArticleFrame frame, out string? period)
    {
        var since = time is { Role: TimeRole.Since } && !frame.IsReport;
        period = since ? UpToEdition(figure, time!.Period, frame.Year) ?? time.Period : null;
        return since;
    }

    /// <summary>比上年的|7亿元增加3亿元: the level that something is held against.</summary>
    private bool IsCompared(Figure figure, out string? period)
    {
        var compared = _figureTimes.Base(figure);
        period = compared?.Period;
        return compared is not null;
    }

    /// <summary>A limit has the time for which it holds, and no other.</summary>
    private bool IsOfLimit(Figure figure, TimeExpression? time, out string? period)
    {
        period = figure.Kind == StatisticKind.Limit && time is not null && Limits(figure, time) ? time.Period : null;
        return figure.Kind == StatisticKind.Limit;
    }

    /// <summary>5月1日至5日放假5天, 2024年补贴上限3万元, 2021年至2023年期间不超过3次; not 当年, nor a time told in passing.</summary>
    private bool Limits(Figure figure, TimeExpression time) =>
        IsDayOff(figure, time)
        || (time.Period is { Length: < 10 } && time.Span.Start == figure.Clause.Start && _paper.Text[time.Span.Start] != '当')
        || (time.Period is { Length: 21 } && _paper.Text.AsSpan(time.Span.End).StartsWith("期间"));

    /// <summary>2016—2020年，从9万亿元提高到|11万亿元: the last of the years.</summary>
    private bool IsOfEnd(Figure figure, TimeExpression? time, out string? period)
    {
        var ends =
            figure is { SharesClause: true, Measure: Measure.Level or Measure.Share or Measure.Rank }
            && IsStart(figure.Previous!)
            && time is { Period.Length: 9, Rule: not "time.plan-period" };
        period = ends ? time!.Period![5..] : null;
        return ends;
    }

    /// <summary>Whether what is still to come cannot be of the time that the sentence names.</summary>
    private static bool IsOver(Figure figure, TimeExpression? time, ArticleFrame frame) =>
        (figure.Kind == StatisticKind.Target || figure.Kind == StatisticKind.Forecast && time is { Period.Length: 10 })
        && time is not null
        && IsGone(figure, time, frame);

    /// <summary>What is said of an event is of its days.</summary>
    private bool IsOfEvent(Figure figure, TimeExpression? time, ArticleFrame frame, out string? period)
    {
        period = null;
        return figure.Subject is { Type: EntityType.Event } happening
            && figure.Kind is StatisticKind.Actual or StatisticKind.Forecast
            && (period = _occasions.Days(happening, frame, figure.Sentence)) is { } days
            && (time?.Role != TimeRole.Open || figure.Kind == StatisticKind.Forecast || _occasions.IsOnTheSpot(figure))
            && figure.Quantity.Unit is not "届"
            && (
                time?.Period is not { } said
                || IsWithin(days, said)
                || IsOpening(figure, days, said)
                || figure.Quantity.UnitKind == UnitKind.Duration
            );
    }

    /// <summary>过去五年, in a report: the years for what was done in them, the last of them for how things stand.</summary>
    private bool IsOfReview(Figure figure, TimeExpression? time, ArticleFrame frame, out string? period)
    {
        period = null;
        if (
            !frame.IsReport
            || figure.Kind != StatisticKind.Actual
            || !_inherited.Review.IsOfYears
            || time is not (null or { Period: null or { Length: 9 } })
        )
        {
            return false;
        }

        period =
            Flows.Is(_paper.Text, figure) && !(_inherited.Review.IsOfSectionAbove && IsOfYear(figure))
                ? time?.Period ?? _inherited.Review.Years
                : frame.Actual;
        return true;
    }

    private bool IsLookedBackOn(Figure figure, TimeExpression? time, ArticleFrame frame, out string? period)
    {
        period = figure.Kind == StatisticKind.Actual && time is null ? PlanLooksBackOn(figure, frame) : null;
        return period is not null;
    }

    /// <summary>2021年，…。现场签约12个: the occasion's days say more than the year.</summary>
    private bool IsOnTheSpot(Figure figure, TimeExpression? time, ArticleFrame frame, out string? period)
    {
        period = null;
        return time is { Period.Length: 4, Role: TimeRole.When }
            && time.Span.End < figure.Clause.Start
            && figure is { Kind: StatisticKind.Actual, Subject: not { Type: EntityType.Organization } }
            && (period = _occasions.OnTheSpot(figure, frame)) is { } held
            && IsWithin(held, time.Period);
    }

    /// <summary>The time of its own sentence; others of the paragraph may take it over.</summary>
    private bool IsSaid(Figure figure, TimeExpression? time, ArticleFrame frame, out string? period)
    {
        period = time?.Period;
        if (time is null || (time.Role == TimeRole.Open && (frame.IsReport || IsYearSoFar(time))))
        {
            return false;
        }

        _inherited.Note(IsPassedOn(figure, time) ? time.Period : null);
        _inherited.NoteAim(
            figure.Kind == StatisticKind.Target && time is { Role: TimeRole.When or TimeRole.By, Period.Length: 4 or 9 }
                ? time.Period
                : null
        );
        return true;
    }

    private bool IsPassedOn(Figure figure, TimeExpression time) =>
        figure.Kind is StatisticKind.Actual or StatisticKind.Forecast
        && time is { Role: TimeRole.When or TimeRole.By, Period.Length: 4 or 7 or 15 }
        && !FigureTimes.IsBeginning(_paper.Text, time)
        && !FigureTimes.IsFrom(_paper.Text, time)
        && !IsOtherYear(time);

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
}
