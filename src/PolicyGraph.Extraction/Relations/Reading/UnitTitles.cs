using PolicyGraph.Extraction.Mentions.People;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Titles that begin with a unit which has no name of its own in the paper (渔政处处长, 经济学系教授, 事业群副总裁).</summary>
internal static class UnitTitles
{
    private const int ShortestUnit = 3;

    private static readonly string[] Ends =
    [
        "局",
        "司",
        "处",
        "厅",
        "系",
        "事业群",
        "事业部",
        "研究院",
        "研究所",
        "分公司",
        "实验室",
        "办公室",
        "中心",
        "学院",
        "支行",
        "分行",
        "总队",
        "支队",
        "集团",
        "公司",
    ];

    /// <summary>
    /// True where words that end as a unit's name does stand before the title; false for a title that only looks so (董事局主席,
    /// 秘书处秘书长).
    /// </summary>
    public static bool IsOfUnit(ReadOnlySpan<char> title)
    {
        for (var end = ShortestUnit; end < title.Length; end++)
        {
            foreach (var suffix in Ends)
            {
                if (
                    title[..end].EndsWith(suffix)
                    && (suffix.Length > 2 || Titles.PostsAndPrefixes.At(title, end).Found)
                    && !Titles.PostsAndPrefixes.At(title, 0).Found
                )
                {
                    return true;
                }
            }

            if (title[end] is '、' or '，')
            {
                return false;
            }
        }

        return false;
    }
}
