using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>
/// Halls by the body or place that they are of and by what takes place in them: 在甲学院学术报告厅举行, 在乙网演播厅召开.
/// </summary>
internal static class HallNames
{
    private const double Sure = 0.96;
    private const int LongestSite = 24;

    private static readonly string[] Halls =
    [
        "报告厅",
        "发布厅",
        "音乐厅",
        "多媒体厅",
        "影剧院",
        "剧场",
        "会堂",
        "博物馆",
        "展览馆",
        "文化馆",
        "图书馆",
        "体育场",
        "体育中心",
        "会议中心",
        "会展中心",
        "演播厅",
        "演播室",
        "会议厅",
        "多功能厅",
        "宴会厅",
        "国际厅",
        "大礼堂",
        "礼堂",
        "大会堂",
        "大剧院",
        "体育馆",
        "会议室",
    ];

    private static readonly string[] Verbs =
    [
        "举行",
        "举办",
        "召开",
        "开幕",
        "启幕",
        "闭幕",
        "落幕",
        "揭牌",
        "签约",
        "成功",
        "隆重",
        "正式",
        "顺利",
    ];

    public static void Find(Paper paper, KnownSpans known)
    {
        var text = paper.Text;
        for (var at = text.IndexOf('在', StringComparison.Ordinal); at >= 0; at = text.IndexOf('在', at + 1))
        {
            var end = IsKnown(known, at + 1) ? End(text.AsSpan(0, Math.Min(text.Length, at + 1 + LongestSite)), at + 1) : 0;
            if (end > 0)
            {
                var span = new TextSpan(at + 1, end);
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = span,
                        Type = EntityType.Place,
                        Name = paper.Source.Surface(span),
                        Rule = "place.hall",
                        Confidence = Sure,
                    }
                );
            }
        }
    }

    private static bool IsKnown(KnownSpans known, int start) =>
        known.StartsAt(start, EntityType.Organization)
        || known.StartsAt(start, EntityType.Agency)
        || known.StartsAt(start, EntityType.Place);

    /// <summary>
    /// Where the hall's name ends that a verb follows; 0 where the words from <paramref name="start"/> on are no name of one.
    /// </summary>
    private static int End(ReadOnlySpan<char> text, int start)
    {
        for (var i = start; i < text.Length && NameStart.IsNameCharacter(text[i]); i++)
        {
            foreach (var hall in Halls)
            {
                if (text[i..].StartsWith(hall))
                {
                    return IsFollowed(text[(i + hall.Length)..]) ? i + hall.Length : 0;
                }
            }
        }

        return 0;
    }

    private static bool IsFollowed(ReadOnlySpan<char> rest) => rest.StartsWithAny(Verbs);
}
