using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Events by the word that ends their names (论坛, 博览会, 启动仪式, and the short 博会). Words that name events alone (class <c>strong</c>) want a name before them that is
/// more than general; words that also name any meeting (class <c>named</c>) want a long one, or one that begins with a year, an edition, a place or
/// a body; words for any gathering at all (class <c>gathering</c>: 会议, 活动) want the latter.
/// </summary>
internal static class EventNames
{
    /// <summary>The rule of an event that another event's name begins with.</summary>
    public const string InnerRule = "event.opened";

    private const int PronounReach = 3000;
    private const int ShortestModifier = 2;
    private const int ShortestNamed = 6;
    private const int LongModifier = 6;
    private const int LongestShort = 4;
    private const int LongestNumber = 6;
    private const int LongestQuoted = 30;

    private static readonly string[] Heads = ["会长", "副会长", "名誉会长", "理事长", "副理事长", "执行会长", "常务副会长", "轮值会长"];

    private static readonly string[] Ceremonies = ["发布会", "启动仪式", "启动会", "开幕式", "闭幕式", "颁奖典礼", "颁奖仪式", "通气会", "推介会", "筹备会", "启动大会", "说明会"];

    private static readonly string[] Pronouns = ["本届", "此次", "本次", "该", "这次"];

    private static readonly string[] Intensifiers = ["深入", "全面", "加快", "扎实", "统筹", "大力", "持续"];

    private static readonly Terms Suffixes = Terms.Load("event-suffixes.tsv");
    private static readonly Terms Generic = Terms.Load("generic-modifiers.tsv");

    // What makes a place, a body or a paper of the word before it: 会议室, 大会堂, 论坛报.
    private static readonly System.Buffers.SearchValues<char> Followers = System.Buffers.SearchValues.Create("室厅堂馆报纪费员券票周");

    // What makes a body of 会 behind it: 学会, 协会, 商会, 委员会, 联合会, 促进会, 研究会, 基金会, 理事会, 总会, 分会.
    private static readonly System.Buffers.SearchValues<char> Bodies = System.Buffers.SearchValues.Create("学协商员合进究金事总分工");

    private static readonly System.Buffers.SearchValues<char> Numerals = System.Buffers.SearchValues.Create("两二三四五六七八九十数多");

    // 展 before these is a verb: 成果展示, 成果展现.
    private static readonly System.Buffers.SearchValues<char> ShowVerbs = System.Buffers.SearchValues.Create("示览现开出销望商");

    public static void Find(Paper paper, NameWalker walker, WorkScan scan)
    {
        var text = paper.Text.AsSpan();
        var hits = scan.Events;
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
        if (end < text.Length && (text[end..].StartsWith("中心") || IsStandingBody(text, end) || Followers.Contains(text[end]) || (text[end - 1] == '展' && ShowVerbs.Contains(text[end]))))
        {
            return head;
        }

        if (suffix.Length == 3 && text[(head + 1)..end] is "幕式" && head > 0 && text[head - 1] == '”' && Suffixes.Before(text, head - 1).Found)
        {
            // “甲论坛”开幕式 is the forum's, which its own word tells.
            return head;
        }

        var start = IsBodysEnd(text, head, suffix) || IsSummed(text, head) || IsOneOf(text, end, suffix) || end < text.Length && text[end] == '、' && suffix.Is("gathering") && suffix.Length == 2 ? head : Start(walker, text, head, suffix);
        if (start == head)
        {
            return head;
        }

        // 甲论坛开幕式: who is at the opening is at the forum.
        end = suffix.Length == 3 && text[(head + 1)..end] is "幕式" && Suffixes.Before(text, head) is { Found: true } opened && head - opened.Length - start >= ShortestModifier ? head : Editions.WithBracket(text, end);
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
        AddOpened(paper, start, head, suffix);
        return start;
    }

    /// <summary>甲论坛 in 甲论坛新闻发布会, where the paper goes on to speak of 本届论坛: the event that a ceremony or a press conference is for.</summary>
    private static void AddOpened(Paper paper, int start, int head, Term suffix)
    {
        var text = paper.Text.AsSpan();
        var inner = Suffixes.Before(text, head);
        if (!text.Slice(head, suffix.Length).EndsWithAny(Ceremonies) || !inner.Found || head - inner.Length - start < ShortestModifier)
        {
            return;
        }

        var word = text[(head - 2)..head];
        var rest = text[head..Math.Min(text.Length, head + PronounReach)];
        foreach (var pronoun in Pronouns)
        {
            if (rest.Contains(string.Concat(pronoun, word), StringComparison.Ordinal))
            {
                paper.Mentions.Add(new Mention { Span = new(start, head), Type = EntityType.Event, Name = paper.Source.Surface(new(start, head)), Rule = InnerRule, Confidence = 0.85 });
                return;
            }
        }
    }

