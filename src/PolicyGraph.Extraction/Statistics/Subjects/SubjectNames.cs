using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Statistics.Reporters;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Statistics.Subjects;

/// <summary>
/// Which names a figure can be about: places, zones, bodies and events that stand for themselves, and the centres at which an agency
/// serves. An office that rules is none: what it counts is its place's.
/// </summary>
internal sealed class SubjectNames(Paper paper, MentionWindow window)
{
    private const int Post = 12;
    private const int LongestBody = 24;
    private static readonly string[] Locating =
    [
        "位于",
        "地处",
        "坐落于",
        "落户",
        "隶属",
        "属于",
        "毗邻",
        "濒临",
        "东临",
        "西临",
        "南临",
        "北临",
        "东接",
        "西接",
        "南接",
        "北接",
    ];
    private static readonly string[] Held =
    [
        "举行",
        "举办",
        "召开",
        "开幕",
        "闭幕",
        "落幕",
        "拉开",
        "启幕",
        "开展",
        "成立",
        "揭牌",
        "签约",
        "签署",
        "签订",
        "启动",
        "发布",
        "亮相",
    ];
    private static readonly string[] Joint = ["签订", "签署", "签约", "合作", "共建", "达成"];
    private static readonly string[] National =
    [
        "重点实验室",
        "重点镇",
        "重点文物",
        "文明",
        "百强",
        "优秀",
        "首",
        "示范",
        "双拥",
        "卫生",
        "十佳",
    ];
    private static readonly string[] Items = ["中心", "基地", "项目", "公司", "集团", "厂", "园", "院", "平台", "工程", "总部", "银行"];
    private const string Verbs = "，：与和同跟有了为引签形建入吸聚拥已将集设围依布推打";
    private static readonly string[] Serving = ["服务中心", "办事中心", "服务大厅", "办事大厅", "交易中心", "登记中心", "医院"];

    public static bool MayBe(Mention mention) =>
        !mention.Inside
        && mention.Entity is { } entity
        && (mention.Type is EntityType.Place or EntityType.Zone or EntityType.Organization or EntityType.Event || Serves(entity));

    /// <summary>
    /// True for a name that a clause may open with and be about: of one character only in a list of provinces, and no part of a word.
    /// </summary>
    public bool MayHead(Mention mention) => MayBe(mention) && mention.Span.Length > 1 && !IsInWord(mention);

    /// <summary>
    /// 国内 of 国内生产总值, 国内外 and 国内领先 names no country, nor does 全国 of a title (全国重点实验室); 甲馆 is the hall of 甲 at an
    /// exhibition, 甲板挂牌 tells where firms are listed, 甲市党代会提出 who set the aim, 在全省的位次 what is ranked.
    /// </summary>
    public bool IsInWord(Mention mention)
    {
        var after = paper.Text.AsSpan(mention.Span.End);
        return (mention.Type == EntityType.Place && (after.StartsWith("馆") || after.StartsWith("班列")))
            || paper.Text.AsSpan(mention.Span.Start, mention.Span.Length) is "国内"
                && (
                    after.StartsWith("外")
                    || after.StartsWith("生产")
                    || after.StartsWith("领先")
                    || after.StartsWith("一流")
                    || after.StartsWith("市场占有率")
                    || after.StartsWith("市场份额")
                    || after.StartsWith("首")
                    || after.StartsWith("知名")
                )
            || mention.Type == EntityType.Organization
                && (after.StartsWith("挂牌") || after.StartsWith("上市"))
                && !mention.Entity!.Name.EndsWith("交易所", StringComparison.Ordinal)
            || mention.Type == EntityType.Organization && after.TrimStart('》').StartsWith("记者")
            || mention.Type == EntityType.Event && Reporters.SourceWords.Quotes(after) && EventNouns.IsOccasion(mention.Entity!)
            || mention.Type == EntityType.Place && StartsBody(mention.Span.End)
            || IsQuoted(mention.Span)
            || paper.Text.AsSpan(mention.Span.Start, mention.Span.Length) is "全国" && after.StartsWithAny(National)
            || after.StartsWith("的")
                && mention.Span.Start > 0
                && paper.Text[mention.Span.Start] == '全'
                && paper.Text[mention.Span.Start - 1] == '在'
            || IsVenue(mention)
            || IsPartner(mention)
            || IsPredicate(paper.Text.AsSpan(0, mention.Span.Start))
            || IsAgent(mention, paper.Text.AsSpan(0, mention.Span.Start));
    }

    /// <summary>甲省|乙大学: where the body is.</summary>
    private bool StartsBody(int end)
    {
        foreach (var mention in window.Within(new(end, Math.Min(paper.Text.Length, end + LongestBody))))
        {
            return mention.Span.Start == end && mention is { Inside: false, Type: EntityType.Organization };
        }

        return false;
    }

