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

    /// <summary>收入预计5亿元，占全国的4%，增长6%: share and rate are of the expected amount.</summary>
    private bool IsOfForecast(Figure figure)
    {
        if (figure.Previous is null)
        {
            return _foreseen == (figure.Sentence.Article, figure.Sentence.Span.Start)
                && paper.Text.AsSpan(figure.Sentence.Span.Start).StartsWith("其中");
        }

        if (figure is not { Previous: { Kind: StatisticKind.Forecast } previous })
        {
            return false;
        }

        var between = paper.Text.AsSpan(previous.Quantity.Span.End, figure.Quantity.Span.Start - previous.Quantity.Span.End);
        var words = paper.Text.AsSpan(figure.Prefix.Start, figure.Prefix.Length);
        if (
            figure.Measure == Measure.Growth
            && previous.Measure == Measure.Growth
            && between.IndexOf('；') < 0
            && paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Clause.Start - figure.Sentence.Span.Start + 2) is var told
            && told.IndexOf("其中") is > 0 and var parts
            && told[..parts].IndexOfAny("预有") >= 0
        )
        {
            // 预计工业增长8%，其中甲增长5%，乙增长9%: the parts of what is expected.
            return true;
        }

        if (figure.Measure is not (Measure.Growth or Measure.Share))
        {
            // 将有9个项目开工，总投资6亿元，其中甲项目2个: parts and cost of what is to come.
            var clause = paper.Text.AsSpan(figure.Clause.Start, figure.Clause.Length);
            return between.IndexOf('；') < 0
                && !AimWords.IsDone(words)
                && (clause.StartsWith("总投资") || clause.StartsWith("其中") || (figure.SharesClause && words.StartsWith("总投资")));
        }

        return between.IndexOf('；') < 0
            && (
                words.StartsWith("占")
                || (words.StartsWith("对") && words.IndexOf("贡献率") >= 0)
                || words.StartsWith("同比")
                || words.StartsWith("增")
                || words.StartsWith("比")
                || words.StartsWith("较")
                || YearSpans.Of(words) > 0
                || words.StartsWith("年均")
            );
    }

    /// <summary>还将培育甲5家、乙3家；计划播种60万亩（水田20万亩）: the aim holds to the sentence's end and within its brackets.</summary>
    private bool IsAimed(Figure figure, TimeExpression? time, ReadOnlySpan<char> lead, ReadOnlySpan<char> own) =>
        time is not { Role: TimeRole.Open or TimeRole.Since or TimeRole.AsOf }
        && !AimWords.IsDone(own)
        && (
            (
                Outlook.SetsAim(lead)
                && !(frames[figure.Sentence.Article] is { IsWorkReport: true } report && report.IsBackground(figure.Sentence.Span.Start))
            )
            || IsQuotedAim(figure, time, lead)
            || (IsAfterAim(figure) && Outlook.GoesOn(lead))
            || (figure.Clause.Start > 0 && paper.Text[figure.Clause.Start - 1] == '（' && figure.Previous is { Kind: StatisticKind.Target })
        );

    /// <summary>True where the sentence right before set an aim.</summary>
    private bool IsAfterAim(Figure figure) => _before == (figure.Sentence.Article, figure.Sentence.Span.Start);

    /// <summary>政府工作报告提出，2022年甲增长5%, said in that year.</summary>
    private bool IsQuotedAim(Figure figure, TimeExpression? time, ReadOnlySpan<char> lead) =>
        time is { Role: TimeRole.When, Period.Length: 4 }
        && KindTimes.YearOf(time) >= frames[figure.Sentence.Article].Year
        && frames[figure.Sentence.Article].Year > 0
        && (lead.IndexOf("提出") >= 0 || lead.IndexOf("明确") >= 0 || AimWords.SetsGoal(lead));

    private static bool IsGrant(ArticleFrame frame, Figure figure, ReadOnlySpan<char> clause, ReadOnlySpan<char> sentence)
    {
        var grants = FigureWords.Grant.Any(clause);
        if (
            frame.Rules == RuleKind.None
            && RuledKinds.Gives(sentence)
            && RuledKinds.IsOfPromise(sentence[..(figure.Quantity.Number.Start - figure.Sentence.Span.Start)])
            && !AimWords.IsDone(sentence)
        )
        {
            return true;
        }

        if (
            !grants
            && !(
                frame.Rules != RuleKind.None
                && FigureWords.Grant.Any(sentence)
                && (frame.Rules != RuleKind.Plan || RuledKinds.Gives(sentence))
            )
        )
        {
            return false;
        }

        return figure.Comparator is Comparator.AtMost or Comparator.AtLeast
            || FigureWords.Limit.Any(clause)
            || clause.IndexOf("按") >= 0
            || frame.Rules == RuleKind.Notice
            || (
                frame.Rules == RuleKind.Plan
                && (
                    RuledKinds.IsGiven(figure, clause)
                    || RuledKinds.IsOfPromise(sentence[..(figure.Quantity.Number.Start - figure.Sentence.Span.Start)])
                )
            );
    }
}
