using PolicyGraph.Extraction.Linking;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// （甲厅、乙厅负责） under a task, 责任单位：甲局, 本办法由甲部负责解释: who carries out the policy that the article is about.
/// </summary>
internal sealed class ResponsibleForRule : IRelationRule
{
    private static readonly string[] Tasks =
    [
        "实施",
        "组织",
        "负责",
        "制定",
        "制订",
        "另行制定",
        "另行规定",
        "确定",
        "核定",
        "审定",
        "审核",
        "审批",
        "审查",
        "批准",
        "认定",
        "解释",
        "监督",
        "管理",
        "办理",
        "备案",
        "承担",
        "牵头",
        "统一",
        "具体",
        "依法",
        "按照",
        "会同",
        "商",
    ];

    private const int ActorReach = 16;

    /// <summary>甲部、乙局将启动X创建工作，并组织实施Y工程.</summary>
    private const int CoordinateReach = 40;

    /// <summary>各县（市、区）人民政府 between two names of a list.</summary>
    private const int LongestClass = 24;

    private static readonly string[] Orders = ["要", "应", "须", "必须", "将强化", "将加强", "将会同", "将加大", "将定期", "将适时"];

    /// <summary>What only tells, or grants what another paper lays down.</summary>
    private static readonly string[] Answers = ["通报", "批复", "复函", "的函", "答复"];

    private static readonly string[] Helping = ["配合", "参与", "协同", "参加", "协助", "按职责"];

    public void Read(Passage passage, RelationSink sink)
    {
        Bidden(passage, sink);
        foreach (var trigger in passage.Of(Cue.Charge))
        {
            if (Policy(passage, trigger) is not { } policy)
            {
                continue;
            }

            foreach (var group in Charged(passage, trigger))
            {
                foreach (var body in group.Members.Where(m => m.Type == EntityType.Agency))
                {
                    sink.Add(
                        RelationType.ResponsibleFor,
                        body.Entity,
                        policy,
                        group.Span.Union(trigger.Span),
                        body.Span,
                        "responsible.stated",
                        0.88
                    );
                }
            }
        }
    }

    /// <summary>由甲部会同乙局审定: what an official paper lets a body do is that body's part in it.</summary>
    private static void Bidden(Passage passage, RelationSink sink)
    {
        if (passage.Reading.Paper.Kind != PaperKind.Official || passage.Reading.Headings.Above(passage) is not { } policy)
        {
            return;
        }

        foreach (var group in passage.Lists(Kinds.Agency))
        {
            Ordered(passage, group, policy, sink);
            var verb = passage.EndsBefore(group.Span.Start, "由")
                ? passage.Between(group.Span.End, passage.Span.End).WordAtStart(Tasks)
                : null;
            if (verb is null)
            {
                continue;
            }

            // 《规划》实施由甲省会同乙部组织: the paper that the clause begins with.
            var named = passage.Before(group.Span.Start - 1, Kinds.Policy, 3, passed: Kinds.None);
            var subject =
                named is { Members.Count: 1 } && passage.Between(named.Span.End, group.Span.Start - 1) is "" or "实施" or "的实施"
                    ? named.Members[0].Entity
                    : policy;
            foreach (var body in group.Members.Where(static m => m.Type == EntityType.Agency))
            {
                var evidence = new TextSpan(group.Span.Start - 1, group.Span.End + verb.Length);
                sink.Add(RelationType.ResponsibleFor, body.Entity, subject, evidence, body.Span, "responsible.bidden", 0.84);
            }
        }
    }

    /// <summary>甲委要会同乙部加强指导, 甲厅应当建立台账: what a clause that begins with a body tells it to do.</summary>
    private static void Ordered(Passage passage, Group group, Entity policy, RelationSink sink)
    {
        var rest = passage.Between(group.Span.End, passage.Span.End);
        if (
            !rest.StartsWithAny(Orders)
            || rest.StartsWith("要求")
            || policy.Name.EndsWithAny(Answers)
            || group.Span.Start != passage.Span.Start && !"，。；：".Contains(passage.Text[group.Span.Start - 1], StringComparison.Ordinal)
        )
        {
            return;
        }

        foreach (var body in group.Members.Where(static m => m.Type == EntityType.Agency))
        {
            var evidence = new TextSpan(group.Span.Start, group.Span.End + 1);
            sink.Add(RelationType.ResponsibleFor, body.Entity, policy, evidence, body.Span, "responsible.ordered", 0.7);
        }
    }

    /// <summary>The policy in the clause, else the one that the article is about.</summary>
    private static Entity? Policy(Passage passage, Trigger trigger) =>
        passage.After(trigger.Span.End, Kinds.Policy, 8)?.Members[0].Entity
        ?? passage.Before(trigger.Span.Start, Kinds.Policy, 24)?.Members[0].Entity
        ?? Cited(passage, trigger)
        ?? (passage.Reading.Headings.Above(passage) is { } above && !above.Name.EndsWith("通报", StringComparison.Ordinal) ? above : null);

