using PolicyGraph.Extraction.Gazetteers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Policies and lists that stand in running text without 《》, by the word that ends their names and the verb before them: an action, project or plan
/// that the text carries out (实施X工程), a plan that it issues or that begins with its place (X省…行动计划), a list that something gets on
/// (入选X目录), a pilot that a place becomes (成为X试点城市).
/// </summary>
internal static class SchemeNames
{
    private const int ShortestName = 3;
    private const int ShortestPilot = 8;
    private const int ShortestQuoted = 6;
    private const int ShortestMarked = 2;
    private const int Longest = 20;
    private const int LongestChoice = 80;
    private const int LongestItem = 8;
    private const int LongestEnumeration = 3;

    private static readonly Terms TitleEnds = Terms.Load("title-kinds.tsv", "policy");
    private static readonly Terms Generic = Terms.Load("generic-schemes.tsv");

    public static void Find(Paper paper, NameWalker walker, WorkScan scan)
    {
        var text = paper.Text.AsSpan();
        var hits = scan.Schemes;
        var last = default(TextSpan);
        for (var i = 0; i < hits.Count; i++)
        {
            if (IsShadowed(hits, i))
            {
                continue;
            }

            var hit = hits[i];
            var kind = SuffixClass(text, hit);
            var span = kind is "not" ? default : SchemeAt(paper, walker, hit, kind, last);
            if (!span.IsEmpty)
            {
                Add(paper, span, kind, hit);
                AddListed(paper, walker, span, kind);
                last = span;
            }
        }
    }

    private static string SuffixClass(ReadOnlySpan<char> text, PatternHit hit)
    {
        WorkScan.SchemeSuffixes.TryAt(text[..hit.End], hit.Start, out _, out var kind);
        return kind;
    }

    /// <summary>True where a longer suffix, or a word that only begins like one (工程师), covers this one.</summary>
    private static bool IsShadowed(List<PatternHit> hits, int index)
    {
        var hit = hits[index];
        for (var i = index + 1; i < hits.Count && hits[i].End <= hit.End + 4; i++)
        {
            if (hits[i].Start <= hit.Start && hits[i].End > hit.End)
            {
                return true;
            }
        }

        for (var i = index - 1; i >= 0 && hits[i].End == hit.End; i--)
        {
            if (hits[i].Start < hit.Start)
            {
                return true;
            }
        }

        return false;
    }

    private static TextSpan SchemeAt(Paper paper, NameWalker walker, PatternHit hit, string kind, TextSpan last)
    {
        var text = paper.Text.AsSpan();
        if (kind is "scheme" && InMarks(text, hit) is { IsEmpty: false } marked)
        {
            return marked;
        }

        for (var from = hit.Start - (kind is "pilot" ? Batch(text, hit.Start) : 0); ;)
        {
            var name = walker.Back(hit.Start, from);
            var first = kind is "pilot" && (Verbs.Before(text, name.Reach) is "act" || IsChosenAs(text, name.Reach)) && text[name.Reach..name.Position].Contains('与') ? name.Reach : name.Position;
            var start = last.End > first && last.End < hit.Start ? last.End + 1 : first;
            var quoted = start > 0 && text[start - 1] == '“' && hit.End < text.Length && text[hit.End] == '”';
            var own = Editions.Without(text[start..hit.Start]);
            if (own.Length >= ShortestName - (kind is "system" || quoted ? 1 : 0) && !Generic.Contains(own) && (quoted || !SchemeCounts.Begins(own)))
            {
                var box = BoxHeading(text, start);
                start += box;
                var before = quoted ? start - 1 : start;
                var continues = !last.IsEmpty && before > last.End && before - last.End <= 1 && text[last.End] is '、' or '和' or '与' or '及';
                if (box > 0 || IsNamed(walker, text, new(start, hit.End), kind, VerbBefore(text, walker, before, kind), continues))
                {
                    return Whole(text, start, hit, kind);
                }

                return kind is "scheme" ? WithLongerHead(text, walker, start, hit, quoted) : default;
            }

            // 深化 in 国企改革深化提升行动: a word that leaves too little behind it belongs to the name.
            if (!name.Boundary.Found || name.Boundary.Is("word") || hit.Start - start > ShortestName || hit.Start - from > Longest)
            {
                return default;
            }

            from = BoundaryStart(text, start, name.Boundary);
        }
    }

