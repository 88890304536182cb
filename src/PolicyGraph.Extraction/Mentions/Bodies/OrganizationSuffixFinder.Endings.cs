using PolicyGraph.Extraction.Gazetteers;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Endings that need more than themselves to be the end of a name.</summary>
internal sealed partial class OrganizationSuffixFinder
{
    // Committees of associations, of the world and of other countries; those of a place here are its agencies.
    private static bool IsCommittee(Paper paper, LexicalHit suffix, NameParts parts, int length)
    {
        if (length < MinCommittee || (parts.IsClass && parts.Anchor != NameAnchor.Name))
        {
            return false;
        }

        return parts.Anchor switch
        {
            NameAnchor.Name when paper.Forms.TryLongest(parts.Start, EntryKinds.Organization, out var body) => body.End < suffix.Start,
            NameAnchor.Name when paper.Forms.TryLongest(parts.Start, EntryKinds.Agency | EntryKinds.Zone, out _) => false,
            NameAnchor.Name => paper.Forms.TryLongest(parts.Start, EntryKinds.Place, out var place)
                && place.Form.First<PlaceEntry>() is { Level: "country" or "city" or "region" },
            NameAnchor.Prefix => paper.Text.AsSpan(parts.Start).StartsWith("国际")
                || paper.Text.AsSpan(parts.Start).StartsWith("世界")
                || paper.Text.AsSpan(parts.Start).StartsWith("亚洲"),
            NameAnchor.None => char.IsAsciiLetterUpper(paper.Text[parts.Start]) && length <= MaxLatin,
            _ => false,
        };
    }

    // 某科学院药物所: the short name of an institute of a known body, where nothing else can be meant (某大学所做的).
    private static bool IsInstitute(Paper paper, int start, LexicalHit suffix) =>
        paper.Forms.TryLongest(start, EntryKinds.Organization, out var body)
        && suffix.Start - body.End is >= MinOwn and <= MaxInstitute
        && (
            suffix.End == paper.Text.Length
            || paper.Text[suffix.End] is '、' or '，' or '。' or '和' or '与' or '等' or '）' or '（' or '研'
        );

    // 某省人民医院, 某市中医医院: a place has one of the kind.
    private static bool IsOnlyHospital(string text, int end) =>
        end > 1 && text.AsSpan(end - 2, 2) is "人民" or "中医" or "儿童" or "妇幼" or "肿瘤" or "口腔" or "中心" or "胸科";

    private static bool HasBody(Paper paper, int start, int end)
    {
        if (paper.Forms.TryLongest(start, EntryKinds.Organization, out var known) && known.End <= end)
        {
            return true;
        }

        for (var i = start + MinOwn; i < end; i++)
        {
            foreach (var hit in paper.Forms.EndingAt(i))
            {
                if (hit.Start > start && hit.Form.Is(WordClasses.OrganizationSuffix) && FormGuards.AllowSuffix(paper.Text, hit))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // A place and modifiers are a name where one such body is there to be named: 江苏省产业技术研究院, 南京银行; not 中国银行业协会's
    // neighbours 中国企业集团.
    private static bool AcceptsClass(Paper paper, LexicalHit suffix, NameParts parts)
    {
        // 上海大数据实验室 is one, 上海重点实验室 and 中国实验室 are kinds.
        var isFirm =
            suffix.Form.Text
            is "公司"
                or "集团"
                or "企业集团"
                or "集团公司"
                or "子公司"
                or "分公司"
                or "总公司"
                or "工厂"
                or "医院"
                or "厂"
                or "中学"
                or "小学"
                or "分行"
                or "支行"
                or "基金"
                or "智库"
                or "俱乐部"
                or "事务所"
                or "孵化器"
                or "投资基金"
                or "产业基金"
                or "商业银行";
        return parts.Anchor switch
        {
            NameAnchor.Name when Schools.Contains(suffix.Form.Text, StringComparer.Ordinal) => true,
            NameAnchor.Name when suffix.Form.Text == "医院" && IsOnlyHospital(paper.Text, suffix.Start) => true,
            NameAnchor.Name when PlacedFirm.Is(paper, parts.Start, suffix) => true,
            NameAnchor.Name when paper.Forms.TryLongest(parts.Start, EntryKinds.Place, out var hit) && hit.End == suffix.Start => !isFirm
                && hit.Form.First<PlaceEntry>() is { Level: not "country" },
            NameAnchor.Name
                when suffix.Form.Text == "公司"
                    && paper.Forms.TryLongestBefore(suffix.Start, EntryKinds.Word, out var park)
                    && park.Form.Is(WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored) => true,
            NameAnchor.Name => !isFirm
                || (paper.Forms.TryLongest(parts.Start, EntryKinds.Organization, out var body) && body.End == suffix.Start),
            NameAnchor.Prefix => !isFirm
                && !suffix.Form.Text.EndsWith("实验室", StringComparison.Ordinal)
                && paper.Text[parts.Start] is '全' or '中' or '世' or '国',
            NameAnchor.BareLevel => (!isFirm || suffix.Form.Text.EndsWith("基金", StringComparison.Ordinal))
                && IsBareLevel(paper.Text, parts.Start)
                && suffix.Start - parts.Start > 2,
            _ => false,
        };
    }
}
