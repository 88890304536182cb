using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>What says that words before a scheme's suffix are its name: the verb before them, the place that they begin with, quotation marks, what follows.</summary>
internal static class SchemeSigns
{
    private const int ShortestListed = 8;
    private const int ShortestQuoted = 6;

    /// <summary>A plan as long that the text carries out has a name: 深入实施某某综合改革试点方案, not 推进实施方案.</summary>
    private const int ShortestCarriedOut = 9;

    private static readonly string[] States = ["中华人民共和国", "中国", "国家"];

    /// <param name="kind">The class of the suffix.</param>
    /// <param name="verb">The class of the verb before the name; null where none stands there.</param>
    /// <param name="continues">True where the name goes on a list of schemes.</param>
    public static bool Tell(NameWalker walker, ReadOnlySpan<char> text, TextSpan name, string kind, string? verb, bool continues)
    {
        var anchored = walker.IsAnchor(text, name.Start);
        return kind switch
        {
            "scheme" => continues || verb is "act" || IsQuoted(text, name) || Advances.Follow(text, name) || IsQuotedWord(text, name) || (verb is "issue" && anchored),
            "plan" => !GoesOnAsTitle(text, name.End) && IsPlan(text, name, verb, anchored),
            "national" => verb is "issue" && anchored,
            "rank" => verb is "list" or "issue" || IsQuoted(text, name) || (anchored && Verbs.After(text, name.End)),
            "list" => verb is "list" || (anchored && (verb is "issue" || Verbs.After(text, name.End))),
            "system" => verb is "act" or "issue" || text[name.Start..name.End].Contains('“'),
            "pilot" => Pilots.IsNamed(text, name, verb),
            "law" => text[name.Start..].StartsWithAny(States),
            _ => anchored,
        };
    }

    private static bool IsPlan(ReadOnlySpan<char> text, TextSpan name, string? verb, bool anchored)
    {
        var ofAction = text[..name.End].EndsWith("行动计划");
        return verb is "issue" || (verb is "act" && (ofAction || anchored || name.Length >= ShortestCarriedOut && !text[name.Start..name.End].Contains('的'))) || (ofAction && Advances.Follow(text, name))
            || (verb is "list" && name.Length >= ShortestListed) || (verb is "list" or null && anchored);
    }

    // “某某”工程, whatever stands before it; “九五”计划 is a span of years, and what stands between mark and 工程 says more of the kind than the name.
    private static bool IsQuotedWord(ReadOnlySpan<char> text, TextSpan name)
    {
        var close = text[name.Start..name.End].LastIndexOf('”');
        return text[name.Start] == '“' && name.Length >= ShortestQuoted && name.Length - close - 1 <= 2 && text[name.Start + close - 1] != '五';
    }

    // 某区若干政策的暂行规定: the kind that ends the title stands behind 的.
    private static bool GoesOnAsTitle(ReadOnlySpan<char> text, int end) => end + 1 < text.Length && text[end] == '的' && TitleKinds.Policies.At(text, end + 1).Found;

    private static bool IsQuoted(ReadOnlySpan<char> text, TextSpan name) =>
        name.Length >= ShortestQuoted && name.Start > 0 && text[name.Start - 1] == '“' && name.End < text.Length && text[name.End] == '”';
}
