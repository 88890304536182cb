namespace PolicyGraph.Extraction.Statistics;

/// <summary>The verbs that lead from what is ranked to its rank: 总量|居全省首位.</summary>
internal static class RankVerbs
{
    private const string Rank = "排名";

    /// <summary>How long the verb is that the run begins with; 0 where it begins with none.</summary>
    public static int LengthAtStart(ReadOnlySpan<char> run) => FigureWords.RankVerb.At(run, 0).Length;

    /// <summary>
    /// Where the first of them begins; -1 where none stands in the run, or only inside a noun (班列, 宜居) or as 排名 at its end.
    /// </summary>
    public static int Start(ReadOnlySpan<char> run)
    {
        for (var i = 0; i < run.Length; i++)
        {
            var verb = FigureWords.RankVerb.At(run, i);
            var end = i + verb.Length;
            if (
                verb.Found
                && !FigureWords.ProtectedEnd.Before(run[..end], end).Found
                && !(end == run.Length && run[i..].SequenceEqual(Rank))
            )
            {
                return i;
            }
        }

        return -1;
    }
}
