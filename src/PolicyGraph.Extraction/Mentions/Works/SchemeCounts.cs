namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Counts before 工程 and 行动: 50个以上强基, 八大, 一批. What they count is no scheme with a name.</summary>
internal static class SchemeCounts
{
    public static bool Begins(ReadOnlySpan<char> modifier)
    {
        var at = 0;
        while (
            at < modifier.Length
            && (
                char.IsAsciiDigit(modifier[at])
                || modifier[at]
                    is '一'
                        or '二'
                        or '两'
                        or '三'
                        or '四'
                        or '五'
                        or '六'
                        or '七'
                        or '八'
                        or '九'
                        or '十'
                        or '百'
                        or '千'
                        or '数'
                        or '多'
                        or '余'
                        or '几'
            )
        )
        {
            at++;
        }

        return at > 0 && at < modifier.Length && modifier[at] is '个' or '项' or '批' or '大' or '类' or '件' or '条' or '次';
    }
}
