using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Tells what is reported from what is aimed at, ruled or expected.</summary>
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
        var text = paper.Text;
        var frame = frames[figure.Sentence.Article];
        if (frame.IsProvisions)
        {
            // 到2025年，经费占比达到3%: measures open with what they are for.
            return
                figure.Quantity.UnitKind != UnitKind.Duration
                && periods.TimeOf(figure) is { Role: TimeRole.By } deadline
                && char.IsAsciiDigit(text[deadline.Span.Start])
                && KindTimes.YearOf(deadline) > frame.Year
                ? StatisticKind.Target
                : StatisticKind.Limit;
        }

        if (IsOfForecast(figure))
        {
            return StatisticKind.Forecast;
        }

        var clause = text.AsSpan(figure.Clause.Start, figure.Clause.Length);
        var before = text.AsSpan(figure.Clause.Start, figure.Quantity.Number.Start - figure.Clause.Start);
        var own = text.AsSpan(figure.Prefix.Start, figure.Prefix.Length);
        var time = periods.TimeOf(figure);
        return frame.Rules is not (RuleKind.None or RuleKind.Announcement) && !figure.Sentence.IsHeading
            ? Bound(figure, frame, time, clause, before)
            : Free(figure, frame, time, clause, before, own);
    }

    /// <summary>In a text that binds: what it lays down, unless the figure looks back.</summary>
    private StatisticKind Bound(
        Figure figure,
        ArticleFrame frame,
        TimeExpression? time,
        ReadOnlySpan<char> clause,
        ReadOnlySpan<char> before
    )
    {
        var sentence = paper.Text.AsSpan(figure.Sentence.Span.Start, figure.Sentence.Span.Length);
        var own = paper.Text.AsSpan(figure.Prefix.Start, figure.Prefix.Length);
        if (RuledKinds.IsAward(figure, before))
        {
            return StatisticKind.Target;
        }

        if (
            RuledKinds.IsLeave(figure, sentence)
            || IsGrant(frame, figure, clause, sentence)
            || (frame.Rules == RuleKind.Approval && FigureWords.Permit.Any(before))
            || (
                frame.Rules != RuleKind.Plan
                && (RuledKinds.Obliges(before) || (RuledKinds.Charges(figure, clause, before) && !AimWords.IsDone(own)))
            )
        )
        {
            return StatisticKind.Limit;
        }

        if (time is { Role: TimeRole.By } && KindTimes.IsAhead(time, frame))
        {
            return StatisticKind.Target;
        }

        if (LooksBack(figure, frame, time, own))
        {
            return IsExpected(figure) ? StatisticKind.Forecast : StatisticKind.Actual;
        }

        if (
            own.IndexOf("预计") >= 0
            || own.IndexOf("预测") >= 0
            || (frame.Rules == RuleKind.Plan && Outlook.Foretells(own) && !AimWords.Aims(clause))
        )
        {
            return StatisticKind.Forecast;
        }

        return RuledKinds.Of(frame.Rules, figure, clause, before);
    }

    /// <summary>预计管网建成后，每年可节水3万吨: the expectation holds for the clause after it.</summary>
    private bool IsExpected(Figure figure)
    {
        var start = figure.Previous is { } previous ? previous.Quantity.Span.End : figure.Sentence.Span.Start;
        return paper.Text.AsSpan(start, figure.Quantity.Span.Start - start) is var said
            && (said.IndexOf("预计") >= 0 || said.IndexOf("有望") >= 0 || said.IndexOf("预测") >= 0 && said.IndexOf("监测预测") < 0);
    }

    /// <summary>
    /// What stands before a notice's 通知如下 or under a plan's 发展基础, what has a time gone by or still open, what is done (已).
    /// </summary>
    private bool LooksBack(Figure figure, ArticleFrame frame, TimeExpression? time, ReadOnlySpan<char> own)
    {
        if (time is not null && frame.Year > 0 && KindTimes.YearOf(time) > frame.Year)
        {
            return false;
        }

        if (
            figure.Quantity.Span.Start < frame.Opening && frame.Rules == RuleKind.Notice
            || frame.IsBackground(figure.Sentence.Span.Start)
            || time is { Role: TimeRole.Open }
        )
        {
            return true;
        }

        if (
            time is not null && time.Role != TimeRole.By && KindTimes.IsPast(time, frame) && !KindTimes.IsEffect(paper.Text, time)
            || time is null && periods.PlanYears is { } years && KindTimes.IsPast(years, frame)
        )
        {
            return true;
        }

        // 打造云上工厂，累计上云企业达3万家: in a plan a sum is what it is to come to.
        return AimWords.IsDone(own)
            && !own.EndsWith("按")
            && !own.EndsWith("按照")
            && !(frame.Rules == RuleKind.Plan && own.IndexOf("累计") >= 0 && own.IndexOf('已') < 0);
    }

    /// <summary>Where nothing binds but what the sentence itself says.</summary>
    private StatisticKind Free(
        Figure figure,
        ArticleFrame frame,
        TimeExpression? time,
        ReadOnlySpan<char> clause,
        ReadOnlySpan<char> before,
        ReadOnlySpan<char> own
    )
    {
        var text = paper.Text;
        var lead = text.AsSpan(figure.Sentence.Span.Start, figure.Quantity.Span.End - figure.Sentence.Span.Start);
        if (
            IsGrant(frame, figure, clause, text.AsSpan(figure.Sentence.Span.Start, figure.Sentence.Span.Length))
            || (frame.Rules == RuleKind.Announcement && FigureWords.Permit.Any(before))
        )
        {
            return StatisticKind.Limit;
        }

        if (time is { Role: TimeRole.By } && KindTimes.IsAhead(time, frame))
        {
            return StatisticKind.Target;
        }

        if (AimWords.IsNamedAim(paper.Text, figure))
        {
            return StatisticKind.Target;
        }

        if (
            !AimWords.IsDone(own)
            && !frame.IsReport
            && !AimWords.TurnsAhead(lead)
            && (
                RuledKinds.Obliges(before)
                || (Outlook.QuotesRule(lead) && time is not { Role: TimeRole.Open or TimeRole.Since or TimeRole.AsOf })
            )
        )
        {
            return RuledKinds.Of(RuleKind.Notice, figure, clause, before);
        }

        if (
            !frame.IsReport
            && time is not null
            && Outlook.PlanVerb(lead) is > 0 and var verb
            && time.Span.Start >= figure.Sentence.Span.Start + verb
        )
        {
            return StatisticKind.Target;
        }

        if (time is not null && time.Role != TimeRole.By && KindTimes.IsPast(time, frame) && !KindTimes.IsEffect(paper.Text, time))
        {
            return own.IndexOf("预计") >= 0 || own.IndexOf("或达") >= 0 || own.IndexOf("或超") >= 0
                ? StatisticKind.Forecast
                : StatisticKind.Actual;
        }

        if (
            time is null
            && !AimWords.IsDone(own)
            && !frame.IsReport
            && figure.Quantity.UnitKind == UnitKind.Percent
            && RuledKinds.Charges(figure, clause, before)
        )
        {
            return StatisticKind.Limit;
        }

        if (frame.IsWorkReport && time is { Role: TimeRole.When } && KindTimes.YearOf(time) >= frame.Year)
        {
            return StatisticKind.Target;
        }

        if (periods.Aims.IsAim && !AimWords.IsDone(own))
        {
            return StatisticKind.Target;
        }

        if (Outlook.Foretells(own) && !AimWords.Aims(clause))
        {
            return StatisticKind.Forecast;
        }

        if (!AimWords.IsDone(own) && ReachesAim(figure, time))
        {
            return StatisticKind.Target;
        }

        if (
            !frame.IsReport
            && time is { Role: TimeRole.When }
            && frame.Year > 0
            && KindTimes.YearOf(time) > frame.Year
            && !IsMeasured(figure, time)
        )
        {
            return StatisticKind.Target;
        }

        if (!frame.IsReport && Outlook.Expects(lead) && !AimWords.IsDone(own))
        {
            return StatisticKind.Forecast;
        }

        if (
            (
                !frame.IsReport
                && time is not { Role: TimeRole.Open or TimeRole.Since or TimeRole.AsOf }
                && !AimWords.IsDone(own)
                && Outlook.QuotesPlan(lead)
            )
            || IsAimed(figure, time, lead, own)
            || (!frame.IsReport && AimWords.Aims(before))
            || own.IndexOf("拟按") >= 0
            || own.IndexOf("拟安排") >= 0
            || (frame.IsAim(figure.Sentence.Span.Start) && !AimWords.IsDone(own))
            || (AimWords.TurnsAhead(lead) && !AimWords.IsDone(own))
        )
        {
            return StatisticKind.Target;
        }

        return Outlook.Foretells(before) || IsExpected(figure) || Outlook.ExpectsAll(lead) ? StatisticKind.Forecast : StatisticKind.Actual;
    }
}