    /// <summary>甲学会谈某, 甲协会展出: the first character of the suffix ends the name of a body.</summary>
    private static bool IsBodysEnd(ReadOnlySpan<char> text, int head, Term suffix) =>
        suffix.Length > 1 && text[head] == '会' && head > 1 && Bodies.Contains(text[head - 1]) && text[head + 1] is '谈' or '展' or '商' or '见';

    /// <summary>渔具、渔船两大展区: the suffix closes a list and is no name with its last member.</summary>
    private static bool IsSummed(ReadOnlySpan<char> text, int head) =>
        head > 1 && text[head - 1] is '大' or '个' or '场' && (char.IsAsciiDigit(text[head - 2]) || Numerals.Contains(text[head - 2]));

    /// <summary>渔具、海州展区等五大展区: one of a class that the clause sums up.</summary>
    private static bool IsOneOf(ReadOnlySpan<char> text, int end, Term suffix)
    {
        var rest = text[end..];
        var counted = rest.StartsWith("等") ? rest[1..].TrimStart("0123456789一二两三四五六七八九十") : default;
        return counted.Length > suffix.Length && counted.Length < rest.Length - 1 && counted[0] is '大' or '个' && counted[1..].StartsWith(text[(end - suffix.Length)..end]);
    }

    /// <summary>甲联席会议办公室, 甲联谊会会长: what has an office or a head is a body that lasts, no gathering.</summary>
    private static bool IsStandingBody(ReadOnlySpan<char> text, int end) =>
        text[end..].StartsWith("办公室") || text[end - 1] == '会' && (IsHead(text[end..]));

