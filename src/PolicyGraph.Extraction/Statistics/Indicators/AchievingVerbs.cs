using System.Buffers;

namespace PolicyGraph.Extraction.Statistics.Indicators;

/// <summary>实现 and 完成 before an amount say no more than its number: 第一产业完成增加值 is 第一产业增加值.</summary>
internal static class AchievingVerbs
{
    private static readonly SearchValues<char> AmountEnds = SearchValues.Create("值额量入润税资款数费口");

    /// <summary>What after the verb makes a noun of it: 完成率, 实现情况.</summary>
    private static readonly SearchValues<char> NounGoesOn = SearchValues.Create("率度情时者的");

    public static string Remove(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var verb = FigureWords.Achieve.At(words, i);
            var rest = i + verb.Length;
            if (
                verb.Found
                && words.Length - rest >= 2
                && !NounGoesOn.Contains(words[rest])
                && (i == 0 || (i > 1 && AmountEnds.Contains(words[^1])))
            )
            {
                return words[..i].TrimEnd('共') + words[rest..].TrimStart('了');
            }
        }

        return words;
    }
}