    /// <summary>What quotation marks wholly hold up to the suffix, whatever words are in it: “共同成长计划”; empty where they hold more than a name or a general word.</summary>
    private static TextSpan InMarks(ReadOnlySpan<char> text, PatternHit hit)
    {
        if (hit.End >= text.Length || text[hit.End] != '”')
        {
            return default;
        }

        var from = Math.Max(0, hit.Start - Longest);
        var open = from + text[from..hit.Start].LastIndexOfAny("“”，。；：、《》".AsSpan());
        var own = open >= from && text[open] == '“' ? text[(open + 1)..hit.Start] : default;
        return own.Length >= ShortestMarked && !Generic.Contains(own) && !SchemeCounts.Begins(own) && !char.IsAsciiDigit(own[0]) && own[0] != '一' && !own.Contains('的') && OpensAlone(text, open) ? new(open + 1, hit.End) : default;
    }

    // 数字经济“头号工程” begins before its marks; behind a verb, a mark or another's end nothing does.
    private static bool OpensAlone(ReadOnlySpan<char> text, int open) =>
        open == 0 || !char.IsLetterOrDigit(text[open - 1]) || text[open - 1] is '和' or '与' or '及' or '的' || text[..open].EndsWith("新一轮") || Verbs.Before(text, open) is not null;

    /// <summary>A name that begins before its quotation (数字经济“一号工程”) or before an enumeration inside it (生产、储备、加工能力提升行动), told by the verb before that.</summary>
    private static TextSpan WithLongerHead(ReadOnlySpan<char> text, NameWalker walker, int start, PatternHit hit, bool quoted)
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

    /// <summary>The length of 专栏5 and the like, which head a plan's boxes; 0 where none stands there.</summary>
    private static int BoxHeading(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].StartsWith("专栏") ? 2 : 0;
        while (length > 0 && start + length < text.Length && (char.IsAsciiDigit(text[start + length]) || text[start + length] is '：' or '.'))
        {
            length++;
        }

