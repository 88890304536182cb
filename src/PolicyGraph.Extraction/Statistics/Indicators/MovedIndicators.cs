using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>
/// Indicators of growth, change and gaps: what moved stands before the number, in the list, or with the amount that the movement follows.
/// </summary>
internal sealed class MovedIndicators(IndicatorWords reader, FigureLeads leads, InheritedIndicators inherited)
{
    /// <returns>Empty where what moved is not said here.</returns>
    public string Build(Figure figure)
    {
        if (GapIndicators.Build(figure, reader, InheritedIndicators.Grown(figure, reader.Text)?.Indicator ?? "") is { Length: > 0 } gap)
        {
            return gap;
        }

        if (figure.Member is { } member)
        {
            // 2021和2022年分别增长3%、5%; 5、6月份产量分别增长3%、5%: the members are times, not what grew.
            return leads.Listed(figure, member) is var listed && !listed.All(char.IsAsciiDigit) ? listed
                : leads.Listed(figure, figure.LastMember ?? member) is { Length: > 1 } last && !last.All(char.IsAsciiDigit) ? last
                : inherited.Of(figure);
        }

        var words = OnBase(figure, reader.Of(leads.Of(figure)));
        if (words.Length == 0 && inherited.Glossed(figure) is { Length: > 1 } glossed)
        {
            return glossed;
        }

        words =
            words.EndsWith("同比实际", StringComparison.Ordinal)
            || words.EndsWith("同比名义", StringComparison.Ordinal)
            || words.EndsWith("比上年实际", StringComparison.Ordinal)
                ? words[..words.LastIndexOf('比')].TrimEnd('同')
                : words;
        if (words is "实际" or "名义" or "年" or "年增速" or "年增速持续")
        {
            return "";
        }

        if (words is "平均")
        {
            return Total(inherited.Of(figure)) + "平均增长";
        }

        if (Measures.IsGap(words) || (FigureWords.Yearly.At(words, 0).Found && words.Length <= 6))
        {
            return Total(inherited.Of(figure)) + words;
        }

        return words.Length > 1 ? Owners.WithPrevious(figure, Owners.WithBranch(figure, reader.WithoutSubject(figure, words), reader)) : "";
    }

    /// <summary>甲年均增长5%，十年增加7亿元: the rise is of 甲, not of its yearly growth.</summary>
    public static string Total(string indicator) =>
        indicator.LastIndexOf("年均增", StringComparison.Ordinal) is > 1 and var yearly ? indicator[..yearly]
        : indicator.EndsWith("平均增长", StringComparison.Ordinal) && indicator.Length > 5 ? indicator[..^4]
        : indicator;

    /// <summary>利率为，在基准利率的基础上上浮3个百分点: from what it moves is not what moves; that stands before.</summary>
    private string OnBase(Figure figure, string words)
    {
        var end =
            words.LastIndexOf("基础上", StringComparison.Ordinal) is >= 0 and var at ? at + 3
            : words.EndsWith("基础", StringComparison.Ordinal) ? words.Length
            : -1;
        if (end < 0)
        {
            return words;
        }

        return words.Length - end > 1 ? words[end..]
            : figure.Kind == StatisticKind.Limit ? RuledTopics.Of(figure, reader)
            : "";
    }
}
