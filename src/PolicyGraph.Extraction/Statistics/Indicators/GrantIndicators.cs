using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Indicators of sums that a measure grants: 对甲给予最高5万元补助 is 甲补助, 对甲最高奖励5万元 is 甲奖励.</summary>
internal static class GrantIndicators
{
    private const int LongestObject = 30;
    private const int Once = 3;
    private const int MostConditions = 3;
    private const string Give = "给予";

    /// <returns>Empty where the clause grants nothing.</returns>
    public static string Build(Figure figure, IndicatorWords words)
    {
        if (
            figure.Kind != StatisticKind.Limit
            || figure.Quantity.UnitKind is not (UnitKind.Money or UnitKind.Compound)
            || figure.Member is not null
        )
        {
            return "";
        }

        if (figure.ListHead is { Indicator.Length: > 0 } head && !ReferenceEquals(head, figure))
        {
            return head.Indicator;
        }

        var prefix = words.Trimmed(figure.Prefix, figure.SubjectSpan).Replace("分别", "", StringComparison.Ordinal);
        var give = prefix.LastIndexOf(Give, StringComparison.Ordinal);
        var (noun, _) = NounReader.Read(words.Text, (figure.ListLast ?? figure).Suffix);
        if (give >= 0 && noun.Length > 1)
        {
            return Recipient(figure, words, Object(prefix[..give])) + Kind(prefix[(give + Give.Length)..].TrimEnd('的')) + words.Of(noun);
        }

        prefix = give >= 0 ? Object(prefix[..give]) + prefix[(give + Give.Length)..] : Object(prefix);
        if (
            noun.Length == 0
            && prefix.StartsWith("一次性", StringComparison.Ordinal)
            && FigureWords.Grant.At(prefix, Once) is { Found: true } verb
        )
        {
            // 对甲，一次性奖励企业每亩100元.
            return Recipient(figure, words, "") + prefix[..(Once + verb.Length)];
        }

        return noun.Length == 0 && FigureWords.Grant.Before(prefix, prefix.Length).Found
            ? prefix.Replace("最高", "", StringComparison.Ordinal)
            : "";
    }

    /// <summary>
    /// 对甲企业，给予…; 税收达到5万元以上，一次性给予…: who is given stands in the clause before where the words name none.
    /// </summary>
    private static string Recipient(Figure figure, IndicatorWords words, string named)
    {
        if (named.Length > 0 && named is not "一次性")
        {
            return named;
        }

        var before = Clauses.Before(words.Text, figure.Sentence.Span, figure.Clause.Start);
        if (before.IsEmpty || before.Start >= figure.Clause.Start || words.Text[figure.Clause.Start - 1] != '，')
        {
            return named;
        }

        for (
            var (clause, i) = (before, 0);
            i < MostConditions && !clause.IsEmpty;
            i++, clause = Clauses.Before(words.Text, figure.Sentence.Span, clause.Start)
        )
        {
            before = words.Text[clause.Start] == '对' ? clause : before;
            if (clause.Start == figure.Sentence.Span.Start || words.Text[clause.Start] == '对' || words.Text[clause.Start - 1] != '，')
            {
                break;
            }
        }

        var who = Object(words.Trimmed(before, null)).TrimEnd('的');
        return (who.EndsWith("的企业", StringComparison.Ordinal) ? who[..^3] : who) + named;
    }

    /// <summary>给予企业5万元奖励: the firm is only who gets it.</summary>
    private static string Kind(string said) => said is "企业" or "个人" or "单位" ? "" : said;

    /// <summary>对甲 → 甲.</summary>
    private static string Object(string run)
    {
        run = run.TrimStart('对', '向', '给');
        return run.Length > LongestObject ? "" : run;
    }
}
