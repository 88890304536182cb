using System.Buffers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Whether a word that ends names of events (会, 论坛, 展) ends one where it stands, or belongs to a longer word, a body or a count.
/// </summary>
internal static class EventEnds
{
    /// <summary>The words that end names of events, class <c>strong named gathering short</c>.</summary>
    public static readonly Terms Suffixes = Terms.Load("event-suffixes.tsv");

    private static readonly string[] Heads = ["会长", "副会长", "名誉会长", "理事长", "副理事长", "执行会长", "常务副会长", "轮值会长"];

    private static readonly string[] Studies = ["研究中心", "研究院", "研究所", "研究会"];

    private static readonly string[] Themes = ["为主题", "为题", "的主题", "主题"];

    // What makes a place, a body or a paper of the word before it: 会议室, 大会堂, 论坛报.
    private static readonly SearchValues<char> Followers = SearchValues.Create("室厅堂馆报纪费员券票周");

    // What makes a body of 会 behind it: 学会, 协会, 商会, 委员会, 联合会, 促进会, 研究会, 基金会, 理事会, 总会, 分会.
    private static readonly SearchValues<char> Bodies = SearchValues.Create("学协商员合进究金事总分工");

    private const int LongestClause = 60;

    private static readonly SearchValues<char> Closings = SearchValues.Create("，。；！？,");

    // What goes on behind a noun: 对话在甲市举行, 对话中, 对话环节, 对话和论坛.
    private static readonly SearchValues<char> AfterNouns = SearchValues.Create("在于将由上中期现举召开成圆活环专正顺今昨日和与及等的时之");

    // 展 before these is a verb: 成果展示, 成果展现.
    private static readonly SearchValues<char> ShowVerbs = SearchValues.Create("示览现开出销望商品位台架演播");

    // 展览 before these is part of another word: 展览面积, 展览公司.
    private static readonly SearchValues<char> ShowNouns = SearchValues.Create("面总规中业公有服工题位期区展品平交集股协城");

    /// <summary>True where no event's name ends at <paramref name="end"/> with the suffix.</summary>
    public static bool IsNone(ReadOnlySpan<char> text, int end, Term suffix)
    {
        var head = end - suffix.Length;
        return end < text.Length && (GoesOn(text, end) || IsTheme(text, end) || IsMember(text, end, suffix) || IsVerb(text, end, suffix))
            || IsBodysEnd(text, head, suffix)
            || IsArea(text, head, suffix)
            || IsModal(text, end, suffix)
            || IsSummed(text, head)
            || IsOneOf(text, end, suffix);
    }

    /// <summary>广博会是甲市政府主办的大型博览会, 成为公众关注的行业峰会: what an event is said to be, not another one; a number or marks would name one.</summary>
    public static bool IsSaidOf(ReadOnlySpan<char> text, int start, int end)
    {
        if (start < 2 || text[start - 1] != '的' || end < text.Length && !Closings.Contains(text[end]) || Editions.At(text, start) > 0)
        {
            return false;
        }

        var before = text[Math.Max(0, start - LongestClause)..start];
        var clause = before[(before.LastIndexOfAny(Closings) + 1)..];
        return clause.Contains("成为", StringComparison.Ordinal)
            || clause is [.., '办' or '行', _]
                && clause.IndexOf('是') is > 0 and var copula
                && clause[copula - 1] is not ('这' or '而' or '就');
    }

    /// <summary>以“面向未来的博览会”为主题: what an event is about.</summary>
    private static bool IsTheme(ReadOnlySpan<char> text, int end) => text[end] == '”' && text[(end + 1)..].StartsWithAny(Themes);

    private static bool GoesOn(ReadOnlySpan<char> text, int end) =>
        text[end..].StartsWith("中心")
        || text[end..].StartsWithAny(Studies)
        || IsStandingBody(text, end)
        || Followers.Contains(text[end]) && !text[end..].StartsWith("纪要")
        || (text[end - 1] == '展' && ShowVerbs.Contains(text[end]))
        || text[end - 1] == '览' && ShowNouns.Contains(text[end]);

    /// <summary>甲报总编辑对话乙公司董事长, 两部门会商解决: what is done to what follows.</summary>
    private static bool IsVerb(ReadOnlySpan<char> text, int end, Term suffix) =>
        suffix.Length == 2
        && text.Slice(end - 2, 2) is "对话" or "会商" or "路演"
        && text[end] >= '\u4e00'
        && text[end] <= '\u9fff'
        && !AfterNouns.Contains(text[end]);

    // 会议、活动: a list of gatherings of any kind.
    private static bool IsMember(ReadOnlySpan<char> text, int end, Term suffix) =>
        text[end] == '、' && suffix.Is("gathering") && suffix.Length == 2;

    /// <summary>甲学会谈某, 甲协会展出: the first character of the suffix ends the name of a body.</summary>
    private static bool IsBodysEnd(ReadOnlySpan<char> text, int head, Term suffix) =>
        suffix.Length > 1
        && text[head] == '会'
        && head > 1
        && Bodies.Contains(text[head - 1])
        && text[head + 1] is '谈' or '展' or '商' or '见';

    /// <summary>禁止发展区: an area in which something develops.</summary>
    private static bool IsArea(ReadOnlySpan<char> text, int head, Term suffix) =>
        suffix.Length == 2 && head > 0 && text[head - 1] == '发' && text[head..].StartsWith("展区");

    /// <summary>今年会有, 明年会增加: the last character is a verb's.</summary>
    private static bool IsModal(ReadOnlySpan<char> text, int end, Term suffix) =>
        suffix.Length == 2
        && end > 2
        && text[(end - 2)..end] is "年会"
        && text[end - 3] is '今' or '明' or '去' or '每' or '当' or '后' or '前' or '近';

    /// <summary>渔具、渔船两大展区: the suffix closes a list and is no name with its last member.</summary>
    private static bool IsSummed(ReadOnlySpan<char> text, int head) =>
        head > 1
        && text[head - 1] is '大' or '个' or '场'
        && (char.IsAsciiDigit(text[head - 2]) || EventModifiers.IsNumeral(text[head - 2]));

    /// <summary>渔具、海州展区等五大展区: one of a class that the clause sums up.</summary>
    private static bool IsOneOf(ReadOnlySpan<char> text, int end, Term suffix)
    {
        var rest = text[end..];
        var counted = rest.StartsWith("等") ? rest[1..].TrimStart("0123456789一二两三四五六七八九十") : default;
        return counted.Length > suffix.Length
            && counted.Length < rest.Length - 1
            && counted[0] is '大' or '个'
            && counted[1..].StartsWith(text[(end - suffix.Length)..end]);
    }

    /// <summary>甲联席会议办公室, 甲联谊会会长: what has an office or a head is a body that lasts, no gathering.</summary>
    private static bool IsStandingBody(ReadOnlySpan<char> text, int end) =>
        text[end..].StartsWith("办公室") || text[end - 1] == '会' && text[end..].StartsWithAny(Heads);
}
