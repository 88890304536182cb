using System.Buffers;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// Long lists of who came, in several lists of names: those with which a sentence opens, those in brackets behind a class of guests, those
/// whom the hosts invited.
/// </summary>
internal static class Rolls
{
    private const int OpeningReach = 50;

    private const int InvitedReach = 20;

    private const int SentReach = 4;

    private const int ClosingReach = 24;

    private static readonly SearchValues<string> Delegates = SearchValues.Create(
        [
            "代表",
            "领导",
            "专家",
            "学者",
            "负责人",
            "嘉宾",
            "负责同志",
            "相关人员",
            "工作人员",
            "有关人员",
            "部门",
            "专班",
            "高管",
            "企业家",
            "客商",
        ],
        StringComparison.Ordinal
    );

    private static readonly string[] Classes =
    [
        "代表",
        "领导",
        "专家",
        "学者",
        "专家学者",
        "负责人",
        "嘉宾",
        "企业",
        "机构",
        "单位",
        "高校",
        "院所",
        "部门",
    ];

    /// <summary>
    /// 甲部一司、二司，乙局，丙院等单位，某组代表共百余人参加了会议: delegates close the list that the sentence opens with.
    /// </summary>
    public static IEnumerable<Group> Opening(Passage passage, Trigger trigger)
    {
        var groups = passage.Groups;
        if (groups.Count < 2 || groups[0].Span.Start != passage.Span.Start || !groups[0].IsOf(Kinds.Actor | Kinds.Zone))
        {
            return [];
        }

        var last = 0;
        while (
            last + 1 < groups.Count
            && groups[last + 1].Span.End <= trigger.Span.Start
            && groups[last + 1].IsOf(Kinds.Actor | Kinds.Zone)
            && Fellowship.IsClass(passage.Between(groups[last].Members[^1].Span.End, groups[last + 1].Span.Start))
        )
        {
            last++;
        }

        var gap = passage.Between(groups[last].Span.End, trigger.Span.Start);
        var isRoll =
            last > 0
            && gap.Length <= OpeningReach
            && gap.ContainsAny(Delegates)
            && gap.IndexOfAny("。；：") < 0
            && !passage.Triggers.Exists(t => t.Span.Start >= groups[last].Span.End && t.Span.End <= trigger.Span.Start);
        return isRoll ? groups.Take(last + 1) : [];
    }

    /// <summary>
    /// 王某，以及甲大学、乙院等多个高校和丙公司等企业、丁银行等机构的代表出席: the lists of bodies that delegates close right before the verb,
    /// each parted from the next by what its members are.
    /// </summary>
    public static IEnumerable<Group> Closed(Passage passage, Trigger trigger)
    {
        var last = passage.LastGroupBefore(trigger.Span.Start);
        var found = new List<Group>();
        if (last < 0 || !passage.Groups[last].IsOf(Kinds.Actor) || !IsDelegated(passage, passage.Groups[last], trigger))
        {
            return found;
        }

        for (var i = last; i >= 0; i--)
        {
            var group = passage.Groups[i];
            if (
                !group.IsOf(Kinds.Actor)
                || i < last && !Fellowship.IsClass(passage.Between(group.Members[^1].Span.End, passage.Groups[i + 1].Span.Start))
            )
            {
                break;
            }

            found.Add(group);
        }

        return found.Sum(g => g.Members.Count) > 1 ? found : [];
    }

    /// <summary>等金融机构的代表, 等企业负责人共百余人: from the last list to the verb, nothing but who came for it.</summary>
    private static bool IsDelegated(Passage passage, Group group, Trigger trigger)
    {
        var gap = passage.Between(group.Members[^1].Span.End, trigger.Span.Start);
        return gap.Length <= ClosingReach
            && gap.ContainsAny(Delegates)
            && gap.IndexOfAny("，。；：") < 0
            && !passage.Triggers.Exists(t => t.Span.Start >= group.Span.End && t.Span.End <= trigger.Span.Start);
    }