        return length > 2 ? length : 0;
    }

    /// <summary>The verb before a name, or before the list that it ends: 成为甲、乙试点城市.</summary>
    private static string? VerbBefore(ReadOnlySpan<char> text, NameWalker walker, int before, string kind) =>
        kind is "pilot" && Batch(text, before) is var batch && batch > 0 ? Verbs.Before(text, before - batch)
        : kind is "pilot" && before > 1 && text[before - 1] == '、' ? Verbs.Before(text, walker.Back(before - 1).Position) : Verbs.Before(text, before);

    /// <summary>The length of 第一批, 首批, 全国首批 before a position: what is chosen in batches is one scheme.</summary>
    private static int Batch(ReadOnlySpan<char> text, int end)
    {
        if (end < 2 || text[end - 1] != '批')
        {
            return 0;
        }

        var start = end - 2;
        start -= start > 0 && text[start - 1] == '第' ? 1 : 0;
        return end - (text[..start].EndsWith("全国") || text[..start].EndsWith("国家") ? start - 2 : start);
    }

    /// <summary>X第一批试点城市, X首批试点: the scheme is X试点.</summary>
    private static string PilotName(Paper paper, TextSpan own) =>
        paper.Source.Surface(new(own.Start, own.End - Batch(paper.Text.AsSpan(own.Start, own.Length), own.Length))) + "试点";

    private static int BatchLength(string name) =>
        name.StartsWith("首批", StringComparison.Ordinal) ? 2 : name.Length > 3 && name[0] == '第' && name[2] == '批' ? 3 : 0;

    private static void AddListed(Paper paper, NameWalker walker, TextSpan span, string kind)
    {
        if (kind is not "pilot" || span.Start < 2 || paper.Text[span.Start - 1] != '、')
        {
            return;
        }

        var other = new TextSpan(walker.Back(span.Start - 1).Position, span.Start - 1);
        if (other.Length > ShortestName && Verbs.Before(paper.Text, other.Start) is "list")
        {
            paper.Mentions.Add(new Mention
            {
                Span = other, Type = EntityType.Policy, Name = paper.Source.Surface(other) + "试点", Rule = "work.running-pilot", Confidence = 0.75,
            });
        }
    }

    private static int BoundaryStart(ReadOnlySpan<char> text, int start, Term boundary)
    {
        // Soft words may lie between the boundary and the start.
        var at = start;
        while (at > boundary.Length && Boundaries.Before(text, at) != boundary)
        {
            at--;
        }

        return at - boundary.Length;
    }

    private static TextSpan Whole(ReadOnlySpan<char> text, int start, PatternHit hit, string kind)
    {
        var quote = kind is "system" ? text[start..hit.Start].IndexOf('“') : -1;
        return new(quote > 0 ? start + quote : start, WithBracket(text, hit.End));
    }

    private static bool IsNamed(NameWalker walker, ReadOnlySpan<char> text, TextSpan name, string kind, string? verb, bool continues)
    {
        var anchored = walker.IsAnchor(text, name.Start);
        return kind switch
        {
            "scheme" => continues || verb is "act" || IsQuoted(text, name) || Advances.Follow(text, name) || IsQuotedWord(text, name) || (verb is "issue" && anchored),
            "plan" => !GoesOnAsTitle(text, name.End) && (verb is "issue" || (verb is "act" && (text[..name.End].EndsWith("行动计划") || anchored)) || (text[..name.End].EndsWith("行动计划") && Advances.Follow(text, name)) || (verb is "list" && name.Length >= ShortestPilot) || (verb is "list" or null && anchored)),
            "national" => verb is "issue" && anchored,
            "rank" => verb is "list" or "issue" || IsQuoted(text, name) || (anchored && Verbs.After(text, name.End)),
            "list" => verb is "list" || (anchored && (verb is "issue" || Verbs.After(text, name.End))),
            "system" => verb is "act" or "issue" || text[name.Start..name.End].Contains('“'),
            "pilot" when IsChosenAs(text, name.Start) => name.Length >= ShortestPilot,
            "pilot" => text[..name.End].EndsWith("试点") ? Advances.FollowPilot(text, name) || (text[name.Start..].StartsWith("国家") || (verb is "act" && name.Length >= ShortestPilot && !text[..name.End].EndsWith("项目试点"))) && Ends(text, name.End) : verb is "list" || text[name.Start..].StartsWith("国家"),
            "law" => text[name.Start..].StartsWith("中华人民共和国") || text[name.Start..].StartsWith("中国") || text[name.Start..].StartsWith("国家"),
            _ => anchored,
        };
    }

    /// <summary>确定甲、乙为X试点城市: what they are chosen as.</summary>
    private static bool IsChosenAs(ReadOnlySpan<char> text, int start)
    {
        var before = text[Math.Max(0, start - LongestChoice)..start];
        var clause = before[(before.LastIndexOfAny('。', '；') + 1)..];
        return clause.EndsWith("为") && (clause.Contains("确定", StringComparison.Ordinal) || clause.Contains("选定", StringComparison.Ordinal) || clause.Contains("列为", StringComparison.Ordinal) || clause.Contains("认定", StringComparison.Ordinal)
            || clause.Contains("批准", StringComparison.Ordinal) || clause.Contains("批复", StringComparison.Ordinal));
    }

    // “某某”工程, whatever stands before it; “九五”计划 is a span of years, and what stands between mark and 工程 says more of the kind than the name.
    private static bool IsQuotedWord(ReadOnlySpan<char> text, TextSpan name)
    {
        var close = text[name.Start..name.End].LastIndexOf('”');
        return text[name.Start] == '“' && name.Length >= ShortestQuoted && name.Length - close - 1 <= 2 && text[name.Start + close - 1] != '五';
    }

    // 某区若干政策的暂行规定: the kind that ends the title stands behind 的.
    private static bool GoesOnAsTitle(ReadOnlySpan<char> text, int end) => end + 1 < text.Length && text[end] == '的' && TitleEnds.At(text, end + 1).Found;

    private static bool IsQuoted(ReadOnlySpan<char> text, TextSpan name) =>
        name.Length >= ShortestQuoted && name.Start > 0 && text[name.Start - 1] == '“' && name.End < text.Length && text[name.End] == '”';

    private static bool Ends(ReadOnlySpan<char> text, int end) => end == text.Length || text[end] is '，' or '。' or '；' or '、' or '”' or '工' or '任';

    /// <summary>A bracket of years or of trial belongs to the title: （2021—2023年）, （试行）.</summary>
    private static int WithBracket(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] != '（')
        {
            return end;
        }

        var close = text[end..].IndexOf('）');
        var inner = close > 1 ? text.Slice(end + 1, close - 1) : default;
        return inner.Length is > 1 and <= 16 && (WorkProperties.Years(inner) is not null || inner is "试行" or "暂行" || (inner[^1] == '年' && char.IsAsciiDigit(inner[0])))
            ? end + close + 1
            : end;
    }

    private static void Add(Paper paper, TextSpan span, string kind, PatternHit hit)
    {
        span = kind is "pilot" ? new(span.Start + BatchLength(span.Of(paper.Text)), span.End) : span;
        var type = kind is "list" or "rank" or "report" ? EntityType.Publication : EntityType.Policy;
        var surface = kind is "pilot" ? PilotName(paper, new(span.Start, hit.Start)) : paper.Source.Surface(span);
        var mention = new Mention
        {
            Span = span,
            Type = type,
            Name = kind is "scheme" ? Editions.Without(surface).ToString() : surface,
            Rule = "work.running-" + kind,
            Confidence = 0.8,
        };
        WorkProperties.Set(paper, mention, span);
        paper.Mentions.Add(mention);
    }
}
