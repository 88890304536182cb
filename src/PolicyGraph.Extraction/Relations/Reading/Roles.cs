using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Finds who fills a role beside a trigger: the nearest list of names that can, within the clause.</summary>
internal static class Roles
{
    private const int SubjectReach = 60;

    /// <summary>
    /// How much may stand between the last comma and the verb, so that a verb is not given the subject of a clause long past.
    /// </summary>
    internal const int LastPiece = 12;

    private const int MostCommas = 2;

    private const int NearReach = 6;

    private const int DatedReach = 16;

    private static readonly System.Buffers.SearchValues<char> DateCharacters = System.Buffers.SearchValues.Create(
        "0123456789年月日初底末上下半前近先后联合已于的在"
    );

    private const int WrittenReach = 60;

    private const int LongestTitle = 80;

    private const int LongestAttribute = 24;

    internal const string SentenceMarks = "。！？；：";

    /// <summary>Characters with which the clause goes on after the name of a place that acts: adverbs, links, verbs.</summary>
    private const string AfterPlace =
        "将已于在日近首成共联等今正再还也同率积连先出也则又由拟举印和与及会启作被是获为入从自至第隆圆最一上下全以向对分从均都并即就仍曾只可应要";

    private static readonly string[] AfterPlaceWords =
    [
        "新一轮",
        "如期",
        "成功",
        "顺利",
        "盛大",
        "热烈",
        "重磅",
        "据此",
        "随即",
        "随后",
        "相继",
        "迅速",
        "紧扣",
        "专门",
        "牵头",
        "坚持",
        "依托",
        "聚焦",
        "立足",
        "围绕",
        "根据",
        "按照",
        "依据",
        "结合",
        "规划面积",
        "规划总面积",
        "总面积",
        "面积",
        "占地",
    ];

    /// <summary>What makes a name before the verb no subject: 在杭州, 经国务院批准, 向社会, 根据甲部.</summary>
    private static readonly string[] Prepositions =
    [
        "在",
        "于",
        "向",
        "对",
        "从",
        "自",
        "至",
        "到",
        "赴",
        "经",
        "据",
        "按",
        "按照",
        "以",
        "将",
        "把",
        "被",
        "为",
        "面向",
        "围绕",
        "报",
        "针对",
        "配合",
        "我代表",
        "受",
    ];

    /// <summary>
    /// Who does what a verb says. In an attribute (在甲组织发布的《X》中) the name right before the verb does, whatever stands before it.
    /// </summary>
    public static Group? Agent(this Passage passage, Trigger trigger, Kinds kinds, int reach = SubjectReach)
    {
        var isAttribute = passage.Between(trigger.Span.End, passage.Span.End).StartsWith("的");
        var near = isAttribute ? passage.Before(trigger.Span.Start, kinds, DatedReach) : null;
        return near is not null && IsDated(passage.Between(near.Span.End, trigger.Span.Start))
            ? near
            : passage.Actor(trigger.Span.Start, kinds, reach);
    }

    /// <summary>True for a gap that is short, or holds no more than a date (甲局2030年5月印发的《X》).</summary>
    private static bool IsDated(ReadOnlySpan<char> gap) => gap.Length <= NearReach || gap.IndexOfAnyExcept(DateCharacters) < 0;

