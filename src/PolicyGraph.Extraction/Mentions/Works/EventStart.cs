using System.Buffers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Where an event's name begins whose last word is known: at its quotation marks, behind the verb that holds it, behind 在 where somebody
/// spoke at it, else where the walk back ends.
/// </summary>
internal static class EventStart
{
    private const int LongestQuoted = 30;

    private static readonly string[] NoNames = ["宣布", "本次", "此次", "本届", "一次", "一场"];

    private static readonly string[] Intensifiers = ["深入", "全面", "加快", "扎实", "统筹", "大力", "持续"];

    /// <summary>How far before the last word of a name its signing may be said (签约仪式新闻发布会).</summary>
    private const int Shortest = 4;

    private static readonly SearchValues<string> Signings = SearchValues.Create(["签约", "签字", "签署"], StringComparison.Ordinal);

    private const int VerbReach = 30;

    private const int LongestHeld = 40;

    /// <summary>The fewest characters that a name with a verb in it has before its last word.</summary>
    private const int LeastHeld = 4;

    private static readonly SearchValues<char> HeldStops = SearchValues.Create("，。；：、！？“”‘’《》（）的在期于,上");

    private static readonly string[] Holdings = ["召开", "举行", "举办", "开幕", "闭幕", "落幕", "启幕"];

    private static readonly string[] Sayings = ["的", "发表", "讲", "强调", "指出"];

    /// <param name="head">Where the last word begins.</param>
    /// <returns>The first character of the name; <paramref name="head"/> where none names an event.</returns>
    public static int Find(NameWalker walker, ReadOnlySpan<char> text, int head, Term suffix)
    {
        if (Quoted(text, head, suffix) is var quoted and > 0)
        {
            return quoted;
        }

        if (SaidAt(text, head, suffix) is var said and > 0)
        {
            return said;
        }

        if (Minuted(text, head, suffix) is var minuted and > 0)
        {
            return minuted;
        }

        var name = walker.Back(head);
        if (FirstOfTwo(walker, text, name, head, suffix) is var party and >= 0)
        {
            return party;
        }

        if (
            IsJoined(text, name) && EventModifiers.Suffice(walker, text, name.Reach, text[name.Reach..head], suffix)
            || IsHeld(text, name, head, suffix)
        )
        {
            return name.Reach;
        }

        return suffix.Class is "strong" or "named" && HeldWith(text, name, head) is var held and > 0
            ? held
            : Walked(walker, text, name, head, suffix);
    }

    /// <summary>
    /// Where the walk back ended; a verb before it may prove to be part of the name (深化 in 全面深化改革委员会会议) where an anchor stands
    /// further back.
    /// </summary>
    private static int Walked(NameWalker walker, ReadOnlySpan<char> text, WalkedStart name, int head, Term suffix)
    {
        if (suffix.Is("held"))
        {
            return
                name.IsAnchored
                && EventModifiers.SufficeHeld(text[name.Position..head], suffix)
                && IsHeld(text, name.Position, head + suffix.Length)
                ? name.Position
                : head;
        }

        if (EventModifiers.Suffice(walker, text, name.Position, text[name.Position..head], suffix))
        {
            return name.Position;
        }

        if (name.Boundary.Is("act") && !suffix.Is("strong"))
        {
            var longer = walker.Back(head, name.Position - name.Boundary.Length);
            if (longer.IsAnchored && EventModifiers.Suffice(walker, text, longer.Position, text[longer.Position..head], suffix))
            {
                return longer.Position;
            }
        }

        return
            name.Position < head
            && (
                IsDouble(walker, text, name.Position, head)
                || IsHeld(text, name.Position, head + suffix.Length)
                    && IsMeeting(text, head, suffix)
                    && EventModifiers.SufficeHeld(text[name.Position..head], suffix)
            )
            ? name.Position
            : head;
    }

    /// <summary>甲推介会暨乙港建港八十周年纪念大会: the first of the two has a name of its own.</summary>
    private static bool IsDouble(NameWalker walker, ReadOnlySpan<char> text, int start, int head)
    {
        var joint = text[start..head].IndexOf('暨');
        var first = joint > 0 ? EventEnds.Suffixes.Before(text, start + joint) : default;
        return first.Found
            && first.Length < joint
            && EventModifiers.Suffice(walker, text, start, text[start..(start + joint - first.Length)], first);
    }

    /// <summary>Of the words for any gathering (活动, 展会) only 会议 names one by being held.</summary>
    private static bool IsMeeting(ReadOnlySpan<char> text, int head, Term suffix) =>
        suffix.Is("named") || suffix.Is("gathering") && text.Slice(head, suffix.Length).EndsWith("会议");

