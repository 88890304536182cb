using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Verbs that stand behind what is carried out: 甲工程深入实施, 乙行动扎实推进, 丙试点获批. The name heads its clause.</summary>
internal static class Advances
{
    private const int Shortest = 6;

    private static readonly string[] Words =
    [
        "加快推进",
        "深入推进",
        "扎实推进",
        "稳步推进",
        "全面推进",
        "有序推进",
        "深入实施",
        "全面实施",
        "顺利实施",
        "启动实施",
        "加快实施",
        "深入开展",
        "全面启动",
        "正式启动",
        "取得积极成效",
        "取得明显成效",
        "取得显著成效",
        "成效显著",
        "取得重大进展",
        "顺利完成",
        "圆满完成",
        "如期完成",
        "圆满收官",
        "纵深推进",
        "全面完成",
        "提质增效",
    ];

    /// <summary>What is granted to a place or widened there.</summary>
    private static readonly string[] Grants = ["获批", "扩面", "落地实施", "获得批复"];

    /// <summary>True where the name heads its clause and one of the verbs follows.</summary>
    public static bool Follow(ReadOnlySpan<char> text, TextSpan name) => HeadsClause(text, name) && text[name.End..].StartsWithAny(Words);

    /// <summary>The same for a pilot, which may also be granted or widened.</summary>
    public static bool FollowPilot(ReadOnlySpan<char> text, TextSpan name) =>
        Follow(text, name) || HeadsClause(text, name) && text[name.End..].StartsWithAny(Grants);

    private static bool HeadsClause(ReadOnlySpan<char> text, TextSpan name) =>
        name.Length >= Shortest
        && (name.Start == 0 || text[name.Start - 1] is '，' or '。' or '；' or '、' or '：' || text[..name.Start].EndsWith("新一轮"));
}
