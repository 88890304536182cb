using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Whether a figure is laid down, or what a text that lays down tells of the past.</summary>
internal sealed partial class Kinds
{
    /// <summary>到2025年，经费占比达到3%: measures open with what they are for.</summary>
    private bool IsPurpose(FigureWording said) =>
        said.Figure.Quantity.UnitKind != UnitKind.Duration
        && said.Time is { Role: TimeRole.By } deadline
        && char.IsAsciiDigit(paper.Text[deadline.Span.Start])
        && KindTimes.YearOf(deadline) > said.Frame.Year;

    /// <summary>放假3天, 给予20万元奖励, 应当…, 按13%征收: what a text that binds grants, demands or charges.</summary>
    private static bool IsRuled(FigureWording said) =>
        RuledKinds.IsLeave(said.Figure, said.Sentence)
        || IsGrant(said)
        || (said.Frame.Rules == RuleKind.Approval && FigureWords.Permit.Any(said.Before))
        || (
            said.Frame.Rules != RuleKind.Plan
            && (RuledKinds.Obliges(said.Before) || (RuledKinds.Charges(said.Figure, said.Clause, said.Before) && !said.IsDone))
        );

    /// <summary>给予企业20万元奖励 in any text, 准予…5家 where it is made known who may.</summary>
    private static bool IsPromised(FigureWording said) =>
        IsGrant(said) || (said.Frame.Rules == RuleKind.Announcement && FigureWords.Permit.Any(said.Before));

    /// <summary>通知规定，…不得超过5%; 应当…: news that tell what is laid down.</summary>
    private static bool QuotesRule(FigureWording said) =>
        !said.IsDone
        && !said.Frame.IsReport
        && !AimWords.TurnsAhead(said.Lead)
        && (RuledKinds.Obliges(said.Before) || (Outlook.QuotesRule(said.Lead) && !said.IsStanding));

    /// <summary>按13%征收 without a time of its own.</summary>
    private static bool IsUndatedCharge(FigureWording said) =>
        said.Time is null
        && !said.IsDone
        && !said.Frame.IsReport
        && said.Figure.Quantity.UnitKind == UnitKind.Percent
        && RuledKinds.Charges(said.Figure, said.Clause, said.Before);

    private static bool IsOfPromise(FigureWording said) =>
        RuledKinds.IsOfPromise(said.Sentence[..(said.Figure.Quantity.Number.Start - said.Figure.Sentence.Span.Start)]);

    private static bool IsGrant(FigureWording said)
    {
        var rules = said.Frame.Rules;
        if (rules == RuleKind.None && RuledKinds.Gives(said.Sentence) && IsOfPromise(said) && !AimWords.IsDone(said.Sentence))
        {
            return true;
        }

        var grantsElsewhere =
            rules != RuleKind.None && FigureWords.Grant.Any(said.Sentence) && (rules != RuleKind.Plan || RuledKinds.Gives(said.Sentence));
        return (FigureWords.Grant.Any(said.Clause) || grantsElsewhere)
            && (
                said.Figure.Comparator is Comparator.AtMost or Comparator.AtLeast
                || FigureWords.Limit.Any(said.Clause)
                || said.Clause.IndexOf("按") >= 0
                || rules == RuleKind.Notice
                || (rules == RuleKind.Plan && (RuledKinds.IsGiven(said.Figure, said.Clause) || IsOfPromise(said)))
            );
    }

    /// <summary>
    /// What stands before a notice's 通知如下 or under a plan's 发展基础, what has a time gone by or still open, what is done (已).
    /// </summary>
    private bool LooksBack(FigureWording said)
    {
        var (figure, frame, time) = (said.Figure, said.Frame, said.Time);
        if (time is not null && frame.Year > 0 && KindTimes.YearOf(time) > frame.Year)
        {
            return false;
        }

        return figure.Quantity.Span.Start < frame.Opening && frame.Rules == RuleKind.Notice
            || frame.IsBackground(figure.Sentence.Span.Start)
            || time is { Role: TimeRole.Open }
            || said.IsOfThePast(paper.Text)
            || time is null && periods.PlanYears is { } years && KindTimes.IsPast(years, frame)
            || (said.IsDone && !said.Own.EndsWith("按") && !said.Own.EndsWith("按照") && !IsSumOfPlan(said));
    }

    /// <summary>打造云上工厂，累计上云企业达3万家: in a plan a sum is what it is to come to.</summary>
    private static bool IsSumOfPlan(FigureWording said) =>
        said.Frame.Rules == RuleKind.Plan && said.Own.IndexOf("累计") >= 0 && said.Own.IndexOf('已') < 0;
}
