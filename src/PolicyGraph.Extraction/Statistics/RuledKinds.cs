using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// Which figures of a binding text are limits (rates, fees, terms, bounds, conditions), which are targets (what is to be built, reached,
/// awarded), and which only tell what happened.
/// </summary>
internal static class RuledKinds
{
    private const int LongestPrefix = 40;

    /// <summary>What a binding text lays down by a figure that does not look back.</summary>
    /// <param name="rules">How the text binds.</param>
    /// <param name="clause">Up to the figure's end and beyond, between two marks of punctuation.</param>
    /// <param name="before">The clause up to the number.</param>
    public static StatisticKind Of(RuleKind rules, Figure figure, ReadOnlySpan<char> clause, ReadOnlySpan<char> before)
    {
        return rules switch
        {
            RuleKind.Plan => IsCondition(figure, before) ? StatisticKind.Limit : StatisticKind.Target,
            RuleKind.Approval => IsBounded(figure) ? StatisticKind.Limit : StatisticKind.Target,
            _ => IsTask(figure, clause, before) || IsAimed(figure, clause, before) ? StatisticKind.Target : StatisticKind.Limit,
        };
    }

    /// <summary>应当, 不得, 只能 before the number: it binds, whatever the text.</summary>
    public static bool Obliges(ReadOnlySpan<char> before) => FigureWords.Oblige.Any(before);

    /// <summary>按13%的税率征收, 减按1%缴纳, 每人收取80元: a rate or a fee that somebody is to pay.</summary>
    public static bool Charges(Figure figure, ReadOnlySpan<char> clause, ReadOnlySpan<char> before) =>
        figure.Quantity.UnitKind is UnitKind.Percent or UnitKind.Money or UnitKind.Compound
        && FigureWords.Charge.Any(clause)
        && (before.IndexOf('按') >= 0 || before.IndexOf('每') >= 0 || FigureWords.Charge.Before(before, before.Length).Found);

    /// <summary>一等奖2名, 每队奖金3万元: what a contest is to award.</summary>
    public static bool IsAward(Figure figure, ReadOnlySpan<char> before)
    {
        before = before[Math.Max(0, before.Length - LongestPrefix)..];
        return figure.IsCount
            ? before.EndsWith("奖") || before.EndsWith("奖项")
            : figure.Quantity.UnitKind == UnitKind.Money
                && (
                    before.IndexOf("奖金") >= 0
                    || figure is { Previous: { IsCount: true, Kind: StatisticKind.Target, Indicator: var awarded } }
                        && awarded.EndsWith('奖')
                );
    }

    /// <summary>劳动节放假5天, 婚假增加3天: a binding text that tells of days off grants them.</summary>
    public static bool IsLeave(Figure figure, ReadOnlySpan<char> sentence) =>
        figure.Quantity.UnitKind == UnitKind.Duration && FigureWords.Leave.Any(sentence);

    /// <summary>
    /// 给予企业20万元奖励, 一次性奖励每亩100元: what a plan promises to whoever fulfils its conditions; not 发放补贴5000万元.
    /// </summary>
    public static bool IsGiven(Figure figure, ReadOnlySpan<char> clause) =>
        figure.Quantity.UnitKind is UnitKind.Money or UnitKind.Percent or UnitKind.Compound or UnitKind.Duration && Gives(clause);

    public static bool Gives(ReadOnlySpan<char> words) =>
        words.IndexOf("给予") >= 0 || words.IndexOf("一次性") >= 0 || words.IndexOf("给企业") >= 0;

    /// <summary>
    /// 对年产值2亿元以上的企业，新增投资500万元，给予指标1名: in a sentence that promises, what stands behind 对 or 凡 says to whom and how
    /// much.
    /// </summary>
    /// <param name="lead">The sentence up to the number.</param>
    public static bool IsOfPromise(ReadOnlySpan<char> lead)
    {
        for (var start = 0; start < lead.Length; )
        {
            var clause = lead[start..];
            if (
                clause[Sections.Level(clause, out var number) > 0 ? Math.Min(number, clause.Length - 1) : 0] is '对' or '凡'
                && !clause.StartsWith("对接")
            )
            {
                return true;
            }

            var stop = clause.IndexOfAny('，', '；', '。');
            start = stop < 0 ? lead.Length : start + stop + 1;
        }

        return false;
    }

    private static bool IsBounded(Figure figure) => figure.Comparator is Comparator.AtMost or Comparator.AtLeast or Comparator.Less;

    /// <summary>
    /// 团队人数至少1人, 申请人须满3年, 工作满3年的, 每满1年加2分, 年限可缩短至2年: a condition that a plan makes, where 提高到不低于8% is
    /// an aim.
    /// </summary>
    private static bool IsCondition(Figure figure, ReadOnlySpan<char> before) =>
        Obliges(before)
        || before.StartsWith("最高")
        || before.IndexOf("每满") >= 0
        || (
            figure.Quantity.UnitKind == UnitKind.Duration
            && (before.EndsWith("满") || before.IndexOf("可缩短") >= 0 || before.IndexOf("可延长") >= 0)
        )
        || (
            IsBounded(figure)
            && (
                figure.Quantity.UnitKind is UnitKind.People or UnitKind.Duration
                || before.IndexOf('每') >= 0 && figure.Comparator == Comparator.AtMost
            )
        );

    /// <summary>
    /// 投资力争完成300亿元，其中工业投资80亿元; 安排6亿元资金: what a notice aims at, and the parts of it; not what it grants or charges.
    /// </summary>
    private static bool IsAimed(Figure figure, ReadOnlySpan<char> clause, ReadOnlySpan<char> before) =>
        !Obliges(before)
        && !FigureWords.Grant.Any(clause)
        && !FigureWords.Charge.Any(clause)
        && !FigureWords.Limit.Any(clause)
        && (
            AimWords.Aims(before)
            || before.StartsWith("安排")
            || figure is { Previous.Kind: StatisticKind.Target, Quantity.UnitKind: not UnitKind.Duration } && before.IndexOf('每') < 0
        );

    /// <summary>建设3个基地, 培育企业50家: a notice sets tasks too.</summary>
    private static bool IsTask(Figure figure, ReadOnlySpan<char> clause, ReadOnlySpan<char> before) =>
        figure.Quantity.UnitKind is not (UnitKind.Percent or UnitKind.Money or UnitKind.Duration or UnitKind.Multiple or UnitKind.Compound)
        && !IsBounded(figure)
        && !Obliges(before)
        && !FigureWords.Grant.Any(clause)
        && !FigureWords.Charge.Any(clause)
        && FigureWords.Task.Any(before);
}
