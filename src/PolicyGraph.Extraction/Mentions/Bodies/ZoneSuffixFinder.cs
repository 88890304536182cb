using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Bodies;

/// <summary>Zones and parks by the last word of their names: 某市高新区, 某产业园, 某科技城.</summary>
internal sealed class ZoneSuffixFinder()
    : SuffixFinder(EntityType.Zone, "zone.suffix", WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored)
{
    private const int MinOwn = 2;
    private const int MaxOwn = 14;
    private const int MinNational = 6;
    private const int MaxOwnWord = 5;
    private const int MaxList = 60;
    private const int MinClass = 4;
    private const int MaxOwnPark = 6;

    /// <summary>A zone of a town that is not named there: 我镇工业集中区.</summary>
    private static readonly string[] Anaphors = ["我镇", "该镇", "本镇", "全镇", "我乡", "该乡", "我村", "该村"];

    /// <summary>Words that make what follows many zones, or any.</summary>
    private static readonly string[] Determiners =
    [
        "这些",
        "那些",
        "全省",
        "全市",
        "全县",
        "全国",
        "全区",
        "我省",
        "我市",
        "我县",
        "我国",
        "上述",
        "其他",
        "其它",
        "居全国",
        "各省",
        "各市",
        "各地",
        "每个",
        "跨区域",
        "跨省",
        "跨市",
        "跨境",
    ];

    private static readonly string[] Opened =
    [
        "位于",
        "坐落",
        "占地",
        "规划面积",
        "总投资",
        "一期",
        "二期",
        "三期",
        "揭牌",
        "开园",
        "奠基",
        "正式",
        "又称",
        "项目位于",
        "内的",
        "已有",
        "已入驻",
        "项目一期",
    ];

    private static readonly string[] Reached =
    [
        "走进",
        "来到",
        "落户",
        "落户于",
        "位于",
        "入驻",
        "建成了",
        "坐落于",
        "坐落在",
        "走访",
        "参观",
        "参观了",
    ];

    private static readonly string[] Kinds =
    [
        "国家级",
        "省级",
        "市级",
        "县级",
        "各级",
        "特色",
        "重点",
        "专业",
        "一流",
        "首个",
        "大型",
        "现代化",
        "国际化",
    ];

    protected override bool Accepts(Paper paper, LexicalHit suffix, NameParts parts)
    {
        var length = suffix.Start - parts.Start;
        // 花园式科创园区 ends with another word, which is asked for itself.
        if (suffix.End < paper.Text.Length && paper.Text[suffix.End] == '区' && suffix.Form.Text[^1] == '园')
        {
            return false;
        }

        if (parts.Anchor == NameAnchor.BareLevel)
        {
            return length == 1 && IsLevel(paper.Text, parts.Start) && IsLevelsOwn(suffix.Form.Text);
        }

        if (
            paper.Text.AsSpan(parts.Start, length).StartsWithAny(Anaphors)
            || paper.Text.AsSpan(parts.Start, length).StartsWithAny(Determiners)
        )
        {
            return false;
        }

        if (
            length < MinOwn
            || paper.Text[parts.Start] is '多' or '更'
            || IsBatch(paper.Text.AsSpan(parts.Start, length))
            || IsSum(paper.Text.AsSpan(parts.Start, length))
            || paper.Text.AsSpan(parts.Start, length).Contains("星级", StringComparison.Ordinal)
        )
        {
            return false;
        }

        // 甲省园区 are all of them, 甲地乙湖园区 is one.
        if (suffix.Form.Text == "园区")
        {
            return parts.Anchor == NameAnchor.Name
                && !parts.IsClass
                && length <= MaxOwn
                && paper.Text.IndexOf('—', parts.Start, length) < 0;
        }

        if (parts.Anchor == NameAnchor.Name)
        {
            return !(
                parts.IsClass
                && paper.Forms.TryLongest(parts.Start, EntryKinds.Place, out var hit)
                && hit.Form.First<PlaceEntry>() is { Level: "country" or "region", Id: "CHN" or not { Length: 3 } }
            );
        }

        if (IsListed(paper.Text, suffix.End))
        {
            return parts.Anchor == NameAnchor.None && length <= MaxOwn;
        }

        if (
            parts.Anchor == NameAnchor.None
            && !parts.IsClass
            && length <= MaxOwnWord
            && IsOwnKind(suffix.Form.Text)
            && paper.Text.AsSpan(parts.Start, length).IndexOfAny("着了的在为等其继".AsSpan()) < 0
        )
        {
            return true;
        }

        if (parts.IsClass && length is >= MinClass and <= MaxOwn && IsTold(paper.Text, parts.Start, suffix))
        {
            return true;
        }

        var isNational = paper.Text.AsSpan(parts.Start, length).Contains("国家", StringComparison.Ordinal);
        return length <= MaxOwn
            && (
                isNational
                    ? length >= MinNational
                        && (!(parts.IsClass && paper.Text[parts.Start] == '国') || IsGranted(paper.Text.AsSpan(0, parts.Start)))
                    : !parts.IsClass
                        && (
                            suffix.Form.Is(WordClasses.ZoneSuffix)
                            || length <= MaxOwnPark && suffix.Form.Text[^1] is '园' or '城' or '港' or '谷' && !GoesOn(paper, suffix.End)
                        )
            );
    }

    // 某云谷产业园: a word of kind goes on with the name.
    private static bool GoesOn(Paper paper, int end)
    {
        foreach (var hit in paper.Forms.StartingAt(end))
        {
            if (hit.Length > 1 && hit.Form.Is(WordClasses.ZoneSuffix | WordClasses.ZoneSuffixAnchored | WordClasses.Modifier))
            {
                return true;
            }
        }

        return false;
    }

    // 县工业园: where the paper's county has one of the kind, it is that.
    private static bool IsLevelsOwn(string suffix) =>
        suffix
            is "工业园"
                or "工业园区"
                or "产业园"
                or "产业园区"
                or "开发区"
                or "经开区"
                or "经济开发区"
                or "高新区"
                or "产业集聚区"
                or "科技园";

    private static bool IsLevel(string text, int start) =>
        text[start] is '县' or '市' or '区'
        && (
            start == 0
            || !NameStart.IsNameCharacter(text[start - 1])
            || text[start - 1] is '在' or '对' or '为' or '与' or '和' or '到' or '该' or '我' or '本'
        );

    /// <summary>
    /// True where a park of plain words is one that is somewhere, is opened or is come to: 高端智能制造产业园位于, 走进绿色建材产业园.
    /// </summary>
    private static bool IsTold(string text, int start, LexicalHit suffix) =>
        suffix.Form.Text[^1] is '园' or '城' or '谷' or '港'
        && !text.AsSpan(start, suffix.Start - start).StartsWithAny(Kinds)
        && (text.AsSpan(suffix.End).StartsWithAny(Opened) || text.AsSpan(0, start).EndsWithAny(Reached));

    // 获批建设国家甲试验区: a title that is granted is one.
    private static bool IsGranted(ReadOnlySpan<char> before) =>
        before.EndsWith("获批")
        || before.EndsWith("获批建设")
        || before.EndsWith("获批创建")
        || before.EndsWith("获批设立")
        || before.EndsWith("获评")
        || before.EndsWith("入选")
        || before.EndsWith("被授予")
        || before.EndsWith("获得");

    // 甲产业园三大新兴产业集聚区: the suffix sums up the list before.
    private static bool IsSum(ReadOnlySpan<char> own) => own.IndexOf('大') is > 0 and var at && IsCount(own[at - 1]) && at > 1;

    // 第二批自贸试验区, 首批示范区
    private static bool IsBatch(ReadOnlySpan<char> own) => own.StartsWith("首批") || own.Length > 2 && own[0] == '第' && own[2] == '批';

    // 浒墅开发区, 远山高新区: a word of its own before the plainest kinds names one zone; 试验区 and 示范区 say what is tried there.
    private static bool IsOwnKind(string suffix) =>
        suffix
            is "开发区"
                or "经开区"
                or "高新区"
                or "经济开发区"
                or "综保区"
                or "综合保税区"
                or "产业城"
                or "产业集聚区"
                or "集聚区"
                or "工业区"
                or "片区"
                or "新区"
                or "管理区"
                or "新港区"
                or "中央商务区"
                or "大走廊"
                or "科创大走廊"
                or "科创走廊"
                or "新城"
                or "临空经济区";

    /// <summary>
    /// True where a list of parks goes on or is counted: 甲产业园、乙产业园五大园区. Its members are named, be their words ever so plain.
    /// </summary>
    private static bool IsListed(string text, int end)
    {
        var stop = text.AsSpan(end, Math.Min(MaxList, text.Length - end)).IndexOfAny("，,。；：（".AsSpan());
        var rest = text.AsSpan(end, stop < 0 ? Math.Min(MaxList, text.Length - end) : stop);
        var counted = rest.LastIndexOf("园区");
        if (counted < 2 || rest[0] is not ('、' or '等') && !IsCount(rest[0]))
        {
            return false;
        }

        var head = rest[..counted].TrimEnd("特色主题专业园");
        return head.Length > 1 && head[^1] is '大' or '个' && IsCount(head[^2]);
    }

    private static bool IsCount(char c) => char.IsAsciiDigit(c) || "两二三四五六七八九十".Contains(c, StringComparison.Ordinal);

    // 甲集团乙产业园 is a firm's park, 甲大学乙孵化园 a university's; an agency's or an institute's name ends before the park's. The 开发
    // of 开发区 is no verb: 甲开发区乙工业园.
    protected override int Trim(Paper paper, int start, int end)
    {
        start = AfterDepartment(paper, AfterAddress(paper.Text, start, end), end);
        var after = AfterLast(paper, start, end, WordClasses.ZoneBoundary | WordClasses.OrganizationSuffix | WordClasses.AgencySuffix);
        return after == start ? start
            : paper.Text.AsSpan(start, after - start).EndsWith("集团") || paper.Text.AsSpan(start, after - start).EndsWith("大学") ? start
            : after < end - 1 && paper.Text.AsSpan(after - 2, 3) is "开发区" ? after + 1
            : after;
    }

    // 某市某大道四段甲产业园, 某路12号乙产业园: the address is none of the park's name.
    private static int AfterAddress(string text, int start, int end)
    {
        var road = text.AsSpan(start, end - start).IndexOfAny("路街道".AsSpan());
        for (var i = end - 1; road > 0 && i > start + road; i--)
        {
            if (
                text[i] == '段' && text[i - 1] is '一' or '二' or '三' or '四' or '五' or '东' or '西' or '南' or '北' or '中'
                || text[i] == '号' && char.IsAsciiDigit(text[i - 1])
            )
            {
                return i + 1;
            }
        }

        return start;
    }

    protected override void Describe(Mention mention)
    {
        if (mention.Name.Contains("国家", StringComparison.Ordinal))
        {
            mention.Props["level"] = "national";
        }
    }
}
