using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>
/// Bodies of state and party by the last word of their names: governments of divisions and towns, committees, courts, customs houses,
/// missions, bureaus and centres, and the groups and command posts that governments set up for a purpose.
/// </summary>
internal sealed class AgencySuffixFinder() : SuffixFinder(EntityType.Agency, "agency.suffix", WordClasses.AgencySuffix)
{
    private const int MostVerbs = 3;
    private const int LongestGroup = 36;

    private static readonly string[] Groups = ["领导小组", "协调小组", "指挥部", "工作专班", "专班", "联席会议"];

    /// <summary>What is done with a group; its name begins behind that.</summary>
    private static readonly string[] SetUp =
    [
        "成立",
        "设立",
        "组建",
        "调整",
        "撤销",
        "印发",
        "关于",
        "根据",
        "由于",
        "以及",
        "参加",
        "召开",
    ];

    private const int MinOwn = 4;
    private const int MaxOwn = 16;
    private const int LongestZone = 8;
    private const int LongestTown = 9;
    private const int LongestDivision = 10;

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts)
    {
        var length = suffix.Start - parts.Start;
        if (paper.Text.AsSpan(parts.Start, suffix.End - parts.Start).Contains("标准化", StringComparison.Ordinal))
        {
            return false;
        }

        if (suffix.Form.Text == "人民政府")
        {
            return parts.Anchor == NameAnchor.Name
                && !IsKnownPlace(paper, suffix.Start)
                && IsDivision(paper.Text.AsSpan(parts.Start, length));
        }

        if (suffix.Form.Text[0] is '镇' or '乡')
        {
            return length is >= 1 and <= LongestTown && !parts.IsClass && parts.Anchor is NameAnchor.None or NameAnchor.Name;
        }

        if (suffix.Form.Text is "代表处" or "办事处" && IsOfOrganization(paper, parts.Start, suffix.Start))
        {
            return false;
        }

        if (suffix.Form.Text is "街道办事处" or "派出所")
        {
            return length is >= 2 and <= LongestDivision && !parts.IsClass;
        }

        if (suffix.Form.Text == "海关")
        {
            return length >= 2 && (parts.Anchor == NameAnchor.Name || !parts.IsClass);
        }

        if (suffix.Form.Text.EndsWith("中心", StringComparison.Ordinal))
        {
            return length >= MinOwn && IsGovernment(paper, parts, suffix.Start);
        }

        return parts.Anchor switch
        {
            NameAnchor.Name => length > 0
                && (
                    !parts.IsClass
                    || IsBodyOfZone(suffix.Form.Text)
                    || suffix.Form.Text[0] == '驻'
                    || suffix.Form.Text.EndsWith("法庭", StringComparison.Ordinal)
                    || suffix.Form.Text is "互联网法院" or "知识产权法院" or "金融法院" or "海事法院"
                ),
            NameAnchor.Prefix => length >= MinOwn && !parts.IsClass,
            NameAnchor.BareLevel => IsBareLevel(paper.Text, parts.Start) && length >= MinOwn,
            _ when IsBodyOfZone(suffix.Form.Text) => !parts.IsClass
                && length is > 2 and <= LongestZone
                && paper.Text[suffix.Start - 1] is '区' or '城' or '园' or '岛' or '港' or '湾' or '带',
            _ => !parts.IsClass
                && length is >= MinOwn and <= MaxOwn
                && suffix.Form.Text is "领导小组" or "领导小组办公室" or "专班" or "工作专班" or "指挥部",
        };
    }

    // 某总商会某市代表处 is the chamber's.
    private static bool IsOfOrganization(Paper paper, int start, int end)
    {
        if (paper.Forms.TryLongest(start, EntryKinds.Organization, out _))
        {
            return true;
        }

        for (var i = start + MinOwn; i < end; i++)
        {
            foreach (var hit in paper.Forms.EndingAt(i))
            {
                if (hit.Start > start && hit.Form.Is(WordClasses.OrganizationSuffix))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // 某省民政厅中共某省委编办, run together in a head, are two.
    protected override int Trim(Paper paper, int start, int end) =>
        AfterDepartment(paper, start, end) is var after && after > start && after < end && NameStart.StartsKnown(paper, after)
            ? after
            : WithVerbs(paper, start, end);

    // 甲市推进甲甲工作领导小组: a group that is set up for a task has its verbs in its name, behind the place whose it is.
    private static int WithVerbs(Paper paper, int start, int end)
    {
        if (!paper.Text.AsSpan(end).StartsWithAny(Groups) || NameStart.StartsKnown(paper, start))
        {
            return start;
        }

        var from = start;
        for (var verbs = 0; verbs < MostVerbs && VerbBefore(paper, from) is > 0 and var verb && end - from < LongestGroup; verbs++)
        {
            from = NameStart.Find(paper, from - verb, Math.Max(0, from - LongestGroup));
            if (
                paper.Forms.TryLongest(from, EntryKinds.Place | EntryKinds.Agency, out var owner) && owner.Length > 1
                || IsBareLevel(paper.Text, from) && from < start
            )
            {
                return from;
            }
        }

        return start;
    }

    private static int VerbBefore(Paper paper, int position)
    {
        foreach (var hit in paper.Forms.EndingAt(position))
        {
            if (hit.Length == 2 && hit.Form.Is(WordClasses.Boundary) && !Array.Exists(SetUp, word => word == hit.Form.Text))
            {
                return hit.Length;
            }
        }

        return 0;
    }

    private static bool IsKnownPlace(Paper paper, int end)
    {
        foreach (var hit in paper.Forms.EndingAt(end))
        {
            if (hit.Length > 1 && (hit.Form.Kinds & EntryKinds.Place) != EntryKinds.None)
            {
                return true;
            }
        }

        return false;
    }

    // 青阳县人民政府 where the gazetteer has the county no more; not 上海等4省市人民政府, nor another body run together with a government.
    private static bool IsDivision(ReadOnlySpan<char> name) =>
        name.Length is >= 3 and <= LongestDivision
        && name[^1] is '省' or '市' or '县' or '区' or '州' or '盟' or '旗' or '镇' or '乡'
        && !name.ContainsAnyInRange('0', '9')
        && name.IndexOfAny("委厅室办省、等") is var at
        && (at < 0 || name[at] == '省' && at < name.Length - 1);

    // A centre is a government's where an agency, a zone or a government's place in full stands before it: 某部某某管理中心,
    // 某市投资促进服务中心, but 上海某某服务中心 may be anyone's.
    private static bool IsGovernment(Paper paper, NameParts parts, int end) =>
        parts.Anchor switch
        {
            NameAnchor.BareLevel => IsBareLevel(paper.Text, parts.Start),
            NameAnchor.Name when paper.Forms.TryLongest(parts.Start, EntryKinds.Agency | EntryKinds.Zone, out var owner) => owner.End < end,
            NameAnchor.Name => paper.Forms.TryLongest(parts.Start, EntryKinds.Place, out var place)
                && place.End < end
                && place.Form.Text[^1] is '省' or '市' or '区' or '县',
            _ => false,
        };

    private static bool IsBodyOfZone(string suffix) =>
        suffix is "管委会" or "管理委员会" or "党工委" or "工委" or "管委会办公室" or "管理委员会办公室";

    // 某园区工委 is a zone's, 某市教育工委 is not.
    private static bool IsZone(string name) => name[^1] is '区' or '城' or '园' or '岛' or '港' or '湾';

    private static string Zone(string name) => Lexicon.Default.Find(name)?.First<ZoneEntry>()?.Name ?? name;

    protected override string NameOf(string text, LexicalHit suffix) =>
        suffix.Form.Text switch
        {
            "镇政府" or "乡政府" => text[..^2] + "人民政府",
            "管委会" => Zone(text[..^suffix.Length]) + "管理委员会",
            "党工委" or "工委" when IsZone(text[..^suffix.Length]) => $"中国共产党{Zone(text[..^suffix.Length])}工作委员会",
            "中心" => OfAgency(text),
            _ => text,
        };

    // 科技部某某中心 bears the ministry's full name.
    private static string OfAgency(string text)
    {
        for (var length = text.Length - 2; length > 1; length--)
        {
            if (Lexicon.Default.Find(text.AsSpan(0, length))?.First<AgencyEntry>() is { } agency)
            {
                return agency.Name + text[length..];
            }
        }

        return text;
    }
}
