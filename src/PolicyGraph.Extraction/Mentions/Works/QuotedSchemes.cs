using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Schemes with quotation marks in or around their names: what the marks wholly hold (“共同成长计划”), and names that begin before them
/// (数字经济“一号工程”).
/// </summary>
internal static class QuotedSchemes
{
    private const int ShortestMarked = 2;
    private const int Longest = 20;
    private const int LongestItem = 8;
    private const int LongestEnumeration = 3;

    /// <summary>
    /// What quotation marks wholly hold up to the suffix, whatever words are in it: “共同成长计划”; empty where they hold more than a name
    /// or a general word.
    /// </summary>
    public static TextSpan Whole(ReadOnlySpan<char> text, PatternHit hit)
    {
        if (hit.End >= text.Length || text[hit.End] != '”')
        {
            return default;
        }

        var from = Math.Max(0, hit.Start - Longest);
        var open = from + text[from..hit.Start].LastIndexOfAny("“”，。；：、《》".AsSpan());
        var own = open >= from && text[open] == '“' ? text[(open + 1)..hit.Start] : default;
        return
            own.Length >= ShortestMarked
            && !SchemeModifiers.AreGeneral(own)
            && !char.IsAsciiDigit(own[0])
            && own[0] != '一'
            && !own.Contains('的')
            && OpensAlone(text, open)
            ? new(open + 1, hit.End)
            : default;
    }

    /// <summary>
    /// A name that begins before its quotation (数字经济“一号工程”) or before an enumeration inside it (生产、储备、加工能力提升行动), told
    /// by the verb before that.
    /// </summary>
    public static TextSpan WithLongerHead(ReadOnlySpan<char> text, NameWalker walker, int start, PatternHit hit, bool quoted)
    {
        var at = start;
        for (var i = 0; i < LongestEnumeration && at > 1 && text[at - 1] == (quoted ? '“' : '、'); i++)
        {
            var item = walker.Back(at - 1).Position;
            if (item >= at - 1 || at - 1 - item > LongestItem)
            {
                return default;
            }

            at = item;
            if (Verbs.Before(text, at) is "act")
            {
                return new(at, hit.End + (quoted ? 1 : 0));
            }
        }

        return default;
    }

    /// <summary>“某某”工程 of 甲省“某某”工程; empty where no marks stand right before the last word.</summary>
    public static TextSpan Marked(ReadOnlySpan<char> text, int start, PatternHit hit)
    {
        var open = text[start..hit.Start].LastIndexOf('“');
        var name = open >= 0 ? new TextSpan(start + open, hit.End) : default;
        return open >= 0 && SchemeSigns.IsQuotedWord(text, name) ? WithFirst(text, name, hit) : default;
    }

    /// <summary>“甲”和“乙”改革 is one.</summary>
    private static TextSpan WithFirst(ReadOnlySpan<char> text, TextSpan name, PatternHit hit)
    {
        var close = name.Start - 2;
        var isSecond = close > 0 && text[close] == '”' && text[close + 1] is '和' or '与' && text[hit.Start..].StartsWith("改革");
        var open = isSecond ? text[..close].LastIndexOf('“') : -1;
        return open >= 0 && close - open < Longest ? new(open, name.End) : name;
    }

    // 数字经济“头号工程” begins before its marks, 省“千村工程” within them; behind a verb, a mark or another's end nothing does.
    private static bool OpensAlone(ReadOnlySpan<char> text, int open) =>
        open == 0
        || !char.IsLetterOrDigit(text[open - 1])
        || text[open - 1] is '和' or '与' or '及' or '的' or '省' or '市'
        || text[..open].EndsWith("新一轮")
        || text[..open].EndsWith("其中")
        || Verbs.Before(text, open) is not null;
}
