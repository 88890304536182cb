using System.Buffers;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Lists that stand side by side, each closed by what its members are: 甲、乙等百余家企业，丙、丁等高校.</summary>
internal static class Fellowship
{
    private const int LongestClass = 24;

    private static readonly SearchValues<char> NoClass = SearchValues.Create("。；：！？（）《》“”的在了由将把被对向为是");

    private static readonly string[] Nouns =
    [
        "企业",
        "单位",
        "部门",
        "机构",
        "高校",
        "院所",
        "代表",
        "公司",
        "协会",
        "学会",
        "商会",
        "负责人",
        "团队",
        "政府",
        "专班",
        "银行",
        "平台",
        "大学",
        "城市",
        "园区",
        "嘉宾",
        "专家",
        "领导",
        "媒体",
    ];

    /// <summary>True for what closes a list of bodies and goes on to the next: 等百余家企业，, 相关负责人，以及.</summary>
    public static bool IsClass(ReadOnlySpan<char> gap)
    {
        var mark = gap.LastIndexOfAny('，', '、');
        var words = mark < 0 ? gap : gap[..mark];
        if (gap.Length > LongestClass || gap.ContainsAny(NoClass) || mark >= 0 && gap[(mark + 1)..] is not ("" or "以及" or "和" or "及"))
        {
            return false;
        }

        foreach (var noun in Nouns)
        {
            if (words.EndsWith(noun))
            {
                return true;
            }
        }

        return words.IsEmpty || words is "等";
    }
}
