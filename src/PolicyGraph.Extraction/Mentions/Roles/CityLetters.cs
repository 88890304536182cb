using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>
/// Cities and provinces by the one character that headlines put for them (在京举行, 在粤隆重召开): only right between 在 and a verb of what takes place
/// there.
/// </summary>
internal static class CityLetters
{
    private const double Sure = 0.96;

    private static readonly WordList<string> Cities = WordList<string>.Load("city-letters.tsv", row => row[1]);

    private static readonly string[] Adverbs = ["隆重", "成功", "正式", "顺利", "圆满", "盛大", "联合", "共同", "首次", "同时"];

    private static readonly string[] Verbs =
    [
        "举行",
        "举办",
        "召开",
        "开幕",
        "启幕",
        "闭幕",
        "落幕",
        "成立",
        "揭牌",
        "签约",
        "签署",
        "发布",
        "启动",
        "开工",
        "亮相",
        "揭晓",
        "颁发",
        "开赛",
        "挂牌",
        "首发",
        "开展",
        "出席",
        "会见",
        "主持",
        "公布",
        "揭幕",
        "开播",
        "参加",
    ];

    public static void Find(Paper paper)
    {
        var text = paper.Text;
        for (var at = text.IndexOf('在', StringComparison.Ordinal); at >= 0 && at + 2 < text.Length; at = text.IndexOf('在', at + 1))
        {
            if (Cities.TryAt(text, at + 1, out var length, out var city) && TakesPlace(text.AsSpan(at + 1 + length)))
            {
                paper.Mentions.Add(
                    new Mention
                    {
                        Span = new(at + 1, at + 1 + length),
                        Type = EntityType.Place,
                        Name = city,
                        Rule = "place.letter",
                        Confidence = Sure,
                    }
                );
            }
        }
    }

    private static bool TakesPlace(ReadOnlySpan<char> rest)
    {
        foreach (var adverb in Adverbs)
        {
            if (rest.StartsWith(adverb))
            {
                rest = rest[adverb.Length..];
                break;
            }
        }

        return rest.StartsWithAny(Verbs);
    }
}
