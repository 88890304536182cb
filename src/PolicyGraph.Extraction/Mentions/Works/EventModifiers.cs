using System.Buffers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>Whether the words before a word for gatherings name one: enough of them for its class, and neither general ones nor a count.</summary>
internal static class EventModifiers
{
    /// <summary>The fewest characters of a modifier that names an event.</summary>
    public const int Shortest = 2;

    /// <summary>The fewest characters of a name with its suffix that is known by the place, body or year that it begins with, or by its quotation marks.</summary>
    public const int ShortestNamed = 6;

    /// <summary>The fewest characters of a modifier that names an event where nothing else tells.</summary>
    public const int Long = 6;

    private const int LongestShort = 4;
    private const int LongestNumber = 6;

    private static readonly Terms Generic = Terms.Load("generic-modifiers.tsv");

    private static readonly SearchValues<char> Numerals = SearchValues.Create("两二三四五六七八九十数多");

    public static bool Suffice(NameWalker walker, ReadOnlySpan<char> text, int start, ReadOnlySpan<char> modifier, Term suffix)
    {
        var own = Editions.Without(modifier);
        if (suffix.Is("short"))
        {
            return own.Length is >= 1 and <= LongestShort && !AreGeneral(own);
        }

        if (AreGeneral(own) || own.Length < Shortest)
        {
            return false;
        }

        if (IsCount(own) || IsOneOfMany(own) || own.EndsWith("顶级") || own.EndsWith("领域顶尖"))
        {
            return false;
        }

        return suffix.Is("strong") || IsSession(own, suffix) || (own.Length >= Long && !suffix.Is("gathering"))
            || (own.Length >= Shortest && own.Length + suffix.Length >= ShortestNamed && walker.IsAnchor(text, start));
    }

    /// <summary>True where the words are general ones, with which no event is named.</summary>
    public static bool AreGeneral(ReadOnlySpan<char> own) => Generic.Contains(own);

    /// <summary>True where the words before are a count: 50多场, 三场.</summary>
    public static bool IsCount(ReadOnlySpan<char> modifier) =>
        char.IsAsciiDigit(modifier[0]) ? modifier.IndexOfAny("场个项届次".AsSpan()) is > 0 and < 6
            : modifier.Length > 1 && modifier[0] is '一' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '数' or '多' && modifier[1] is '场' or '个' or '项' or '大' or '次';

    /// <summary>True for 五 in 五大 and 多 in 多场.</summary>
    public static bool IsNumeral(char c) => Numerals.Contains(c);

    /// <summary>甲理事会第二十四次会议: a numbered meeting of a standing body.</summary>
    private static bool IsSession(ReadOnlySpan<char> own, Term suffix) =>
        suffix.Is("gathering") && own.Length > Long && own[^1] == '次' && own.LastIndexOf('第') is > 3 and var number && own[number - 1] is '会' or '组' && own.Length - number <= LongestNumber;

    /// <summary>亚洲五大渔业博览会: the words count the best of a kind.</summary>
    private static bool IsOneOfMany(ReadOnlySpan<char> own) => own.IndexOf('大') is > 0 and var at && Numerals.Contains(own[at - 1]) && at + 1 < own.Length && !own.Contains('“');
}
