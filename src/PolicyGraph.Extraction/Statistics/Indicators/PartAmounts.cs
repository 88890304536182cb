using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>规上企业80家，实现增加值9亿元; 签约项目5个、总投资8亿元: the amount is that of the things just counted.</summary>
internal static class PartAmounts
{
    /// <returns>What was counted; empty where the words name an amount of their own.</returns>
    public static string Whole(Figure figure, string words, IndicatorWords paper)
    {
        var amount = words.StartsWith('每') && words.Length > 3 && words[2] is '奖' ? words[2..] : words;
        var achieves = FigureWords.Achieve.At(words, 0);
        amount = achieves.Found ? words[achieves.Length..] : amount;
        if (
            FigureWords.PartAmount.At(amount, 0).Length != amount.Length
            || amount.Length == 0
            || figure is not { IsCount: false, Previous: { IsCount: true, Measure: Measure.Level } counted }
            || counted.Indicator.Contains('、', StringComparison.Ordinal)
            || !FigureWords.Holder.Before(counted.Indicator, counted.Indicator.Length).Found
        )
        {
            return "";
        }

        var isBeside =
            figure.SharesClause || counted.Clause.Overlaps(Clauses.Before(paper.Text, figure.Sentence.Span, figure.Clause.Start));
        var isTheirs = amount[0] is '总' or '奖' || achieves.Found || paper.Span(figure.Prefix).IndexOfAny("实完") >= 0;
        return isBeside && isTheirs ? counted.Indicator : "";
    }
}
