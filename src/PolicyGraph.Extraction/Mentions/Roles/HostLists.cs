using System.Buffers;
using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Mentions.Bodies;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Roles;

/// <summary>The unknown members of lists of hosts: 由甲局指导，乙集团、丙中心和丁研究院联合主办.</summary>
internal static class HostLists
{
    private const int LongestList = 200;
    private const int ShortestName = 4;
    private const int LongestName = 26;

    /// <summary>
    /// What the writers of a standard or a plan do; only their label (起草单位：) tells a list, since plans of all kinds are 编制.
    /// </summary>
    private static readonly string[] Writing = ["起草", "编制", "参编", "主编", "研制"];

    /// <summary>What hosts and writers do; none lies in another.</summary>
    public static readonly string[] Verbs = ["主办", "承办", "协办", "指导", "支持", "联合举办", "共同举办", .. Writing];

    private static readonly string[] Adverbs =
    [
        "联合",
        "共同",
        "具体",
        "单位",
        "等单位",
        "等",
        "牵头",
        "提供技术",
        "提供",
        "大力",
        "特别",
        "协助",
    ];

    // What a clause has and a name has not; 和 and 与 part the last two members.
    private static readonly SearchValues<char> NoName = SearchValues.Create("的了在是由将被把于从向以为其等给让使您我们请得，。；：！？");

    private static readonly string[] Classes =
    [
        "有关",
        "相关",
        "部门",
        "单位",
        "各",
        "本次",
        "此次",
        "大会",
        "论坛",
        "会议",
        "活动",
        "企业家",
        "领导",
    ];

    /// <summary>In no order; a name may be given twice.</summary>
    public static IEnumerable<TextSpan> Find(Paper paper, KnownSpans known)
    {
        var text = paper.Text;
        foreach (var verb in paper.Words[Table.HostVerbs])
        {
            var at = verb.Start;
            var isVerb =
                at + 2 < text.Length
                && !text.AsSpan(at).StartsWithAny(Writing)
                && (
                    text.AsSpan(at).StartsWith("联合")
                    || text.AsSpan(at).StartsWith("共同")
                    || text[at + 2] is '，' or '。' or '、' or '；' or '的' or '）' or '下' or ','
                );
            foreach (var name in isVerb ? Unknown(paper, known, at) : LabelLists.Find(paper, known, at))
            {
                yield return name;
            }
        }
    }

    private static IEnumerable<TextSpan> Unknown(Paper paper, KnownSpans known, int verb)
    {
        var text = paper.Text;
        var end = WithoutAdverbs(text, verb);
        var start = Start(text, end, out var isGiven);
        var members = Members(paper, known, new(start, end)).ToList();
        isGiven |= members.Exists(known.Fills);
        return isGiven ? members.Where(m => IsName(paper, known, m)) : [];
    }

    private static int WithoutAdverbs(string text, int end)
    {
        for (var adverb = (string?)string.Empty; adverb is not null; )
        {
            adverb = text.AsSpan(0, end).WordAtEnd(Adverbs);
            end -= adverb?.Length ?? 0;
        }

        return end;
    }

    /// <summary>Where the list begins: behind 由, else behind the mark before it.</summary>
    private static int Start(string text, int end, out bool isGiven)
    {
        var depth = 0;
        isGiven = false;
        for (var at = end; at > 0 && end - at < LongestList; at--)
        {
            var c = text[at - 1];
            depth +=
                c == '）' ? 1
                : c == '（' ? -1
                : 0;
            if (depth > 0)
            {
                continue;
            }

            isGiven =
                c == '由' && (at < 2 || text[at - 2] is not ('自' or '理'))
                || depth == 0 && c is '，' or ',' && EndsRole(text.AsSpan(0, at - 1));
            if (isGiven || depth < 0 || c is '，' or ',' or '。' or '；' or '：' or '！' or '？')
            {
                return at;
            }
        }

        return end < LongestList ? 0 : end;
    }

    /// <summary>由甲主办，乙、丙承办: one role after the other.</summary>
    private static bool EndsRole(ReadOnlySpan<char> before) =>
        before.EndsWith("主办") || before.EndsWith("指导") || before.EndsWith("承办") || before.EndsWith("支持");

    private static IEnumerable<TextSpan> Members(Paper paper, KnownSpans known, TextSpan list)
    {
        var text = paper.Text;
        var depth = 0;
        var start = list.Start;
        var last = text.LastIndexOf('、', list.End - 1, list.Length);
        for (var at = list.Start; at <= list.End; at++)
        {
            var isEnd = at == list.End;
            depth +=
                isEnd ? 0
                : text[at] == '（' ? 1
                : text[at] == '）' ? -1
                : 0;
            if (
                !isEnd && (depth > 0 || text[at] != '、' && !(at > last && IsConjunction(paper, known, at, new(start, list.End), last < 0)))
            )
            {
                continue;
            }

            if (at > start)
            {
                yield return new(start, at);
            }

            start = at + 1;
        }
    }

    /// <summary>
    /// 和 parts the last two members where one of them is known, or where there are but two; 及 only the former (甲园及乙协会 may be one
    /// name), and none before plain words (材料与化工学院 is one).
    /// </summary>
    private static bool IsConjunction(Paper paper, KnownSpans known, int at, TextSpan rest, bool isPair) =>
        paper.Text[at] is '和' or '与' or '及'
        && !known.IsInside(at)
        && (
            isPair && paper.Text[at] != '及' && !NameParts.Read(paper, at + 1, rest.End).IsClass
            || known.Fills(new(rest.Start, at))
            || known.Fills(new(at + 1, rest.End))
        );

    private static bool IsName(Paper paper, KnownSpans known, TextSpan name)
    {
        var words = paper.Text.AsSpan(name.Start, name.Length);
        if (
            name.Length is < ShortestName or > LongestName
            || words[0] == '据'
            || "一二两三四五六七八九十".Contains(words[0]) && words[1] is '个' or '家'
            || words.IndexOfAny(NoName) >= 0
            || known.Fills(name)
            || words.ContainsAny("“”《》〔〕")
            || EndsRole(words)
            || known.FillsBracket(paper.Text, name)
        )
        {
            return false;
        }

        foreach (var word in Classes)
        {
            if (words.Contains(word, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return !(words[^1] == '区' && known.StartingAt(name.Start).Count == 0)
            && !EndsKnown(paper, known, name)
            && !NameParts.Read(paper, name.Start, name.End).IsClass;
    }

    /// <summary>True where the member ends with a body that is known for sure: what stands before that is the sentence's.</summary>
    private static bool EndsKnown(Paper paper, KnownSpans known, TextSpan name) =>
        known
            .EndingAt(name.End)
            .Any(m =>
                m.Span.Start > name.Start
                && !(m.Type is EntityType.Place && m.Span.Length < name.Length)
                && !(
                    m.Type == EntityType.Organization
                    && m.Rule.Contains("suffix", StringComparison.Ordinal)
                    && known.StartsAt(name.Start, EntityType.Place)
                )
            );
}
