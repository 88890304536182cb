using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// 由2015年的50%提高到60%, 比2010年的1.3吨下降2%: of an aim the level that there is already, from where it moves or against which it is
/// held.
/// </summary>
internal static class StartingPoints
{
    private const int LongestTime = 12;
    private static readonly string[] Present = ["原来", "目前", "现在", "现行", "现有", "上年"];

    public static bool Is(string text, Figure figure)
    {
        var prefix = text.AsSpan(figure.Prefix.Start, figure.Prefix.Length).TrimEnd('的');
        var end = BracketedYears.After(text, figure.Quantity.Span.End, figure.Clause.End);
        var after = text.AsSpan(end, Math.Max(0, figure.Clause.End - end));
        var from = prefix.LastIndexOfAny('由', '从');
        if (from >= 0 && IsTime(prefix[(from + 1)..]))
        {
            return FigureWords.Reach.At(after, 0).Found;
        }

        return prefix.Length > 1
            && prefix[0] is '比' or '较'
            && IsTime(prefix[1..])
            && (FigureWords.Rise.At(after, 0).Found || FigureWords.Fall.At(after, 0).Found);
    }

    private static bool IsTime(ReadOnlySpan<char> run) =>
        run.IsEmpty
        || run.Length < LongestTime && char.IsAsciiDigit(run[0]) && run[^1] is '年' or '末' or '底'
        || run.WordAtStart(Present) is { } word && word.Length == run.Length;
}
