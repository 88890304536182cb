using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Quantities.Times;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Whether a time is that of a figure.</summary>
internal sealed partial class Periods
{
    /// <summary>
    /// 增加值增长8.1%, without 年均 and without what it is held against: the growth of one year, whatever years the section is about.
    /// </summary>
    private bool IsOfYear(Figure figure) =>
        figure is { Measure: Measure.Share or Measure.Rank, Previous: { Measure: Measure.Growth } growth }
            ? IsOfYear(growth)
            : figure.Measure == Measure.Growth
                && figure.Quantity.Form != QuantityForm.Doubling
                && !_paper.Text.AsSpan(figure.Clause.Start, figure.Quantity.Span.Start - figure.Clause.Start).ContainsAny(OverYears);

    /// <summary>5月1日至5日放假，共5天 dates the days off; 自5月1日起放假5天 only their beginning.</summary>
    private bool IsDayOff(Figure figure, TimeExpression time) =>
        time.Role == TimeRole.When
        && !_paper.Text.AsSpan(time.Span.End).StartsWith("起")
        && RuledKinds.IsLeave(figure, _paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Sentence.Span.Length));

    /// <summary>今年2月签约，总体目标是…: what is still aimed at is not of the day that an earlier clause tells of.</summary>
    private static bool IsGone(Figure figure, TimeExpression time, ArticleFrame frame) =>
        time is { Role: TimeRole.When, Period: { } period }
        && time.Span.End < figure.Clause.Start
        && frame.Year > 0
        && (
            IsGone(period, frame)
            || (
                CalendarDay.Parse(period[(period.LastIndexOf('/') + 1)..]) is var last
                && last.Year == frame.Year
                && last.Month > 0
                && period.Length is 7 or 10
            )
        );

    private static bool IsGone(string period, ArticleFrame frame) =>
        CalendarDay.Parse(period[(period.LastIndexOf('/') + 1)..]) is { Year: > 0 } last && last.Year < frame.Year;

    /// <summary>A year or month that an event's days lie in, or a day of it, says no more than they do.</summary>
    private static bool IsWithin(string days, string said) => said.Length < 10 && days.StartsWith(said, StringComparison.Ordinal);

    /// <summary>22日，甲会闭幕，共接待4万人: the day on which it opened or closed stands for all its days.</summary>
    private bool IsOpening(Figure figure, string days, string said) =>
        days.Length == 21
        && (days.StartsWith(said, StringComparison.Ordinal) || days.EndsWith(said, StringComparison.Ordinal))
        && _paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.Start - figure.Sentence.Span.Start).ContainsAny(Openings);

    /// <summary>2016年同期: another year's months, looked at in passing.</summary>
    private bool IsOtherYear(TimeExpression time) =>
        _paper.Text.AsSpan(time.Span.Start).StartsWith("同期") || _paper.Text.AsSpan(time.Span.End).StartsWith("同期");

    /// <summary>年初以来: as far as the release looks.</summary>
    private bool IsYearSoFar(TimeExpression time) => _inherited.Lead is not null && _paper.Text[time.Span.Start] == '年';
}
