using PolicyGraph.Extraction.Quantities;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>
/// Gaps in points between a rate and what it is held against: 增速比上月末高0.2个百分点，比上年同期低1个百分点;
/// 增速分别比甲和乙低0.1个和0.7个百分点.
/// </summary>
internal static class GapIndicators
{
    private const int LongestBase = 8;
    private const string Ends = "高低快慢";
    private const string Moves = "提升降走加放变";

    /// <summary>高于全省2个百分点、|全市1个百分点: no more than whom the rate is held against this time.</summary>
    public static bool IsSecond(ReadOnlySpan<char> text, Figure figure) =>
        figure is { Quantity.UnitKind: UnitKind.Point, SharesClause: true, Previous: { Quantity.UnitKind: UnitKind.Point } first }
        && figure.Prefix.Length is > 1 and <= LongestBase
        && text[figure.Prefix.Start - 1] is '、' or '和'
        && FigureWords.Gap.Any(text.Slice(first.Prefix.Start, first.Prefix.Length))
        && !FigureWords.Gap.Any(text.Slice(figure.Prefix.Start, figure.Prefix.Length));

    /// <param name="grown">What the rates before it are of; may be empty.</param>
    /// <returns>Empty where the words hold the number against nothing that they name, or tell how much it moved (比上年提高).</returns>
    public static string Build(Figure figure, IndicatorWords words, string grown)
    {
        if (IsSecond(words.Text, figure) && figure.Previous!.Indicator is var first && first.LastIndexOf('于') is > 1 and var against)
        {
            return $"{first[..(against + 1)]}{words.Span(figure.Prefix)}";
        }

        var head = figure.ListHead ?? figure;
        var said = words
            .Text[head.Prefix.Start..head.Prefix.End]
            .Replace("分别", "", StringComparison.Ordinal)
            .TrimEnd('出', '了', '于')
            .TrimStart('、', '，', '和');
        if (figure.Quantity.UnitKind != UnitKind.Point || said.Length < 3 || !Ends.Contains(said[^1]) || Moves.Contains(said[^2]))
        {
            return "";
        }

        var than = said.IndexOfAny(['比', '较']);
        var bases = than < 0 ? [] : said[(than + 1)..^1].Split('和', '、', '与');
        var index = Index(figure, head);
        if (than < 0 || index >= bases.Length || bases[index].Length < 2 || (figure.ListHead is not null && bases.Length < 2))
        {
            return "";
        }

        var rate = said[..than];
        var isBare = rate.Length == 0 || FigureWords.Rate.At(rate, 0).Length == rate.Length;
        var who = isBare ? Held(figure, grown) : "";
        return who.Length + rate.Length == 0
            ? ""
            : $"{who}{(who.EndsWith(rate, StringComparison.Ordinal) ? "" : rate)}{said[than]}{bases[index]}";
    }

    private static int Index(Figure figure, Figure head)
    {
        var index = 0;
        for (var earlier = figure; !ReferenceEquals(earlier, head) && earlier.Previous is { } before; earlier = before)
        {
            index++;
        }

        return index;
    }

    /// <summary>Of a second gap the rate that the first was of; else the amount that grew.</summary>
    private static string Held(Figure figure, string grown) =>
        figure.Previous is { Quantity.UnitKind: UnitKind.Point } previous && previous.Indicator.IndexOfAny(['比', '较']) is > 0 and var cut
            ? previous.Indicator[..cut]
            : grown;
}
