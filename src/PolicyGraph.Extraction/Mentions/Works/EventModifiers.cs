using System.Buffers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Whether the words before a word for gatherings name one: enough of them for its class, and neither general ones nor a count.
/// </summary>
internal static class EventModifiers
{
    /// <summary>The fewest characters of a modifier that names an event.</summary>
    public const int Shortest = 2;

    /// <summary>
    /// The fewest characters of a name with its suffix that is known by the place, body or year that it begins with, or by its quotation
    /// marks.
    /// </summary>
    public const int ShortestNamed = 6;

    /// <summary>The fewest characters of a modifier that names an event where nothing else tells.</summary>
    public const int Long = 6;

    private const int LongestShort = 4;
    private const int LongestNumber = 6;

    // 部长级, 领导人.
    private const int LongestLevel = 3;

    // 意向协议 before 签约仪式.
    private const int Held = 4;

    private static readonly Terms Generic = Terms.Load("generic-modifiers.tsv");

    private static readonly SearchValues<char> Numerals = SearchValues.Create("两二三四五六七八九十数多");

    public static bool Suffice(NameWalker walker, ReadOnlySpan<char> text, int start, ReadOnlySpan<char> modifier, Term suffix)
    {
        var own = Editions.Without(modifier);
        if (suffix.Is("held"))
        {
            return false;
        }

        if (suffix.Is("short"))
        {
            return own.Length is >= 1 and <= LongestShort && !AreGeneral(own);
        }

        if (AreGeneral(own) || own.Length < Shortest)
        {
            return IsNumbered(modifier, own, suffix);
        }

        if (
            IsCount(own) && modifier.Length == own.Length
            || EndsWithCount(own)
            || IsOneOfMany(own)
            || own.EndsWith("顶级")
            || own.EndsWith("领域顶尖")
        )
        {
            return false;
        }

        return suffix.Is("strong")
            || IsSession(own, suffix)
            || own.Length >= Long && own.EndsWith("周年")
            || (own.Length >= Long && !suffix.Is("gathering"))
            || (own.Length >= Shortest && own.Length + suffix.Length >= ShortestNamed && walker.IsAnchor(text, start));
    }

    /// <summary>
    /// True where a shorter modifier than else names an event, since the clause says that it is held or attended
    /// (意向协议签约仪式在某地举行, 召开保障工程电视电话会议).
    /// </summary>
    public static bool SufficeHeld(ReadOnlySpan<char> modifier, Term suffix) =>
        Editions.Without(modifier) is var own
        && own.Length >= (suffix.Is("gathering") || suffix.Is("held") ? Long : Held)
        && !AreGeneral(own)
        && !IsCount(own)
        && !IsOneOfMany(own)
        && !IsGeneralWith(own);

    /// <summary>True where the words are general ones, with which no event is named.</summary>
    public static bool AreGeneral(ReadOnlySpan<char> own) => Generic.Contains(own);

    /// <summary>
    /// Where the general words begin that stand right before a word for events (战略合作 in 战略合作签约仪式); its own start where none
    /// does.
    /// </summary>
    public static int GeneralStart(ReadOnlySpan<char> text, int head)
    {
        for (var word = Generic.Before(text, head); word.Found; word = Generic.Before(text, head))
        {
            head -= word.Length;
        }

        return head;
    }

    /// <summary>True where the words before are a count: 50多场, 三场.</summary>
    public static bool IsCount(ReadOnlySpan<char> modifier) =>
        char.IsAsciiDigit(modifier[0])
            ? modifier.IndexOfAny("场个项届次".AsSpan()) is > 0 and < 6
            : modifier.Length > 1
                && modifier[0] is '一' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '数' or '多'
                && modifier[1] is '场' or '个' or '项' or '大' or '次';

    /// <summary>生物医药4场行业论坛, 科技创新8个专业展区: a count near the end sums up what the words before list.</summary>
    private static bool EndsWithCount(ReadOnlySpan<char> own)
    {
        var counter = own.LastIndexOfAny('场', '个', '届');
        return counter > Shortest
            && own[counter] != '届'
            && own.Length - counter <= LongestLevel + 2
            && (char.IsAsciiDigit(own[counter - 1]) || IsNumeral(own[counter - 1]) && own[counter - 2] != '第');
    }

    /// <summary>True for 五 in 五大 and 多 in 多场.</summary>
    public static bool IsNumeral(char c) => Numerals.Contains(c);

    /// <summary>第十五届全国运动会: the number makes a name of general words.</summary>
    private static bool IsNumbered(ReadOnlySpan<char> modifier, ReadOnlySpan<char> own, Term suffix) =>
        suffix.Is("strong")
        && own.Length >= Shortest
        && suffix.Length > Shortest
        && modifier.StartsWith("第")
        && modifier[..^own.Length].Contains('届');

    /// <summary>重点项目签约 is 重点 and 项目签约: two general words name no more than one.</summary>
    private static bool IsGeneralWith(ReadOnlySpan<char> own)
    {
        for (var cut = Shortest; cut <= own.Length - Shortest; cut++)
        {
            if (AreGeneral(own[..cut]) && AreGeneral(own[cut..]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// 甲理事会第二十四次会议, 甲合作第八次部长级会议: a numbered meeting of a standing body or of those who work together.
    /// </summary>
    private static bool IsSession(ReadOnlySpan<char> own, Term suffix) =>
        suffix.Is("gathering")
        && own.Length > Long
        && own.LastIndexOf('第') is > 3 and var number
        && own[number - 1] is '会' or '组' or '作'
        && own[number..].Contains('次')
        && own.Length - number <= LongestNumber + LongestLevel;

    /// <summary>亚洲五大渔业博览会: the words count the best of a kind.</summary>
    private static bool IsOneOfMany(ReadOnlySpan<char> own) =>
        own.IndexOf('大') is > 0 and var at
        && (Numerals.Contains(own[at - 1]) || char.IsAsciiDigit(own[at - 1]))
        && at + 1 < own.Length
        && !own.Contains('“');
}
