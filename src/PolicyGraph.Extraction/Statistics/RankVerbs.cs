namespace PolicyGraph.Extraction.Statistics;

/// <summary>The verbs that lead from what is ranked to its rank: 总量|居全省首位.</summary>
internal static class RankVerbs
{
    private static readonly string[] Words = ["位居", "居", "位列", "名列", "排名", "排在", "跻身", "稳居", "跃居", "列", "蝉联", "升至", "进入", "保持"];

    /// <summary>How long the verb is that the run begins with; 0 where it begins with none.</summary>
    public static int LengthAtStart(ReadOnlySpan<char> run)
    {
        foreach (var word in Words)
        {
            if (run.StartsWith(word))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>Where the first of them begins; -1 where none stands in the run, or only in 排名 at its end.</summary>
    public static int Start(ReadOnlySpan<char> run)
    {
        var first = -1;
        foreach (var word in Words)
        {
            var at = run.IndexOf(word);
            if (at >= 0 && (at == 0 || !"位稳跃名排".Contains(run[at - 1])) && (first < 0 || at < first) && !(word is "排名" && at + 2 == run.Length) && !(word is "列" && at > 0 && run[at - 1] is '系' or '班' or '队') && !(word is "居" && at > 0 && run[at - 1] is '民' or '宜' or '安' or '人'))
            {
                first = at;
            }
        }

        return first;
    }
}
