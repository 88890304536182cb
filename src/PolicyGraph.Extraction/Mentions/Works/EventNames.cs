using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Events by the word that ends their names (论坛, 博览会, 启动仪式, and the short 博会). Words that name events alone (class <c>strong</c>) want a name before them that is
/// more than general; words that also name any meeting (class <c>named</c>) want one that begins with a year, an edition, a place or a body.
/// </summary>
internal static class EventNames
{
    private const int ShortestModifier = 2;
    private const int ShortestNamed = 4;
    private const int LongestShort = 4;

    private static readonly WordList<string> SuffixList = WordList<string>.Load("event-suffixes.tsv", row => row[1]);
    private static readonly PatternMatcher Matcher = new(SuffixList.Words);
    private static readonly Terms Suffixes = Terms.Load("event-suffixes.tsv");
    private static readonly Terms Generic = Terms.Load("generic-modifiers.tsv");

    // What makes a place, a body or a paper of the word before it: 会议室, 大会堂, 论坛报.
    private static readonly System.Buffers.SearchValues<char> Followers = System.Buffers.SearchValues.Create("室厅堂馆报纪费员券票周");

    // 展 before these is a verb: 成果展示, 成果展现.
    private static readonly System.Buffers.SearchValues<char> ShowVerbs = System.Buffers.SearchValues.Create("示览现开出销望商");

    public static void Find(Paper paper, NameWalker walker)
    {
        var text = paper.Text.AsSpan();
        var hits = Matcher.Scan(text);
        for (var i = hits.Count - 1; i >= 0;)
        {
            var end = hits[i].End;
            var suffix = Suffixes.Before(text, end);
            var start = Add(paper, walker, end, suffix);
            for (i--; i >= 0 && hits[i].End > Math.Min(end - 1, start); i--)
            {
            }
        }
    }

    /// <returns>Where the name starts, or the suffix where none was found; suffixes behind that are part of the name.</returns>
    private static int Add(Paper paper, NameWalker walker, int end, Term suffix)
    {
        var text = paper.Text.AsSpan();
        var head = end - suffix.Length;
        if (end < text.Length && (Followers.Contains(text[end]) || (text[end - 1] == '展' && ShowVerbs.Contains(text[end]))))
        {
            return head;
        }

        var start = walker.Back(head).Position;
        var modifier = text[start..head];
        if (!IsName(walker, text, start, modifier, suffix))
        {
            return head;
        }

        var mention = new Mention
        {
            Span = new(start, end),
            Type = EntityType.Event,
            Name = paper.Source.Surface(new(start, end)),
            Rule = suffix.Is("strong") ? "event.suffix" : "event.anchored-suffix",
            Confidence = walker.IsAnchor(text, start) ? 0.9 : 0.75,
        };
        if (Editions.Number(text[start..end]) is { } edition)
        {
            mention.Props["edition"] = edition;
        }

        paper.Mentions.Add(mention);
        return start;
    }

    private static bool IsName(NameWalker walker, ReadOnlySpan<char> text, int start, ReadOnlySpan<char> modifier, Term suffix)
    {
        var own = Editions.Without(modifier);
        if (suffix.Is("short"))
        {
            return own.Length is >= 1 and <= LongestShort && !Generic.Contains(own);
        }

        if (Generic.Contains(own) || own.Length < ShortestModifier)
        {
            return false;
        }

        if (IsCount(own))
        {
            return false;
        }

        return suffix.Is("strong") || (own.Length >= ShortestNamed && walker.IsAnchor(text, start));
    }

    /// <summary>True where the words before are a count: 50多场, 三场.</summary>
    private static bool IsCount(ReadOnlySpan<char> modifier) =>
        char.IsAsciiDigit(modifier[0]) ? modifier.IndexOfAny("场个项届次".AsSpan()) is > 0 and < 6
            : modifier.Length > 1 && modifier[0] is '一' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '数' or '多' && modifier[1] is '场' or '个' or '项' or '大' or '次';
}
