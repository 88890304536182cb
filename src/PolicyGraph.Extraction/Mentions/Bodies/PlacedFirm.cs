using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Firms whose names hold nothing but a place, a trade and a kind: 安徽建材集团, 铜陵市商业银行, 启云商务公司, where 启云 is a known firm.
/// A place has one group of a trade and one bank of its own, while 安徽建材公司 may be any of many.
/// </summary>
internal static class PlacedFirm
{
    /// <summary>What makes a class of groups, not a trade of one.</summary>
    private static readonly string[] Kinds =
    [
        "企业",
        "产业",
        "行业",
        "骨干",
        "龙头",
        "国有",
        "民营",
        "大型",
        "上市",
        "重点",
        "科技型",
        "跨国",
        "外资",
    ];

    /// <param name="start">Where the place or the known firm begins.</param>
    public static bool Is(Paper paper, int start, LexicalHit kind)
    {
        var place = paper.Forms.TryLongest(start, EntryKinds.Place, out var hit) ? hit.Form.First<PlaceEntry>() : null;
        return kind.Form.Text switch
        {
            "集团" or "集团公司" => place is not null
                && hit.End < kind.Start
                && (place.Level != "country" || kind.Form.Text == "集团公司")
                && !IsKind(paper.Text, hit.End, kind.Start),
            "商业银行" => place is { Level: "prefecture" or "county" } && hit.End == kind.Start,
            "医院" or "中学" => place is { Level: "county" } && hit.End == kind.Start && !NameStart.EndsWithRank(hit.Form.Text),
            "工程院" or "科学院" => place is { Level: "country", Id: not "CHN" } && hit.End == kind.Start,
            "公司" => paper.Forms.TryLongest(start, EntryKinds.Organization, out var firm)
                && firm.End < kind.Start
                && firm.Form.First<OrganizationEntry>() is { Category: "company" },
            _ => false,
        };
    }

    private static bool IsKind(string text, int start, int end)
    {
        foreach (var word in Kinds)
        {
            if (text.AsSpan(start, end - start).Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