    /// <summary>园区代表（甲区、乙区等）、专家学者（丙大学、丁会等）等嘉宾发表演讲: each class with those of it who came.</summary>
    public static IEnumerable<Group> Bracketed(Passage passage, Trigger trigger) =>
        passage.Groups.Where(g =>
            g.Span.End < trigger.Span.Start
            && IsExample(passage, g)
            && passage.Between(g.Span.End, trigger.Span.Start).IndexOfAny("。；") < 0
        );

    /// <summary>邀请了甲、乙等组织，以及丙、丁等组织: the list behind the verb and those that go on with it.</summary>
    public static IEnumerable<Group> Invited(Passage passage, Trigger trigger)
    {
        if (passage.After(trigger.Span.End, Kinds.Person | Kinds.Organization, InvitedReach) is not { } group)
        {
            yield break;
        }

        yield return group;
        foreach (var next in passage.Groups.Skip(passage.FirstGroupFrom(group.Span.End)))
        {
            if (
                !next.IsOf(Kinds.Person | Kinds.Organization)
                || !Fellowship.IsClass(passage.Between(group.Members[^1].Span.End, next.Span.Start))
            )
            {
                yield break;
            }

            yield return group = next;
        }
    }

    /// <summary>来自甲大学、乙院等院所，以及丙公司等企业的代表: every body of a list that delegates close; empty where none does.</summary>
    public static List<Group> Sent(Passage passage)
    {
        var from = passage.Between(passage.Span.Start, passage.Span.End).IndexOf("来自");
        var found = new List<Group>();
        for (var i = passage.FirstGroupFrom(passage.Span.Start + Math.Max(from, 0)); from >= 0 && i < passage.Groups.Count; i++)
        {
            var group = passage.Groups[i];
            if (group.IsOf(Kinds.Place) && found.Count > 0)
            {
                // 北京某某科技: a name that is not known begins with its place.
                continue;
            }

            if (
                !group.IsOf(Kinds.Actor)
                || found.Count == 0 && group.Span.Start - passage.Span.Start - from > SentReach
                || found.Count > 0
                    && passage.Between(found[^1].Members.Last(m => Kinds.Actor.Has(m.Type)).Span.End, group.Span.Start) is var gap
                    && !Fellowship.IsClass(gap)
                    && !GroupReader.IsOverUnknown(gap)
            )
            {
                break;
            }

            found.Add(group);
        }

        return found.Sum(g => g.Members.Count) > 1 && IsClosed(passage, found[^1]) ? found : [];
    }

    /// <summary>…、丙公司总裁赵某，以及丁公司、戊公司等企业高管: the bodies that a list of persons ends with.</summary>
    public static IEnumerable<Group> Beside(Passage passage, Group persons)
    {
        var next = passage.FirstGroupFrom(persons.Span.End);
        return
            next < passage.Groups.Count
            && passage.Groups[next].IsOf(Kinds.Actor)
            && passage.Between(persons.Span.End, passage.Groups[next].Span.Start) is "以及" or "、" or "和" or "，以及" or "及"
            && IsClosed(passage, passage.Groups[next])
            ? [passage.Groups[next]]
            : [];
    }

    private static bool IsClosed(Passage passage, Group last)
    {
        var rest = passage.Between(last.Members[^1].Span.End, passage.Span.End);
        var stop = rest.IndexOfAny("，。；：（");
        rest = stop < 0 ? rest : rest[..stop];
        return rest[..Math.Min(rest.Length, ClosingReach)].ContainsAny(Delegates);
    }

    private static bool IsExample(Passage passage, Group group)
    {
        var rest = passage.Between(group.Members[^1].Span.End, passage.Span.End).TrimStart('等');
        return rest.StartsWith("）") && passage.EndsBefore(group.Span.Start, "（") && passage.EndsBefore(group.Span.Start - 1, Classes);
    }
}
