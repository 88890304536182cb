using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// The body that a post is held at where only its kind is said (公司董事长, 该校校长) or nothing (王某董事长): the last one of that kind
/// that the article named.
/// </summary>
internal static class Employers
{
    private const int Reach = 8;

    private const int NearReach = 2;

    /// <summary>What may stand before the generic word: the start of a clause, or a word that says whose it is.</summary>
    private const string Openers = "，。、；：由对在和与及该本我是的）”向任";

    private static readonly string[] Firms = ["公司", "集团", "企业", "本公司"];

    private static readonly string[] Bodies =
    [
        "学校",
        "学院",
        "大学",
        "研究院",
        "研究所",
        "协会",
        "学会",
        "商会",
        "联盟",
        "中心",
        "园区",
        "医院",
        "银行",
        "基金会",
        "管委会",
        "开发区",
        "高新区",
        "事务所",
        "合作社",
        "实验室",
        "组委会",
    ];

    private static readonly string[] Zones =
    [
        "试验区",
        "自贸区",
        "示范区",
        "高新区",
        "开发区",
        "新区",
        "园区",
        "产业园",
        "先行区",
        "合作区",
    ];

    /// <summary>Ends of organizations' names that are no firm's.</summary>
    private static readonly string[] NoFirms =
    [
        "大学",
        "学院",
        "学校",
        "中学",
        "小学",
        "协会",
        "学会",
        "商会",
        "联盟",
        "研究院",
        "研究所",
        "实验室",
        "报",
        "日报",
        "社",
        "委员会",
        "中心",
        "医院",
        "组织",
        "基金会",
        "联合会",
        "委",
        "院",
        "会",
        "网",
        "盟",
    ];

    /// <summary>Titles of one kind of body each, the word with which that body's name ends.</summary>
    private static readonly (string Title, string[] Ends)[] Kinds =
    [
        ("校长", ["大学", "学校", "中学", "小学", "学院"]),
        ("院长", ["院"]),
        ("行长", ["银行", "行"]),
        ("所长", ["所"]),
        ("会长", ["会"]),
        ("理事长", ["会", "联盟"]),
        ("秘书长", ["会", "联盟"]),
        ("监事长", ["会", "联盟"]),
        ("厅长", ["厅"]),
        ("局长", ["局"]),
        ("部长", ["部"]),
        ("署长", ["署"]),
        ("台长", ["台"]),
        ("馆长", ["馆"]),
        ("董事长", Firms),
        ("总经理", Firms),
        ("总裁", Firms),
        ("董事", Firms),
        ("CEO", Firms),
        ("首席执行官", Firms),
        ("总监", Firms),
    ];

    /// <summary>
    /// The body that the generic word before <paramref name="position"/> means; null where none stands there or none is named.
    /// </summary>
    public static Entity? Before(Passage passage, int position)
    {
        foreach (var word in Firms)
        {
            if (IsWord(passage, position, word))
            {
                return passage.Reading.Before(passage, position, IsFirm(passage), Reach)?.Entity;
            }
        }

        foreach (var word in Bodies)
        {
            if (IsWord(passage, position, word))
            {
                return passage.Reading.LastEndingWith(passage, position, word);
            }
        }

        return null;
    }

    /// <summary>The last body before <paramref name="position"/> that has such a title to give.</summary>
    public static Entity? OfTitle(Passage passage, int position, string title)
    {
        var ends = Array.Find(Kinds, kind => title.EndsWith(kind.Title, StringComparison.Ordinal)).Ends;
        return ends is null
            ? null
            : passage
                .Reading.Before(
                    passage,
                    position,
                    ends == Firms
                        ? IsFirm(passage)
                        : m => m.Type is EntityType.Organization or EntityType.Agency && m.Span.Of(passage.Text).EndsWithAny(ends),
                    NearReach
                )
                ?.Entity;
    }

    /// <summary>
    /// The zone that a generic word within <paramref name="reach"/> before a position means (试验区, 该园区); null where none does.
    /// </summary>
    public static Entity? ZoneMeant(Passage passage, int position, int reach)
    {
        var before = passage.Between(Math.Max(passage.Span.Start, position - reach), position);
        foreach (var word in Zones)
        {
            if (before.IndexOf(word) >= 0 && passage.Reading.LastEndingWith(passage, position, word) is { } zone)
            {
                return zone;
            }
        }

        return null;
    }

    /// <summary>
    /// The zone that a generic word right before <paramref name="position"/> means (高新区企业); null where none stands there, or it is
    /// another's name.
    /// </summary>
    public static Entity? ZoneBefore(Passage passage, int position)
    {
        var word = Array.Find(Zones, zone => passage.EndsBefore(position, zone));
        return word is null || passage.Mentions.Exists(m => m.Span.Start < position && m.Span.End >= position)
            ? null
            : passage.Reading.LastEndingWith(passage, position, word);
    }

    private static Predicate<Mentions.Mention> IsFirm(Passage passage) =>
        m => m.Type == EntityType.Organization && !m.Span.Of(passage.Text).EndsWithAny(NoFirms);

    private static bool IsWord(Passage passage, int position, string word)
    {
        var start = position - word.Length;
        return passage.EndsBefore(position, word)
            && (start == passage.Span.Start || Openers.Contains(passage.Text[start - 1], StringComparison.Ordinal))
            && !passage.Mentions.Exists(m => m.Span.Start < position && m.Span.End >= position);
    }
}