    /// <summary>“甲国最佳城市30强”: a name within the words that are quoted; “甲园” is quoted itself.</summary>
    private bool IsQuoted(TextSpan name)
    {
        var before = paper.Text.AsSpan(Math.Max(0, name.Start - LongestBody), Math.Min(name.Start, LongestBody));
        var open = before.LastIndexOf('“');
        var after = paper.Text.AsSpan(name.End, Math.Min(LongestBody, paper.Text.Length - name.End));
        return open >= 0
            && (open < before.Length - 1 || after.IsEmpty || after[0] != '”')
            && before[open..].IndexOfAny('”', '，', '。') < 0
            && after.IndexOf('”') is > 0 and var close
            && after[..close].IndexOfAny('，', '。', '“') < 0;
    }

    /// <summary>是甲省的县城, 位于甲省东部: what and where it is; but 一是甲市…, 最亮眼的是甲市….</summary>
    private static bool IsPredicate(ReadOnlySpan<char> before)
    {
        if (before.EndsWith("是"))
        {
            return before.Length > 1 && before[^2] != '的' && Quantities.Numerals.Digits.OfWord(before[^2]) <= 0;
        }

        return before.EndsWithAny(Locating);
    }

    /// <summary>与甲公司签订: with whom somebody else did it.</summary>
    private bool IsPartner(Mention mention) =>
        mention.Span.Start > 0
        && paper.Text[mention.Span.Start - 1] is '与' or '同' or '和'
        && paper.Text.AsSpan(mention.Span.End).StartsWithAny(Joint);

    /// <summary>在甲市举行: where something is held, signed or founded.</summary>
    private bool IsVenue(Mention mention) =>
        mention.Type is EntityType.Place or EntityType.Zone
        && mention.Span.Start > 0
        && paper.Text[mention.Span.Start - 1] is '在' or '于' or '赴'
        && paper.Text.AsSpan(mention.Span.End).StartsWithAny(Held);

    /// <summary>由甲市援建: who did it; but 由我国提出的标准 are the country's own.</summary>
    private static bool IsAgent(Mention mention, ReadOnlySpan<char> before) =>
        before.EndsWith("由") && !TitlePlaces.IsCountry(mention.Entity!);

    /// <summary>Of 甲省乙市 the nearer place is meant: the province says where it is; 全省国内生产总值 is the province's.</summary>
    public Mention Nearest(Mention first, TextSpan run)
    {
        if (first.Type == EntityType.Place && TitlePlaces.IsProvince(first.Entity!))
        {
            foreach (var mention in window.Within(new(first.Span.End, run.End)))
            {
                return
                    mention.Span.Start == first.Span.End
                    && mention.Type is EntityType.Place or EntityType.Zone
                    && MayBe(mention)
                    && !TitlePlaces.IsCountry(mention.Entity!)
                    ? mention
                    : first;
            }
        }

        return first;
    }

    /// <summary>甲、乙等12个城市, 甲省省长张三出席: names that the sentence is not about.</summary>
    public bool IsAside(Mention mention, TextSpan clause)
    {
        var after = paper.Text.AsSpan(mention.Span.End, Math.Max(0, clause.End - mention.Span.End));
        return mention.Type == EntityType.Event
                && (
                    SourceWords.IsWhereLearnt(paper.Text.AsSpan(0, mention.Span.Start), after)
                    || after.StartsWith("上") && SourceWords.Speaks(after)
                )
            || after.StartsWith("、")
            || after.StartsWith("”“")
            || after.StartsWith("”、")
            || after.StartsWith("”等")
            || after.StartsWith("等")
            || IsOfItem(mention, after)
            || window.NamesPerson(new(mention.Span.End, Math.Min(clause.End, mention.Span.End + Post)));
    }

    /// <summary>甲市新材料中心、乙省某项目等6个项目: the first of what a list names, whose place is not the sentence's.</summary>
    private static bool IsOfItem(Mention mention, ReadOnlySpan<char> after) =>
        mention.Type == EntityType.Place
        && after.IndexOf('、') is > 1 and var stop
        && after[stop..].IndexOf('等') > 0
        && after[..stop].EndsWithAny(Items)
        && after[..stop].IndexOfAny(Verbs) < 0;

    /// <summary>全国 and 国内 before a rank are the field, at a sentence's head the whole.</summary>
    public bool IsField(TextSpan name) => paper.Text.AsSpan(name.Start, name.Length) is "全国" or "国内";

    /// <summary>国内12个省: from where, for this figure alone.</summary>
    public bool IsHome(TextSpan span) => paper.Text.AsSpan(span.Start, span.Length) is "国内" or "境内";

    /// <summary>Of the agencies only a centre that serves owns windows, halls and cases.</summary>
    public static bool MayBeTakenUp(Entity entity) => entity.Type != EntityType.Agency || Serves(entity);

    private static bool Serves(Entity entity)
    {
        if (entity.Type != EntityType.Agency)
        {
            return false;
        }

        return entity.Name.AsSpan().EndsWithAny(Serving);
    }
}
