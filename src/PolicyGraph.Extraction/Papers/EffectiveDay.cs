namespace PolicyGraph.Extraction.Papers;

/// <summary>The day from which a paper holds: 本办法自2021年3月1日起施行, 自发布之日起施行, 现予公布，自一九八八年七月一日起施行.</summary>
internal static class EffectiveDay
{
    private const int Reach = 40;

    private static readonly string[] Verbs = ["起施行", "起实施", "起生效", "起执行", "开始施行", "开始实施"];

    /// <param name="text">Squeezed text.</param>
    /// <param name="issued">The day of issue, for 自发布之日起.</param>
    /// <returns>ISO day, or null where the paper does not say.</returns>
    public static string? Find(ReadOnlySpan<char> text, string? issued)
    {
        foreach (var verb in Verbs)
        {
            var next = 0;
            for (var at = text.IndexOf(verb); at >= 0; at = text[next..].IndexOf(verb))
            {
                at += next;
                next = at + verb.Length;
                var from = Math.Max(0, at - Reach);
                var clause = text[from..at];
                var since = clause.LastIndexOfAny('自', '从');
                if (since < 0 || !SpeaksOfItself(clause[..since]))
                {
                    continue;
                }

                if (Days.Find(clause[since..], out _, out var day) >= 0)
                {
                    return day;
                }

                if (clause[since..].EndsWith("之日"))
                {
                    return issued;
                }
            }
        }

        return null;
    }

    private static bool SpeaksOfItself(ReadOnlySpan<char> before)
    {
        var own = before.LastIndexOfAny('本', '现');
        return own >= 0 && !before[own..].Contains('。');
    }
}