    /// <summary>The list of names before <paramref name="position"/> that acts, or null.</summary>
    public static Group? Actor(this Passage passage, int position, Kinds kinds, int reach = SubjectReach)
    {
        for (var i = passage.LastGroupBefore(position); i >= 0; i--)
        {
            var group = passage.Groups[i];
            var gap = passage.Between(group.Span.End, position);
            if (gap.Length > reach || gap.ContainsAny(SentenceMarks) || IsFarBack(gap))
            {
                return null;
            }

            if (
                group.IsOf(kinds)
                && !IsInBracket(gap)
                && !gap.StartsWith("的")
                && !IsTopic(gap)
                && !passage.IsAdverbial(group)
                && !passage.IsCut(group)
                && !IsObject(passage, group)
            )
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>成立了甲院、乙所，出台…: what a clause before brought into being does not act in the next.</summary>
    private static bool IsObject(Passage passage, Group group)
    {
        var clause = passage.Between(passage.Span.Start, group.Span.Start).LastIndexOf('，') + 1 + passage.Span.Start;
        return passage
            .Of(Cue.Found)
            .Any(t =>
                t.Span.Start >= clause
                && t.Span.End <= group.Span.Start
                && (passage.EndsBefore(t.Span.End, "了") || passage.Between(t.Span.End, group.Span.Start).StartsWith("了"))
            );
    }

    /// <summary>《X》（甲部令第3号），印发了《Y》: what a bracket that is closed before the verb names does not act.</summary>
    private static bool IsInBracket(ReadOnlySpan<char> gap) => gap.IndexOf('）') is >= 0 and var close && gap[..close].IndexOf('（') < 0;

    /// <summary>评议了甲局、乙局工作，审议了…, 落实甲委部署，共同打造…: names that a noun follows are what is spoken of.</summary>
    private static bool IsTopic(ReadOnlySpan<char> gap) =>
        gap.StartsWith("工作，")
        || gap.StartsWith("工作、")
        || gap.StartsWith("部署")
        || gap.StartsWith("决策部署")
        || gap.StartsWith("要求，")
        || gap.StartsWith("工作部署");

    /// <summary>
    /// The nearest list of names of <paramref name="kinds"/> after <paramref name="position"/> with nothing but a short attribute between,
    /// or null.
    /// </summary>
    /// <param name="passed">Names that may stand between.</param>
    public static Group? After(this Passage passage, int position, Kinds kinds, int reach, Kinds passed = Kinds.None)
    {
        for (var i = passage.FirstGroupFrom(position); i < passage.Groups.Count; i++)
        {
            var group = passage.Groups[i];
            var gap = passage.Between(position, group.Span.Start);
            if (gap.Length > reach || gap.ContainsAny(SentenceMarks) || gap.Contains('，'))
            {
                return null;
            }

            if (group.IsOf(kinds))
            {
                return group;
            }

            if (!group.IsOf(passed))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>
    /// The papers that a verb gives out: right behind it, behind who wrote them (发布由甲院编写的《X》), or behind a colon
    /// (发布三项成果：《X》).
    /// </summary>
    public static Group? WorksAfter(this Passage passage, int position, int reach)
    {
        var rest = passage.Between(position, passage.Span.End);
        if (passage.After(position, Kinds.Work, reach) is { } near)
        {
            return near;
        }

        if (
            rest.IndexOf('《') is var title
            && title >= 0
            && title < reach
            && rest[..title].IndexOfAny('，', '。', '；') < 0
            && passage.Groups.Find(g => g.IsOf(Kinds.Work) && g.Span.Start == position + title) is { } titled
        )
        {
            // 发布2030年甲市一号文《X》: whose it is said to be stands before its title.
            return titled;
        }

        // A title that is not known by itself may have the number that is behind it.
        if (
            rest.IndexOf('《') is var mark
            && mark >= 0
            && mark < reach
            && rest.IndexOf('》') is var closing
            && closing > mark
            && closing - mark < LongestTitle
            && passage.After(position + closing + 1, Kinds.Work, 2) is { } numbered
        )
        {
            return numbered;
        }

        var written =
            rest.IndexOf("由") is var by and >= 0 && by < reach ? passage.After(position, Kinds.Work, WrittenReach, Kinds.Body) : null;
        var colon = rest.IndexOfAny('：', '，');
        return written ?? (colon >= 0 && colon < reach && rest[colon] == '：' ? passage.After(position + colon + 1, Kinds.Work, 2) : null);
    }

    /// <summary>The nearest list of names of <paramref name="kinds"/> before <paramref name="position"/>, or null.</summary>
    /// <param name="passed">Names that may stand between.</param>
    public static Group? Before(
        this Passage passage,
        int position,
        Kinds kinds,
        int reach,
        int commas = 0,
        Kinds passed = Kinds.Body | Kinds.Person | Kinds.Work | Kinds.Event
    )
    {
        for (var i = passage.LastGroupBefore(position); i >= 0; i--)
        {
            var group = passage.Groups[i];
            var gap = passage.Between(group.Span.End, position);
            if (gap.Length > reach || gap.ContainsAny(SentenceMarks) || gap.Count('，') > commas)
            {
                return null;
            }

            if (group.IsOf(kinds))
            {
                return group;
            }

            if (!group.IsOf(passed))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>
    /// True where clauses lie between: three commas, much after the last of them, or a subject of its own there (7部门联合出台).
    /// </summary>
    private static bool IsFarBack(ReadOnlySpan<char> gap)
    {
        var comma = gap.LastIndexOf('，');
        return comma >= 0 && (gap.Length - comma > LastPiece || gap.Count('，') > MostCommas || gap[comma..].IndexOf("部门") >= 0);
    }

    /// <summary>
    /// True where the list ends with a place whose name runs on into words of a longer name that is not known (甲市 in 甲市某某促进会).
    /// </summary>
    public static bool IsCut(this Passage passage, Group group)
    {
        var last = group.Members[^1];
        var end = group.Span.End;
        if (last.Head.Span.Of(passage.Text) is "国内" or "全国" or "国际" or "全球")
        {
            return true;
        }

        return last.Type is EntityType.Place or EntityType.Zone
            && end == last.Span.End
            && end < passage.Span.End
            && passage.Text[end] >= '\u4e00'
            && !AfterPlace.Contains(passage.Text[end], StringComparison.Ordinal)
            && !passage.Triggers.Any(t => t.Span.Start == end)
            && !passage.Between(end, passage.Span.End).StartsWithAny(AfterPlaceWords);
    }

    /// <summary>在“茶都”甲市, 在素有茶都之称的甲市, 在茶都——甲市: 在 stands before what is said of the site.</summary>
    public static bool IsDescribedSite(this Passage passage, Group site)
    {
        var before = passage.Between(Math.Max(passage.Span.Start, site.Span.Start - LongestAttribute), site.Span.Start);
        var at = before.LastIndexOf('在');
        return at >= 0
            && Kinds.Site.Has(site.Members[0].Type)
            && (before.EndsWith("”") || before.EndsWith("——") || before.EndsWith("的"))
            && !before[at..].ContainsAny("，。；：《》")
            && (
                before.EndsWith("的")
                    ? passage.LastGroupBefore(site.Span.Start) is var last
                        && (last < 0 || passage.Groups[last].Span.Start < site.Span.Start - before.Length + at)
                    : before.Length - at > 2
            );
    }

    /// <summary>True where a preposition stands before the list.</summary>
    public static bool IsAdverbial(this Passage passage, Group group) =>
        passage.IsDescribedSite(group)
        || passage.EndsBefore(group.Span.Start, Prepositions) && !passage.EndsBefore(group.Span.Start, "主办单位为");
}
