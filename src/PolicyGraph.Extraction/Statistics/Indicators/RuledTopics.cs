using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>
/// What a rule's number is of where its own clause only says for what unit or how it is reckoned: 工本费，个人每证5元;
/// 代理收费，按成交额的2%计收.
/// </summary>
internal static class RuledTopics
{
    private const int MostClauses = 8;
    private const int Longest = 26;
    private static readonly string[] Openings =
    [
        "但",
        "且",
        "并",
        "其",
        "最高",
        "最低",
        "可以",
        "不得",
        "应当",
        "按照",
        "按",
        "由",
        "，",
        "、",
        "则",
    ];
    private static readonly string[] Closings =
    [
        "但",
        "且",
        "最高",
        "最低",
        "最多",
        "最少",
        "最长",
        "原则上",
        "一般",
        "应当",
        "应",
        "可以",
        "可",
        "不得",
        "须",
        "按照",
        "按",
        "均",
        "也",
        "都",
        "为",
        "由",
        "，",
        "、",
    ];

    /// <summary>Without the words that only bound or bid: 但最高不得 → nothing.</summary>
    public static string Plain(string words)
    {
        while (words.WordAtEnd(Closings) is { } closing)
        {
            words = words[..^closing.Length];
        }

        while (words.WordAtStart(Openings) is { } opening && !FigureWords.Protected.At(words, 0).Found)
        {
            words = words[opening.Length..];
        }

        return words;
    }

    /// <summary>The fee, rate or grant that an earlier clause of the sentence names last; empty where none does.</summary>
    public static string Of(Figure figure, IndicatorWords words)
    {
        var clause = figure.Clause;
        for (var i = 0; i < MostClauses; i++)
        {
            var before = Clauses.Before(words.Text, figure.Sentence.Span, clause.Start);
            if (before.IsEmpty || before.Start >= clause.Start)
            {
                return "";
            }

            if (Fee(words, before) is { Length: > 1 } fee)
            {
                return fee;
            }

            clause = before;
        }

        return "";
    }

    /// <summary>每宗地收 with 土地登记费 before it: 土地登记费每宗地.</summary>
    public static string Complete(Figure figure, string indicator, IndicatorWords words)
    {
        if (figure.Kind != StatisticKind.Limit || figure.Quantity.UnitKind is not (UnitKind.Money or UnitKind.Compound))
        {
            return indicator;
        }

        var own = indicator;
        while (FigureWords.Charge.Before(own, own.Length) is { Found: true } verb && !FigureWords.Fee.Before(own, own.Length).Found)
        {
            own = own[..^verb.Length];
        }

        own = Plain(own.EndsWith('收') ? own[..^1] : own);
        if (LastFee(own) > 0 || (own.Length > 1 && !own.Contains('每', StringComparison.Ordinal)))
        {
            return own;
        }

        return Of(figure, words) is { Length: > 0 } topic
            ? own.StartsWith('每')
                ? own + topic
                : topic + own
            : own.Length > 0
                ? own
                : indicator;
    }

    private static string Fee(IndicatorWords words, TextSpan clause)
    {
        var said = words.Trimmed(clause, null);
        var end = LastFee(said);
        said = end > 0 ? Plain(said[..end]) : "";
        return said.Length > Longest ? said[^Longest..] : said;
    }

    /// <summary>Where the last noun of a fee ends; 0 where none stands in the words.</summary>
    private static int LastFee(string words)
    {
        for (var end = words.Length; end > 1; end--)
        {
            if (FigureWords.Fee.Before(words, end).Found)
            {
                return end;
            }
        }

        return 0;
    }
}
