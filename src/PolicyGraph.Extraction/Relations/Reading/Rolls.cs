using System.Buffers;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>Long lists of who came, in several lists of names: those with which a sentence opens, those in brackets behind a class of guests, those whom the hosts invited.</summary>
internal static class Rolls
{
    private const int OpeningReach = 50;

    private const int InvitedReach = 20;

    private static readonly SearchValues<string> Delegates = SearchValues.Create(["代表", "领导", "专家", "学者", "负责人", "嘉宾", "负责同志", "相关人员", "工作人员", "有关人员", "部门", "专班"], StringComparison.Ordinal);

    private static readonly string[] Classes = ["代表", "领导", "专家", "学者", "专家学者", "负责人", "嘉宾", "企业", "机构", "单位", "高校", "院所", "部门"];

    /// <summary>甲部一司、二司，乙局，丙院等单位，某组代表共百余人参加了会议: delegates close the list that the sentence opens with.</summary>
    public static IEnumerable<Group> Opening(Passage passage, Trigger trigger)
    {
        var groups = passage.Groups;
        if (groups.Count < 2 || groups[0].Span.Start != passage.Span.Start || !groups[0].IsOf(Kinds.Actor | Kinds.Zone))
        {
            return [];
        }

        var last = 0;
        while (last + 1 < groups.Count && groups[last + 1].Span.End <= trigger.Span.Start && groups[last + 1].IsOf(Kinds.Actor | Kinds.Zone) && Fellowship.IsClass(passage.Between(groups[last].Members[^1].Span.End, groups[last + 1].Span.Start)))
        {
            last++;
        }

        var gap = passage.Between(groups[last].Span.End, trigger.Span.Start);
        var isRoll = last > 0 && gap.Length <= OpeningReach && gap.ContainsAny(Delegates) && gap.IndexOfAny("。；：") < 0 && !passage.Triggers.Exists(t => t.Span.Start >= groups[last].Span.End && t.Span.End <= trigger.Span.Start);
        return isRoll ? groups.Take(last + 1) : [];
    }

    /// <summary>园区代表（甲区、乙区等）、专家学者（丙大学、丁会等）等嘉宾发表演讲: each class with those of it who came.</summary>
    public static IEnumerable<Group> Bracketed(Passage passage, Trigger trigger) =>
        passage.Groups.Where(g => g.Span.End < trigger.Span.Start && IsExample(passage, g) && passage.Between(g.Span.End, trigger.Span.Start).IndexOfAny("。；") < 0);

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
            if (!next.IsOf(Kinds.Person | Kinds.Organization) || !Fellowship.IsClass(passage.Between(group.Members[^1].Span.End, next.Span.Start)))
            {
                yield break;
            }

            yield return group = next;
        }
    }

    private static bool IsExample(Passage passage, Group group)
    {
        var rest = passage.Between(group.Members[^1].Span.End, passage.Span.End).TrimStart('等');
        return rest.StartsWith("）") && passage.EndsBefore(group.Span.Start, "（") && passage.EndsBefore(group.Span.Start - 1, Classes);
    }
}
