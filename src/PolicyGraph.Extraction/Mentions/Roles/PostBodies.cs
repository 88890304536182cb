using System.Buffers;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Mentions.Works;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>
/// The unknown body before a person's post: 甲乙协会可持续委员会秘书长王某, 某中心成果处副主任李某. By its last word anywhere; in a list of
/// posts or of persons (甲院长王某，乙丙网总编辑李某) its place in the list is enough.
/// </summary>
internal static class PostBodies
{
    private const int LongestReach = 40;
    private const int ShortestName = 4;
    private const int ShortestOwn = 6;
    private const int LongestUnit = 12;
    private const int LongestListed = 24;
    private const int ShortestPlaced = 6;
    private const int MostPosts = 8;

    private static readonly SearchValues<char> Marks = SearchValues.Create("，、。；：！？“”《》〔〕…▶■□,;兼");

    private static readonly SearchValues<char> NoName = SearchValues.Create("的了在是由将被把于从向以为其等给让使与同邀请曾现任原某该本驻");

    private static readonly string[] Units =
    [
        "委员会",
        "中心",
        "学院",
        "研究院",
        "研究所",
        "研究室",
        "实验室",
        "总部",
        "分会",
        "事业部",
        "分公司",
        "支队",
        "处",
        "室",
        "部",
        "司",
        "所",
        "科",
        "网",
    ];

    private static readonly string[] Bodies =
    [
        "协会",
        "学会",
        "联盟",
        "委员会",
        "研究院",
        "研究所",
        "商会",
        "基金会",
        "联合会",
        "促进会",
        "总部",
        "平台",
        "实验室",
        "智库",
        "事务所",
        "执委会",
        "组委会",
    ];

    /// <summary>Words for anyone's body, which name none.</summary>
    private static readonly string[] Classes =
    [
        "单位",
        "部门",
        "企业",
        "公司",
        "机构",
        "团队",
        "小组",
        "项目",
        "行业",
        "领域",
        "方面",
        "专业",
        "技术",
        "国家",
        "杰出",
        "知名",
        "著名",
        "优秀",
        "嘉宾",
        "代表",
    ];

    private static readonly string[] Ranks = ["执行", "常务", "高级", "轮值", "首席", "资深", "特邀", "专职", "名誉", "荣誉"];

    /// <summary>Those whose bodies are often left out, or who are no heads of any.</summary>
    private static readonly string[] NoHeads = ["代表", "委员", "成员", "负责人", "人员", "院士", "家"];

    /// <summary>
    /// The last characters of what a place has (江淮计量院); 局, 厅 and 委 are its government's, which have a grammar of their own.
    /// </summary>
    private const string PlacedEnds = "院所社馆台联";

    /// <summary>In the order of the persons.</summary>
    public static IEnumerable<TextSpan> Find(Paper paper, KnownSpans known)
    {
        var persons = paper.Mentions.Where(m => m.Type == EntityType.Person).OrderBy(m => m.Span.Start).ToList();
        for (var i = 0; i < persons.Count; i++)
        {
            var position = persons[i].Span.Start;
            for (
                var posts = 0;
                posts < MostPosts && BeforeTitles(paper.Text, position, out var isHead) is var end && end < position;
                posts++
            )
            {
                var start = known
                    .EndingAt(end)
                    .Where(m => m.Type != EntityType.Place)
                    .Select(m => m.Span.Start)
                    .DefaultIfEmpty(Start(paper, end))
                    .Min();
                var name = new TextSpan(start, end);
                if (
                    IsName(paper, known, name)
                    && (IsBody(paper, known, name) || isHead && IsOwnName(paper, known, name) && IsListed(paper, persons, i, start))
                )
                {
                    yield return name;
                }

                position =
                    start > 1 && paper.Text[start - 1] is '、' or '兼' or '，' && Titles.Before(paper.Text, start - 1).Is("post")
                        ? start - 1
                        : 0;
            }
        }
    }

    private static bool IsName(Paper paper, KnownSpans known, TextSpan name) =>
        name.Length >= ShortestName
        && !IsCutShort(paper.Text, name.End)
        && !Definitions.IsAtEnd(paper.Text, name)
        && !OrganizationSuffixFinder.StartsWithKind(paper, name.Start, name.End)
        && IsFree(known, name)
        && !known.FillsBracket(paper.Text, name)
        && paper.Text.AsSpan(name.Start, name.Length).IndexOfAny(NoName) < 0;

    /// <summary>甲国乙部长, 甲部第二部长: the post has taken the last character of the body's name.</summary>
    private static bool IsCutShort(string text, int end) =>
        end + 1 < text.Length && text[end + 1] == '长' && text[end] is '部' or '局' or '司' or '厅' or '署' && text[end - 1] != text[end];