    /// <summary>
    /// 批复《X》，同意由甲委会同乙省组织实施, in news: the paper that the sentence cites before, where no bracket stands under a task.
    /// </summary>
    private static Entity? Cited(Passage passage, Trigger trigger) =>
        passage.Reading.Paper.Kind == PaperKind.News && Bracket(passage, trigger).IsEmpty
            ? passage
                .Groups.LastOrDefault(g => g.IsOf(Kinds.Policy) && g.Span.End <= trigger.Span.Start && passage.Text[g.Span.Start] == '《')
                ?.Members[^1]
                .Entity
            : null;

    private static IEnumerable<Group> Charged(Passage passage, Trigger trigger)
    {
        var bracket = Bracket(passage, trigger);
        if (bracket.Length > 0)
        {
            return passage.Groups.Where(g => g.IsOf(Kinds.Body) && bracket.Contains(g.Span));
        }

        var group = passage.Between(trigger.Span.End, trigger.Span.End + 1) is "："
            ? passage.After(trigger.Span.End + 1, Kinds.Body, 2)
            : passage.Actor(trigger.Span.Start, Kinds.Body, passage.EndsBefore(trigger.Span.Start, "，并") ? CoordinateReach : ActorReach);
        return group is null ? []
            : IsLabel(passage, trigger) ? Listed(passage, group)
            : IsBidden(passage, group, trigger) ? [group, .. Helpers(passage, trigger)]
            : [];
    }

    /// <summary>责任部门：甲局、乙局，各县人民政府，丙管委会: what a label stands before, with classes of bodies between.</summary>
    private static IEnumerable<Group> Listed(Passage passage, Group first)
    {
        yield return first;
        foreach (var next in passage.Groups.Skip(passage.FirstGroupFrom(first.Span.End)))
        {
            var gap = passage.Between(first.Span.End, next.Span.Start);
            if (
                !next.IsOf(Kinds.Body)
                || gap.Length > LongestClass
                || !gap.StartsWith("，") && !gap.StartsWith("、")
                || gap.IndexOfAny("。；：") >= 0
                || passage.Triggers.Any(t => t.Span.Start >= first.Span.End && t.Span.End <= next.Span.Start)
            )
            {
                yield break;
            }

            yield return first = next;
        }
    }

    /// <summary>由甲局牵头，乙局、丙局配合: those that help the leader.</summary>
    private static IEnumerable<Group> Helpers(Passage passage, Trigger trigger)
    {
        var helpers =
            passage.EndsBefore(trigger.Span.End, "牵头") && passage.Between(trigger.Span.End, trigger.Span.End + 1) is "，" or "、"
                ? passage.After(trigger.Span.End + 1, Kinds.Agency, 2)
                : null;
        var rest = helpers is null ? string.Empty : passage.Between(helpers.Span.End, passage.Span.End).ToString();
        return rest.StartsWithAny(Helping) ? [helpers!] : [];
    }

    private static bool IsLabel(Passage passage, Trigger trigger) => passage.Between(trigger.Span.End, trigger.Span.End + 1) is "：";

    /// <summary>由甲部负责, 甲部将联合组织: an order, not a report of what somebody does.</summary>
    private static bool IsBidden(Passage passage, Group group, Trigger trigger) =>
        passage.Between(group.Span.End, trigger.Span.Start) is var gap
        && gap.IndexOf("决定") < 0
        && gap.IndexOf("表示，") < 0
        && gap.IndexOf("介绍，") < 0
        && (passage.Between(group.Members[^1].Span.End, passage.Span.End).StartsWith("等") || !IsClass(gap))
        && !IsDrafting(passage, trigger)
        && (
            passage.EndsBefore(group.Span.Start, "由")
            || passage.EndsBefore(group.Span.Start, "由所涉及的")
            || passage.EndsBefore(group.Span.Start, "由相关的")
            || passage.Reading.Paper.Kind == PaperKind.Official
            || passage.Between(group.Span.End, trigger.Span.Start).IndexOfAny("将应要") >= 0
        );

    /// <summary>甲省人民政府渔业行政主管部门负责: a kind of department of it, not the body itself.</summary>
    private static bool IsClass(ReadOnlySpan<char> gap) =>
        gap.IndexOf("部门") is var at && at > 0 && gap[0] != '等' && !gap.StartsWith("、") && !gap.StartsWith("和");

    /// <summary>由甲部牵头，乙部参与制定的《X》: led the writing, not the carrying out.</summary>
    private static bool IsDrafting(Passage passage, Trigger trigger) =>
        passage.Triggers.Any(t =>
            (t.Cue == Cue.Draft || t.Cue == Cue.Issue && passage.Between(t.Span.End, passage.Span.End).StartsWith("的"))
            && t.Span.Start >= trigger.Span.End
            && t.Span.Start - trigger.Span.End <= 40
        );

    /// <summary>The brackets around the trigger; empty where it stands in none.</summary>
    private static TextSpan Bracket(Passage passage, Trigger trigger)
    {
        var before = passage.Between(passage.Span.Start, trigger.Span.Start);
        var open = before.LastIndexOf('（');
        if (open < 0 || before[open..].ContainsAny("）。"))
        {
            return default;
        }

        var close = passage.Between(trigger.Span.End, passage.Span.End).IndexOf('）');
        return close < 0 ? default : new(passage.Span.Start + open, trigger.Span.End + close + 1);
    }
}
