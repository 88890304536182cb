using PolicyGraph.Extraction.Quantities;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>Indicators of sums that a measure grants: 对甲给予最高5万元补助 is 甲补助, 对甲最高奖励5万元 is 甲奖励.</summary>
internal static class GrantIndicators
{
    private const int LongestObject = 30;
    private const string Give = "给予";

    /// <returns>Empty where the clause grants nothing.</returns>
    public static string Build(Figure figure, IndicatorWords words)
    {
        if (figure.Kind != StatisticKind.Limit || figure.Quantity.UnitKind != UnitKind.Money || figure.Member is not null)
        {
            return "";
        }

        var prefix = words.Trimmed(figure.Prefix, figure.SubjectSpan);
        var give = prefix.LastIndexOf(Give, StringComparison.Ordinal);
        var (noun, _) = NounReader.Read(words.Text, figure.Suffix);
        if (give >= 0 && noun.Length > 1)
        {
            return Object(prefix[..give]) + prefix[(give + Give.Length)..].TrimEnd('的') + words.Of(noun);
        }

        prefix = give >= 0 ? Object(prefix[..give]) + prefix[(give + Give.Length)..] : Object(prefix);
        return noun.Length == 0 && FigureWords.Grant.Before(prefix, prefix.Length).Found ? prefix.Replace("最高", "", StringComparison.Ordinal) : "";
    }

    /// <summary>对甲 → 甲.</summary>
    private static string Object(string run)
    {
        run = run.TrimStart('对', '向', '给');
        return run.Length > LongestObject ? "" : run;
    }
}
