using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Companies, universities, institutes, associations, banks, funds and other bodies by the last word of their names.</summary>
internal sealed partial class OrganizationSuffixFinder()
    : SuffixFinder(EntityType.Organization, "organization.suffix", WordClasses.OrganizationSuffix | WordClasses.OrganizationSuffixAnchored)
{
    private const int MinOwn = 2;
    private const int MaxOwn = 14;
    private const int MaxInstitute = 6;
    private const int MaxLatin = 24;

    /// <summary>What names hold (投资促进会), and none begins with.</summary>
    private static readonly string[] Verbs = ["促进", "联系", "协调", "对接", "支持", "办理"];

    /// <summary>Of these a place has one.</summary>
    private static readonly string[] Schools =
    [
        "实验小学",
        "实验中学",
        "高级中学",
        "外国语学校",
        "职业技术学校",
        "中心小学",
        "第一中学",
        "第二中学",
        "第三中学",
        "一中",
        "二中",
        "福彩中心",
        "体彩中心",
        "体育彩票中心",
        "福利彩票中心",
    ];

    private static readonly string[] Classes =
    [
        "企业",
        "公司",
        "供应商",
        "制造商",
        "运营商",
        "厂商",
        "巨头",
        "独角兽",
        "央企",
        "国企",
        "民企",
        "外企",
    ];

    private static readonly string[] NationalLaboratories =
    [
        "国家重点实验室",
        "全国重点实验室",
        "国家工程实验室",
        "国家工程研究中心",
        "国家工程技术研究中心",
        "国家技术创新中心",
    ];

    private const int MinCommittee = 4;
    private const int MaxPlain = 4;
    private const int MinDefined = 6;

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts)
    {
        var length = suffix.Start - parts.Start;
        if (length < MinOwn)
        {
            return false;
        }

        // 甲区科协会同: the association's short word ends before 会同.
        if (suffix.Form.Text == "协会" && paper.Text[suffix.Start - 1] == '科' && paper.Text.AsSpan(suffix.End).StartsWith("同"))
        {
            return false;
        }

        if (IsDefined(paper.Text, suffix.End) && length >= MinDefined && !parts.IsClass)
        {
            return true;
        }

        // 青禾孵化器: it bears a word of its own.
        if (suffix.Form.Text == "孵化器" && parts.Anchor == NameAnchor.None)
        {
            return !parts.IsClass && length <= MaxInstitute && !paper.Text.AsSpan(parts.Start, length).ContainsAny("+级类型式家个等科");
        }

        // 远麓投资公司: nothing but a word of its own stands before it.
        if (parts.Anchor == NameAnchor.None && suffix.Form.Text == "投资公司")
        {
            return !parts.IsClass && length <= MaxPlain && ActingFirmFinder.OpensClause(paper.Text, parts.Start);
        }

        // 鹤鸣医院: nothing but a word of its own stands before it.
        if (
            parts.Anchor == NameAnchor.None
            && suffix.Form.Text is "医院"
            && length is 2 or 3
            && TradeFirmFinder.IsOwnWord(paper, new(parts.Start, suffix.Start))
        )
        {
            return ActingFirmFinder.OpensClause(paper.Text, parts.Start) || paper.Text[parts.Start - 1] is '的' or '在' or '到';
        }

        if (parts.Anchor == NameAnchor.None && suffix.Form.Text is "卫生院" or "中心小学" or "中学" or "小学" or "幼儿园" or "敬老院")
        {
            return length is 3 or 4
                && paper.Text[suffix.Start - 1] is '镇' or '乡' or '村'
                && !paper.Text.AsSpan(0, suffix.Start).EndsWith("乡镇");
        }

        if (parts.Anchor == NameAnchor.None && StartsWithKind(paper, parts.Start, suffix.Start))
        {
            return false;
        }

        if (suffix.Form.Text is "中心" or "研究室" or "课题组" or "事业部" && !HasBody(paper, parts.Start, suffix.Start))
        {
            return false;
        }

        if (suffix.Form.Text == "所")
        {
            return IsInstitute(paper, parts.Start, suffix);
        }

        if (suffix.Form.Text == "委员会")
        {
            return IsCommittee(paper, suffix, parts, length);
        }

        // 人工智能全国重点实验室: there is one of the field.
        if (
            parts.IsClass
            && length >= MinCommittee
            && parts.Anchor == NameAnchor.None
            && NationalLaboratories.Contains(suffix.Form.Text, StringComparer.Ordinal)
        )
        {
            return !paper.Text.AsSpan(parts.Start, length).ContainsAny("级类批");
        }

        if (parts.IsClass)
        {
            return AcceptsClass(paper, suffix, parts);
        }

        if (suffix.Form.Text.EndsWith('厂') && parts.Anchor != NameAnchor.Name)
        {
            return false;
        }

        return suffix.Form.Is(WordClasses.OrganizationSuffix)
            ? parts.Anchor is NameAnchor.Name or NameAnchor.Prefix
                || length <= MaxOwn
                || (length <= MaxLatin && char.IsAsciiLetter(paper.Text[parts.Start]))
            : parts.Anchor is NameAnchor.Name or NameAnchor.Prefix
                || HasBody(paper, parts.Start, suffix.Start)
                || (parts.Anchor == NameAnchor.BareLevel && IsBareLevel(paper.Text, parts.Start));
    }

    /// <summary>
    /// Where a firm's own name begins behind the word for what it is: 机器人企业远麓公司, 上市公司青禾集团; the start where nothing but
    /// plain words follow (某省企业管理公司).
    /// </summary>
    private static int AfterClass(Paper paper, int start, int end)
    {
        for (var i = end - MinOwn; i > start; i--)
        {
            foreach (var hit in paper.Forms.EndingAt(i))
            {
                if (
                    hit.Length > 1
                    && hit.Start >= start
                    && hit.Form.Is(WordClasses.CompanyClass)
                    && hit.Form.Text.EndsWithAny(Classes)
                    && (hit.Length > MinOwn || hit.Start > start && NameParts.Read(paper, start, hit.Start).IsClass)
                    && NameParts.Read(paper, i, end) is not { IsClass: true, Anchor: NameAnchor.None }
                )
                {
                    return i;
                }
            }
        }

        return start;
    }

    // 本次论坛甲甲集团: the event is none of the body's name, which no event begins.
    protected override int Trim(Paper paper, int start, int end)
    {
        if (
            start < end
            && paper.Text.AsSpan(start).WordAtStart(Verbs) is { } verb
            && end - start - verb.Length >= MinOwn
            && !NameStart.StartsKnown(paper, start)
        )
        {
            return start + verb.Length;
        }

        if (
            end < paper.Text.Length
            && paper.Text[end] is '公' or '有' or '集' or '股'
            && AfterClass(paper, start, end) is var own
            && own > start
        )
        {
            return own;
        }

        // 某区某路西侧甲农场: the side of the road ends the address.
        if (
            paper.Text.LastIndexOf('侧', Math.Max(start, end - 1), Math.Max(0, end - start)) is var side
            && side > start
            && paper.Text[side - 1] is '东' or '西' or '南' or '北'
            && end - side > MinOwn
        )
        {
            return side + 1;
        }

        foreach (var hit in paper.Forms.StartingAt(start))
        {
            if (hit.Form.Is(WordClasses.EventWord) && end - hit.End >= MinOwn && start > 0 && paper.Text[start - 1] is '次' or '届')
            {
                return hit.End;
            }
        }

        return start;
    }

    // 甲产业协同促进中心（以下简称“乙中心”）: what is given a short name is one.
    private static bool IsDefined(string text, int end) =>
        text.AsSpan(end).StartsWith("（以下简称") || text.AsSpan(end).StartsWith("（简称");

    // 协会六届理事会, 公司技术研究院: a body that only its kind names.
    internal static bool StartsWithKind(Paper paper, int start, int end)
    {
        foreach (var hit in paper.Forms.StartingAt(start))
        {
            if (
                hit.Length > 1
                && hit.End <= end
                && hit.Form.Is(WordClasses.OrganizationSuffix | WordClasses.OrganizationSuffixAnchored)
                && FormGuards.AllowSuffix(paper.Text, hit)
            )
            {
                return true;
            }
        }

        return false;
    }
}
