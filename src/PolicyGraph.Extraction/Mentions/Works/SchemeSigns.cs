using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// What says that words before a scheme's suffix are its name: the verb before them, the place that they begin with, quotation marks, what
/// follows.
/// </summary>
internal static class SchemeSigns
{
    private const int ShortestListed = 8;
    private const int ShortestQuoted = 6;

    /// <summary>A plan as long that the text carries out has a name: 深入实施某某综合改革试点方案, not 推进实施方案.</summary>
    private const int ShortestCarriedOut = 9;

    /// <summary>The fewest characters behind “九五” that name a field and its plan.</summary>
    private const int ShortestOfSpan = 7;

    /// <summary>
    /// What is done with a plan that is there: 实施甲乙防治规划, 列入丙丁加固规划; 推进甲乙发展规划 may be a title itself.
    /// </summary>
    private static readonly string[] Followed = ["实施", "执行", "落实", "列入", "纳入", "列入了", "纳入了"];

    private static readonly string[] Launches = ["新闻发布会", "发布会", "发布仪式"];

    private static readonly string[] States = ["中华人民共和国", "中国", "国家"];

    /// <param name="kind">The class of the suffix.</param>
    /// <param name="verb">The class of the verb before the name; null where none stands there.</param>
    /// <param name="continues">True where the name goes on a list of schemes.</param>
    public static bool Tell(NameWalker walker, ReadOnlySpan<char> text, TextSpan name, string kind, string? verb, bool continues)
    {
        var anchored = walker.IsAnchor(text, name.Start);
        if (kind is "scheme" or "plan" or "national" && IsOfSpan(text, name))
        {
            return true;
        }

        return kind switch
        {
            "scheme" => continues
                || verb is "act"
                || IsQuoted(text, name)
                || Advances.Follow(text, name)
                || IsQuotedWord(text, name)
                || (verb is "issue" or "list" && anchored),
            "reform" => verb is "act" or "issue" || IsQuotedWord(text, name),
            "plan" => !GoesOnAsTitle(text, name.End) && IsPlan(text, name, verb, anchored),
            "national" => verb is "issue" && anchored || IsLong(text, name) && IsFollowed(text, name.Start),
            "rank" => verb is "list" or "issue"
                || IsQuoted(text, name)
                || anchored && text[name.End..].StartsWithAny(Launches)
                || (anchored && Verbs.After(text, name.End)),
            "list" => !(text[name.End - 1] == '书' && text[name.Start..name.End].Contains('》'))
                && (verb is "list" || anchored && (verb is "issue" || Verbs.After(text, name.End))),
            "catalogue" => anchored && name.Length >= ShortestListed,
            "negative" => true,
            "system" => verb is "act" or "issue" || text[name.Start..name.End].Contains('“'),
            "pilot" => Pilots.IsNamed(text, name, verb),
            "law" => text[name.Start..].StartsWithAny(States),
            _ => anchored,
        };
    }

    private static bool IsPlan(ReadOnlySpan<char> text, TextSpan name, string? verb, bool anchored)
    {
        var ofAction = text[..name.End].EndsWith("行动计划");
        return verb is "issue"
            || (verb is "act" && (ofAction || anchored || IsLong(text, name)))
            || (ofAction && Advances.Follow(text, name))
            || (verb is "list" && name.Length >= ShortestListed)
            || (verb is "list" or null && anchored);
    }

    /// <summary>True where a plan that is there is carried out or added to, which begins at a position.</summary>
    public static bool IsFollowed(ReadOnlySpan<char> text, int start) => text[..start].EndsWithAny(Followed);

    private static bool IsLong(ReadOnlySpan<char> text, TextSpan name) =>
        name.Length >= ShortestCarriedOut && !text[name.Start..name.End].Contains('的');

    /// <summary>“九五”某某计划: the plan of a field for five years.</summary>
    private static bool IsOfSpan(ReadOnlySpan<char> text, TextSpan name)
    {
        var close = text[name.Start] == '“' ? text[name.Start..name.End].IndexOf('”') : -1;
        return close > 1 && text[name.Start + close - 1] == '五' && name.Length - close >= ShortestOfSpan;
    }

    /// <summary>
    /// “某某”工程, whatever stands before it; “九五”计划 is a span of years, and what stands between mark and 工程 says more of the kind
    /// than the name.
    /// </summary>
    public static bool IsQuotedWord(ReadOnlySpan<char> text, TextSpan name)
    {
        var close = text[name.Start..name.End].LastIndexOf('”');
        return text[name.Start] == '“'
            && name.Length >= ShortestQuoted
            && name.Length - close - 1 <= 2
            && text[name.Start + close - 1] != '五';
    }

    // 某区若干政策的暂行规定: the kind that ends the title stands behind 的.
    private static bool GoesOnAsTitle(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && text[end] == '的' && TitleKinds.Policies.At(text, end + 1).Found;

    private static bool IsQuoted(ReadOnlySpan<char> text, TextSpan name) =>
        name.Length >= ShortestQuoted
        && name.Start > 0
        && text[name.Start - 1] == '“'
        && text[SchemeStart.WithBracket(text, name.End)..].StartsWith("”");
}