    private static bool IsHead(ReadOnlySpan<char> rest)
    {
        foreach (var head in Heads)
        {
            if (rest.StartsWith(head))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Where the name starts; a verb before it may prove to be part of it (深化 in 全面深化改革委员会会议) where an anchor stands further back.</summary>
    private static int Start(NameWalker walker, ReadOnlySpan<char> text, int head, Term suffix)
    {
        if (Quoted(text, head, suffix) is var quoted and > 0)
        {
            return quoted;
        }

        if (SaidAt(text, head, suffix) is var said and > 0)
        {
            return said;
        }

        var name = walker.Back(head);
        if (IsOfTwo(text, head, suffix) && name.Position > 1 && text[name.Position - 1] is '与' or '和' && walker.BodyBefore(name.Position - 1) is var party && party < name.Position - 1)
        {
            return party;
        }

        if (IsJoined(text, name) && IsName(walker, text, name.Reach, text[name.Reach..head], suffix))
        {
            return name.Reach;
        }

        if (suffix.Is("gathering") && text[..(head + suffix.Length)].EndsWith("会议") && Verbs.Before(text, name.Reach) is "hold" && Editions.Without(text[name.Reach..head]) is { Length: >= LongModifier } own && !Generic.Contains(own) && !IsCount(own))
        {
            return name.Reach;
        }

        if (suffix.Class is "strong" or "named" && HeldWith(text, name) is var held and > 0)
        {
            return held;
        }

        if (IsName(walker, text, name.Position, text[name.Position..head], suffix))
        {
            return name.Position;
        }

        if (name.Boundary.Is("act") && !suffix.Is("strong"))
        {
            var longer = walker.Back(head, name.Position - name.Boundary.Length);
            return longer.IsAnchored && IsName(walker, text, longer.Position, text[longer.Position..head], suffix) ? longer.Position : head;
        }

        return head;
    }

    /// <summary>A signing is of two parties: 甲集团与乙银行战略合作签约仪式.</summary>
    private static bool IsOfTwo(ReadOnlySpan<char> text, int head, Term suffix) => text.Slice(head, suffix.Length) is "签约仪式" or "签字仪式" or "签约会";

    /// <summary>在甲和乙工作会议上的讲话: what somebody spoke at is named from 在 to 上, whatever words it holds; 0 where nobody speaks.</summary>
    private static int SaidAt(ReadOnlySpan<char> text, int head, Term suffix)
    {
        var end = head + suffix.Length;
        if (end + 2 >= text.Length || text[end] != '上' || suffix.Is("short") || !(text[(end + 1)..].StartsWith("的") || text[(end + 1)..].StartsWith("发表") || text[(end + 1)..].StartsWith("讲") || text[(end + 1)..].StartsWith("强调") || text[(end + 1)..].StartsWith("指出")))
        {
            return 0;
        }

        var from = Math.Max(0, head - LongestQuoted);
        var stop = from + text[from..head].LastIndexOfAny("在，。；：、“”《》".AsSpan());
        var own = stop < from || text[stop] != '在' ? default : Editions.Without(text[(stop + 1)..head]);
        return own.Length >= LongModifier && (!own.Contains('的') || own.Contains("党的", StringComparison.Ordinal)) && own[0] is not ('这' or '此' or '该' or '本' or '一') && !Generic.Contains(own) ? stop + 1 : 0;
    }

    /// <summary>Where the name starts that a verb of holding has behind it though it begins with a verb itself (召开深入推进某事座谈会); 0 where none does.</summary>
    private static int HeldWith(ReadOnlySpan<char> text, NameStart name)
    {
        var start = name.Position - (name.Boundary.Is("act") ? name.Boundary.Length : 0);
        foreach (var adverb in Intensifiers)
        {
            start -= text[..start].EndsWith(adverb) ? adverb.Length : 0;
        }

        return start < name.Position && Verbs.Before(text, start) is "hold" ? start : 0;
    }

    // 举办甲材料与应用论坛: what is held is one event, unless a whole one stands before the conjunction (举办甲论坛与乙论坛).
    private static bool IsJoined(ReadOnlySpan<char> text, NameStart name) =>
        name.Reach < name.Position && text[name.Position - 1] is '与' or '和' && (Verbs.Before(text, name.Reach) is "hold" || name.Reach > 0 && text[name.Reach - 1] == '—') && !Suffixes.Before(text, name.Position - 1).Found;

    /// <summary>Where a name begins that its quotation marks wholly hold, whatever words are in it (“甲与乙论坛”); 0 where none does.</summary>
    private static int Quoted(ReadOnlySpan<char> text, int head, Term suffix)
    {
        var end = head + suffix.Length;
        if (end >= text.Length || text[end] != '”' || suffix.Is("short") || suffix.Is("gathering"))
        {
            return 0;
        }

        var from = Math.Max(0, head - LongestQuoted);
        var open = text[from..head].LastIndexOfAny("“”，。；：、《".AsSpan());
        return open >= 0 && text[from + open] == '“' && end - from - open - 1 >= ShortestNamed && !Generic.Contains(Editions.Without(text[(from + open + 1)..head])) ? from + open + 1 : 0;
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

        if (IsCount(own) || IsOneOfMany(own) || own.EndsWith("顶级") || own.EndsWith("领域顶尖"))
        {
            return false;
        }

        return suffix.Is("strong") || IsSession(own, suffix) || (own.Length >= LongModifier && !suffix.Is("gathering"))
            || (own.Length >= ShortestModifier && own.Length + suffix.Length >= ShortestNamed && walker.IsAnchor(text, start));
    }

    /// <summary>甲理事会第二十四次会议: a numbered meeting of a standing body.</summary>
    private static bool IsSession(ReadOnlySpan<char> own, Term suffix) =>
        suffix.Is("gathering") && own.Length > LongModifier && own[^1] == '次' && own.LastIndexOf('第') is > 3 and var number && own[number - 1] is '会' or '组' && own.Length - number <= LongestNumber;

    /// <summary>世界四大矿业会议: the words count the best of a kind.</summary>
    private static bool IsOneOfMany(ReadOnlySpan<char> own) => own.IndexOf('大') is > 0 and var at && Numerals.Contains(own[at - 1]) && at + 1 < own.Length && !own.Contains('“');

    /// <summary>True where the words before are a count: 50多场, 三场.</summary>
    private static bool IsCount(ReadOnlySpan<char> modifier) =>
        char.IsAsciiDigit(modifier[0]) ? modifier.IndexOfAny("场个项届次".AsSpan()) is > 0 and < 6
            : modifier.Length > 1 && modifier[0] is '一' or '两' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '数' or '多' && modifier[1] is '场' or '个' or '项' or '大' or '次';
}
