using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>
/// The words that stand for what a figure measures: those before its number, or those of its member where it stands in a list.
/// </summary>
internal sealed class FigureLeads(IndicatorWords words)
{
    /// <summary>What says that the amount came to be in the period.</summary>
    public const string Added = "新增";

    /// <summary>The words before the number; of a condition (对研发投入超过5万元的企业) without the word that says for whom.</summary>
    public TextSpan Of(Figure figure, bool keepMovement = false)
    {
        var lead = words.Trim(figure.Prefix, figure.SubjectSpan, keepMovement);
        var rules =
            figure.Kind == StatisticKind.Limit
            && lead.Length > 2
            && words.Text[lead.Start] == '对'
            && !FigureWords.Protected.At(words.Text, lead.Start).Found;
        return rules ? words.Trim(new(lead.Start + 1, lead.End), figure.SubjectSpan, keepMovement) : lead;
    }

    /// <summary>What the member of a list names, with what the other members share with it.</summary>
    public string Listed(Figure figure, TextSpan member)
    {
        var (name, first, last) = (
            Named(member, figure),
            Named(figure.ListHead?.Member ?? member, figure),
            Named(figure.LastMember ?? member, figure)
        );
        return IsRow(first, last) && name is [.., var ordinal]
            ? $"第{(name == last ? name[0] : ordinal)}{last[1..]}"
            : Owners.WithListed(name, first, last);
    }

    /// <summary>第一、二、三产业: the numbers share the first one's 第 and the last one's noun.</summary>
    private static bool IsRow(string first, string last) =>
        first.EndsWith("第一", StringComparison.Ordinal) && last is ['二' or '三' or '四', _, _, ..];

    /// <summary>甲、乙收入|完成5元、3元: the verb is no part of what is measured.</summary>
    private string Named(TextSpan member, Figure figure) =>
        words.Trimmed(member, figure.SubjectSpan) is var said
        && said.Length > 3
        && (said.EndsWith("完成", StringComparison.Ordinal) || said.EndsWith("实现", StringComparison.Ordinal))
            ? said[..^2]
            : said;
}