    /// <summary>召开甲会议, 出席甲会议, 甲会议昨日在乙市召开.</summary>
    private static bool IsHeld(ReadOnlySpan<char> text, int start, int end)
    {
        if (Verbs.Before(text, start) is "hold" or "attend")
        {
            return true;
        }

        var rest = text[end..Math.Min(text.Length, end + VerbReach)];
        var stop = rest.IndexOfAny("，。；：！？、,".AsSpan());
        rest = stop < 0 ? rest : rest[..stop];
        foreach (var verb in Holdings)
        {
            if (rest.Contains(verb, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A signing is of its parties (甲集团与乙银行战略合作签约仪式, 甲市、乙盟、丙盟合作共建签约仪式): where the first begins, a body that
    /// is known or, before 与, what the clause opens with; -1 where the name is of no signing or has no other party before it.
    /// </summary>
    private static int FirstOfTwo(NameWalker walker, ReadOnlySpan<char> text, WalkedStart name, int head, Term suffix)
    {
        var start = name.Position;
        if (start < 2 || !text[Math.Max(start, head - Shortest)..(head + suffix.Length)].ContainsAny(Signings))
        {
            return -1;
        }

        while (start > 1 && text[start - 1] is '与' or '和' or '、' && walker.BodyBefore(start - 1) is var party && party < start - 1)
        {
            start = party;
        }

        return start < name.Position ? start
            : text[start - 1] == '与' && walker.ClauseStart(start - 1) is var opening and >= 0 ? opening
            : -1;
    }

    // 召开甲与乙工作会议: a meeting that a verb of holding stands before, with enough between to name it.
    private static bool IsHeld(ReadOnlySpan<char> text, WalkedStart name, int head, Term suffix) =>
        suffix.Is("gathering")
        && text[..(head + suffix.Length)].EndsWith("会议")
        && Verbs.Before(text, name.Reach) is "hold"
        && Editions.Without(text[name.Reach..head]) is { Length: >= EventModifiers.Long } own
        && !EventModifiers.AreGeneral(own)
        && !EventModifiers.IsCount(own);

    /// <summary>关于办理某类案件座谈会纪要: what minutes are of is named from 关于 on; 0 where they are of none.</summary>
    private static int Minuted(ReadOnlySpan<char> text, int head, Term suffix)
    {
        if (suffix.Is("short") || !text[(head + suffix.Length)..].StartsWith("纪要"))
        {
            return 0;
        }

        var from = Math.Max(0, head - LongestHeld);
        var start = from + text[from..head].LastIndexOf("关于") + 2;
        return start > from + 1 && head - start >= EventModifiers.Long && text[start..head].IndexOfAny("，。；：《》".AsSpan()) < 0
            ? start
            : 0;
    }

    /// <summary>
    /// 在甲和乙工作会议上的讲话: what somebody spoke at is named from 在 to 上, whatever words it holds; 0 where nobody speaks.
    /// </summary>
    private static int SaidAt(ReadOnlySpan<char> text, int head, Term suffix)
    {
        var end = head + suffix.Length;
        if (end + 2 >= text.Length || text[end] != '上' || suffix.Is("short") || !text[(end + 1)..].StartsWithAny(Sayings))
        {
            return 0;
        }

        var from = Math.Max(0, head - LongestQuoted);
        var stop = from + text[from..head].LastIndexOfAny("在，。；：、“”《》,".AsSpan());
        var own = stop < from || text[stop] != '在' ? default : Editions.Without(text[(stop + 1)..head]);
        return
            own.Length >= EventModifiers.Long
            && (!own.Contains('的') || own.Contains("党的", StringComparison.Ordinal))
            && own[0] is not ('这' or '此' or '该' or '本' or '一')
            && !EventModifiers.AreGeneral(own)
            ? stop + 1
            : 0;
    }

    /// <summary>
    /// Where the name starts that a verb of holding has behind it though it holds verbs itself (召开深入推进某事座谈会,
    /// 举办深化合作和承接项目签约仪式); 0 where none does or another event's name ends between.
    /// </summary>
    private static int HeldWith(ReadOnlySpan<char> text, WalkedStart name, int head)
    {
        if (name.Boundary.Class is not ("act" or "word" or "conjunction") && name.Reach == name.Position)
        {
            return 0;
        }

        var from = Math.Max(0, head - LongestHeld);
        from += text[from..head].LastIndexOfAny(HeldStops) + 1;
        for (var start = head - 1; start > from; start--)
        {
            if (
                EventEnds.Suffixes.Before(text, start) is { Found: true } inner && !inner.Is("short")
                || Boundaries.Before(text, start) is { Found: true } word && (word.Is("attend") || word.Is("issue"))
                || text[start..].StartsWithAny(NoNames)
            )
            {
                return 0;
            }

            if (
                Verbs.Before(text, start) is "hold"
                && text[start] is not ('了' or '好' or '是' or '也')
                && text[start - 1] is not ('是' or '也')
            )
            {
                start -= Adverb(text[..start]);
                return start < name.Position && head - start >= LeastHeld ? start : 0;
            }
        }

        return 0;
    }

    private static int Adverb(ReadOnlySpan<char> before)
    {
        foreach (var adverb in Intensifiers)
        {
            if (before.EndsWith(adverb))
            {
                return adverb.Length;
            }
        }

        return 0;
    }

    // 举办甲材料与应用论坛: what is held is one event, unless a whole one stands before the conjunction (举办甲论坛与乙论坛).
    private static bool IsJoined(ReadOnlySpan<char> text, WalkedStart name) =>
        name.Reach < name.Position
        && text[name.Position - 1] is '与' or '和'
        && (Verbs.Before(text, name.Reach) is "hold" || name.Reach > 0 && text[name.Reach - 1] == '—')
        && !EventEnds.Suffixes.Before(text, name.Position - 1).Found;

    /// <summary>
    /// Where a name begins that its quotation marks wholly hold, whatever words are in it (“甲与乙论坛”); 0 where none does.
    /// </summary>
    private static int Quoted(ReadOnlySpan<char> text, int head, Term suffix)
    {
        var end = head + suffix.Length;
        if (end >= text.Length || text[end] != '”' || suffix.Is("short") || suffix.Is("gathering"))
        {
            return 0;
        }

        var from = Math.Max(0, head - LongestQuoted);
        var open = text[from..head].LastIndexOfAny("“”，。；：、《".AsSpan());
        return
            open >= 0
            && text[from + open] == '“'
            && end - from - open - 1 >= EventModifiers.ShortestNamed
            && !EventModifiers.AreGeneral(Editions.Without(text[(from + open + 1)..head]))
            ? from + open + 1
            : 0;
    }
}
