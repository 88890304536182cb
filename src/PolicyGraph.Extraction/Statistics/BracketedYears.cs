namespace PolicyGraph.Extraction.Statistics;

/// <summary>
/// 51公斤（2020年）增至60公斤: the year in brackets right behind a number belongs to it, and what comes next goes on from there.
/// </summary>
internal static class BracketedYears
{
    private const int Longest = 8;

    /// <summary>
    /// Where the brackets end that begin at <paramref name="at"/> and hold no more than a year; <paramref name="at"/> itself where none do.
    /// </summary>
    /// <param name="end">How far to look, exclusive.</param>
    public static int After(string text, int at, int end) =>
        at < end && text[at] == '（' && text.AsSpan(at, end - at).IndexOf("年）") is > 0 and < Longest and var close ? at + close + 2 : at;
}
