using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>Whether a figure is expected.</summary>
internal sealed partial class Kinds
{
    /// <summary>预计, 或达 before a figure of a time gone by: its sum was not known yet.</summary>
    private static bool IsGuess(ReadOnlySpan<char> own) => own.IndexOf("预计") >= 0 || own.IndexOf("或达") >= 0 || own.IndexOf("或超") >= 0;

    /// <summary>预计, 预测, and of a plan 将, where a text that binds only expects.</summary>
    private static bool ForetellsAmid(FigureWording said) =>
        said.Own.IndexOf("预计") >= 0
        || said.Own.IndexOf("预测") >= 0
        || (said.Frame.Rules == RuleKind.Plan && Outlook.Foretells(said.Own) && !AimWords.Aims(said.Clause));

    /// <summary>预计管网建成后，每年可节水3万吨: the expectation holds for the clause after it.</summary>
    private bool IsExpected(Figure figure)
    {
        var start = figure.Previous is { } previous ? previous.Quantity.Span.End : figure.Sentence.Span.Start;
        return paper.Text.AsSpan(start, figure.Quantity.Span.Start - start) is var said
            && (said.IndexOf("预计") >= 0 || said.IndexOf("有望") >= 0 || said.IndexOf("预测") >= 0 && said.IndexOf("监测预测") < 0);
    }

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
}
