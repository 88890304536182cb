using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>The last words of zones' names, for names that a role in the sentence has told already.</summary>
internal static class ZoneEnds
{
    private const int Own = 2;

    private static readonly string[] Words =
    [
        "开发区",
        "高新区",
        "经开区",
        "示范区",
        "试验区",
        "保税区",
        "保税港区",
        "度假区",
        "生态区",
        "合作区",
        "功能区",
        "园区",
        "新区",
        "新城",
        "产业园",
        "工业园",
        "科技园",
        "软件园",
        "医学园",
        "物流园",
        "创业园",
        "科技城",
        "科学城",
        "生态城",
        "产业城",
        "大学城",
        "自贸区",
        "经济区",
        "先行区",
        "集聚区",
    ];

    /// <summary>True where a name ends with one of them and has words of its own before it.</summary>
    public static bool IsAtEnd(string name) => name.Length > Own && name.AsSpan(Own).EndsWithAny(Words);
}