    /// <summary>No known body ends there, or only a hall: what has a head is a body.</summary>
    private static bool IsFree(KnownSpans known, TextSpan name) =>
        known.EndingAt(name.End).All(m => m.Rule == VenueSuffixFinder.Rule && m.Span == name);

    /// <summary>Where the titles begin that end at a position; the position itself where none does.</summary>
    public static int BeforeTitles(string text, int end, out bool isHead)
    {
        isHead = false;
        var from = end;
        for (var title = Titles.Before(text, end); title.Is("post") || title.Is("role"); title = Titles.Before(text, end))
        {
            isHead = title.Is("post") && !text.AsSpan(end - title.Length, title.Length).EndsWithAny(NoHeads);
            end = WithoutRanks(text, end - title.Length);
            end -= end > 1 && text[end - 1] is '、' or '兼' && Titles.Before(text, end - 1).Is("post") ? 1 : 0;
        }

        return from == end ? end : WithoutRanks(text, end);
    }

    private static int WithoutRanks(string text, int end)
    {
        for (var more = true; more && end > 1; )
        {
            more = text.AsSpan(0, end).EndsWithAny(Ranks);
            end -=
                more ? 2
                : text[end - 1] == '副' || text[end - 1] == '代' && text[end - 2] is '省' or '市' or '县' or '区' or '州' ? 1
                : 0;
        }

        return end;
    }

    /// <summary>Where the words before the post begin: behind the nearest mark outside brackets, and with the sentence.</summary>
    private static int Start(Paper paper, int end)
    {
        var text = paper.Text;
        var depth = 0;
        for (var at = end; at > 0 && end - at < LongestReach; at--)
        {
            var c = text[at - 1];
            depth +=
                c == '）' ? 1
                : c == '（' ? -1
                : 0;
            if (depth < 0 || depth == 0 && Marks.Contains(c) || at < end && paper.Source.GapBefore(at) != Text.Gap.None)
            {
                return at;
            }
        }

        return end <= LongestReach ? 0 : end;
    }

    /// <summary>A unit of a known body, or a name of its own whose last word is one that bodies end with.</summary>
    private static bool IsBody(Paper paper, KnownSpans known, TextSpan name)
    {
        var words = paper.Text[name.Start..name.End];
        var bare = words.EndsWith('）') && words.LastIndexOf('（') is var open and > 0 ? words[..open] : words;
        var whole = known
            .StartingAt(name.Start)
            .Where(m => m.Type is EntityType.Agency or EntityType.Organization && m.Span.End < name.End)
            .Select(m => m.Span.End)
            .DefaultIfEmpty(0)
            .Max();
        return whole > 0
            ? name.End - whole <= LongestUnit && (name.End - whole > 1 || bare[^1] == '网') && bare.EndsWithAny(Units)
            : known.StartsAt(name.Start, EntityType.Place)
                && PlacedEnds.Contains(bare[^1], StringComparison.Ordinal)
                && bare.Length <= LongestUnit
                || bare.Length >= ShortestOwn && bare.EndsWithAny(Bodies);
    }

    /// <summary>Another person, or another post of the same one, stands right before the name or right behind the person.</summary>
    private static bool IsListed(Paper paper, List<Mention> persons, int index, int start)
    {
        var text = paper.Text;
        var person = persons[index];
        return start > 1
                && text[start - 1] is '，' or '、' or '；' or ','
                && (
                    index > 0 && persons[index - 1].Span.End is var end && (end == start - 1 || end == start - 2 && text[end] == '等')
                    || Titles.Before(text, start - 1).Is("post")
                )
            || index + 1 < persons.Count
                && person.Span.End < text.Length
                && text[person.Span.End] is '，' or '、' or '；' or ','
                && persons[index + 1].Span.Start - person.Span.End is > 1 and < LongestReach
                && !text.AsSpan(person.Span.End, persons[index + 1].Span.Start - person.Span.End).ContainsAny("。；：！？")
                && Titles.Before(text, persons[index + 1].Span.Start).Is("post");
    }

    /// <summary>Words of its own with no verb among them, or what a place has; a list takes no more than that.</summary>
    private static bool IsOwnName(Paper paper, KnownSpans known, TextSpan name)
    {
        var words = name.Of(paper.Text);
        return name.Length <= LongestListed
            && NameStart.Find(paper, name.End, name.Start) == name.Start
            && (
                known.StartsAt(name.Start, EntityType.Place) && name.Length >= ShortestPlaced
                || !NameParts.Read(paper, name.Start, name.End).IsClass
            )
            && !words.EndsWithAny(Classes)
            && !known.StartingAt(name.Start).Any(m => m.Type is EntityType.Agency or EntityType.Organization);
    }
}
