using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Relations;

/// <summary>
/// The paper of which a sentence says that it rests on another: 本规划旨在落实《X》, 《Y》的出台是落实《X》的举措,
/// 《Y》由甲部依据《X》制定.
/// </summary>
internal static class GroundedPapers
{
    /// <summary>The fewest characters of a kind that means a paper: 办法, 规定.</summary>
    private const int ShortestKind = 2;

    /// <summary>The most characters of such a kind with the word that points at it: 该行动计划.</summary>
    private const int LongestKind = 5;

    /// <summary>
    /// What may stand between a paper and what it rests on where the sentence says it of the paper (本规划旨在落实《X》).
    /// </summary>
    private static readonly string[] Grounds =
    [
        "",
        "旨在",
        "是",
        "是为",
        "是为了",
        "为",
        "系",
        "主要",
        "的依据是",
        "的主要依据是",
        "的目的是",
        "的目标是",
        "的宗旨是",
        "将",
        "全面",
        "充分",
        "严格",
        "紧紧围绕",
        "坚持",
    ];

    private static readonly string[] Issues = ["的出台", "的实施", "的发布", "的印发", "的制定", "的颁布", "的编制", "的施行"];

    /// <summary>本规划旨在落实《X》, 《Y》依据《X》: the paper that the sentence speaks of.</summary>
    public static BasedPaper? Of(Passage passage, Trigger trigger, int position)
    {
        if (passage.Between(position, passage.Span.End) is var rest && rest.StartsWith("作") && rest.IndexOf("修改") is > 0 and < 8)
        {
            // 《X》根据本决定作相应修改: what is changed rests on nothing.
            return null;
        }

        var subject = passage.Before(trigger.Span.Start, Kinds.Policy, BasedOnRule.SubjectReach, passed: Kinds.None);
        var gap = subject is null ? null : passage.Between(subject.Span.End, trigger.Span.Start).ToString();
        return gap is null || !IsGround(gap) || subject!.Members.Count > 1 || passage.IsAdverbial(subject)
            ? Predicated(passage, trigger, rest) ?? ByKind(passage, trigger)
            : new(subject.Members[0].Entity, subject.Span, "based.subject", 0.85);
    }

    /// <summary>《Y》旨在, 《Y》的出台是, 《Y》的实施将进一步: what may stand between a paper and its ground.</summary>
    private static bool IsGround(string gap)
    {
        var issue = gap.AsSpan().WordAtStart(Issues);
        var rest = gap.AsSpan(issue?.Length ?? 0);
        rest = rest.EndsWith("进一步") ? rest[..^3] : rest;
        return Grounds.AsSpan().Contains(rest.ToString());
    }

    /// <summary>规划是落实《X》的重要举措, 办法的实施将进一步落实《X》: the paper that the kind at the sentence's head means.</summary>
    private static BasedPaper? ByKind(Passage passage, Trigger trigger)
    {
        for (var kind = passage.Span.Start + ShortestKind; kind < trigger.Span.Start && kind <= passage.Span.Start + LongestKind; kind++)
        {
            if (IsGround(passage.Between(kind, trigger.Span.Start).ToString()) && passage.MeantBefore(kind) is { } meant)
            {
                return new(meant.Entity!, trigger.Span, "based.subject", 0.8);
            }
        }

        return null;
    }

    /// <summary>
    /// 《Y》由甲部牵头，依据《X》等制定: the paper with which the sentence begins, where its own verb stands behind the basis.
    /// </summary>
    private static BasedPaper? Predicated(Passage passage, Trigger trigger, ReadOnlySpan<char> rest)
    {
        var making = rest.IndexOfAny(BasedOnRule.Making);
        var isMade =
            making is >= 0 and < BasedOnRule.LongestClosing
            && !rest[..making].ContainsAny("，。；《")
            && (making + 2 == rest.Length || "，。；、而形".Contains(rest[making + 2], StringComparison.Ordinal));
        var first = isMade && passage.Groups.Count > 0 ? passage.Groups[0] : null;
        if (isMade && passage.MeantByThis() is { } named)
        {
            return new(named.Entity!, trigger.Span, "based.subject", 0.8);
        }

        return
            first is { Members.Count: 1 }
            && first.IsOf(Kinds.Policy)
            && first.Span.Start == passage.Span.Start
            && first.Span.End < trigger.Span.Start
            ? new(first.Members[0].Entity, first.Span, "based.subject", 0.8)
            : null;
    }
}
