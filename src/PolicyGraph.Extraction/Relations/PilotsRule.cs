using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲高新区启动X制, 甲市入选X试点, 甲、乙分别成为X、Y试点城市: who tries out a scheme.</summary>
internal sealed partial class PilotsRule : IRelationRule
{
    private const int Reach = 16;

    /// <summary>How many sentences back 启动试点 may find its scheme.</summary>
    private const int Back = 4;

    private const int NearBack = 1;

    private const string Word = "试点";

    private const string Nation = "中国";

    /// <summary>被列为综合试点地区, 成为首批改革试点: what may stand before the word where the scheme is not named again.</summary>
    private const int LongestKind = 10;

    private static readonly string[] Unders = ["根据", "按照", "依据"];

    private static readonly string[] Starts = ["启动试点", "开展试点", "率先试点", "开始试点", "先行试点"];

    private static readonly string[] Choices =
    [
        "确定",
        "选定",
        "批复",
        "批准",
        "支持",
        "同意",
        "将",
        "把",
        "认定",
        "明确",
        "遴选",
        "选取",
        "选择",
        "确认",
        "公布",
        "确定了",
        "在",
    ];

    private const Kinds Pilots = Kinds.Zone | Kinds.Place | Kinds.Organization;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var schemes in passage.Lists(Kinds.Policy))
        {
            Named(passage, schemes, sink);
            foreach (var scheme in schemes.Members)
            {
                ByName(passage, scheme.Head, sink);
            }
        }

        Chosen(passage, sink);
        if (!passage.Lists(Pilots).IsEmpty)
        {
            Selected(passage, sink);
        }

        foreach (var trigger in passage.Of(Cue.Pilot, Cue.Launch))
        {
            var schemes = Scheme(passage, trigger) ?? Meant(passage, trigger);
            var pilots =
                Site(passage, trigger)
                ?? Apposed(passage, trigger, schemes)
                ?? passage.Actor(trigger.Span.Start, Pilots, reach: 40)
                ?? passage.Subject(trigger.Span.Start, Pilots);
            if (pilots is null || schemes is null || !IsPilot(passage, trigger, schemes))
            {
                continue;
            }

            schemes = WithFurther(passage, schemes);
            var isPaired = pilots.Members.Count == schemes.Members.Count && passage.EndsBefore(trigger.Span.Start, "分别");
            for (var i = 0; i < pilots.Members.Count; i++)
            {
                if (!IsPilot(pilots.Members[i]))
                {
                    continue;
                }

                foreach (var scheme in isPaired ? [schemes.Members[i]] : schemes.Members)
                {
                    Add(passage, pilots.Members[i], scheme, trigger, sink);
                }
            }
        }
    }

    /// <summary>甲片区离岸贸易试点: the name of a pilot begins with who tries it out.</summary>
    private static void ByName(Passage passage, Mention scheme, RelationSink sink)
    {
        if (!passage.EndsBefore(scheme.Span.End, Word))
        {
            return;
        }

        foreach (var pilot in passage.Within(scheme))
        {
            if (pilot.Span.Start == scheme.Span.Start && (Kinds.Zone | Kinds.Place).Has(pilot.Type) && pilot.Entity!.Name != Nation)
            {
                sink.Add(RelationType.Pilots, pilot.Entity, scheme.Entity!, scheme.Span, scheme.Span, "pilots.name", 0.7);
            }
        }
    }

    /// <summary>甲部在乙区开展X试点: tried out where it takes place.</summary>
    private static Group? Site(Passage passage, Trigger trigger) =>
        passage.Before(trigger.Span.Start, Kinds.Zone | Kinds.Place, 4, passed: Kinds.None) is { } site
        && passage.EndsBefore(site.Span.Start, "在")
            ? site
            : null;

    /// <summary>作为X试点城市，甲市已…: who the apposition at the head of a clause is said of.</summary>
    private static Group? Apposed(Passage passage, Trigger trigger, Group? schemes)
    {
        var isHead =
            trigger.Span.Start == passage.Span.Start || "，；。”".Contains(passage.Text[trigger.Span.Start - 1], StringComparison.Ordinal);
        var next =
            isHead && schemes is not null && passage.Between(trigger.Span.Start, trigger.Span.End) is "作为"
                ? passage.FirstGroupFrom(schemes.Span.End)
                : -1;
        var gap =
            next < 0 || next >= passage.Groups.Count
                ? string.Empty
                : passage.Between(schemes!.Span.End, passage.Groups[next].Span.Start).ToString();
        return gap.Length is > 0 and <= 8 && gap.EndsWith('，') && passage.Groups[next].IsOf(Pilots) ? passage.Groups[next] : null;
    }

    /// <summary>入选X试点, 入选全国首批X试点: the scheme behind the verb.</summary>
    private static Group? Scheme(Passage passage, Trigger trigger) =>
        passage.After(trigger.Span.End, Kinds.Policy, Reach)
        ?? (
            passage.Between(trigger.Span.End, passage.Span.End).StartsWith("全国")
                ? passage.After(trigger.Span.End + 2, Kinds.Policy, Reach)
                : null
        );

    /// <summary>甲区已启动试点, 甲、乙被列为综合试点地区: the pilot scheme named last before.</summary>
    private static Group? Meant(Passage passage, Trigger trigger)
    {
        var rest = passage.Between(trigger.Span.End, passage.Span.End);
        var isMeant = passage.EndsBefore(trigger.Span.End, Starts)
            ? rest.IsEmpty || "，。；工".Contains(rest[0], StringComparison.Ordinal)
            : trigger.Cue == Cue.Pilot && IsKindOfPilot(rest);
        if (!isMeant)
        {
            return null;
        }

        if (IsUnder(passage, trigger) && LastPlan(passage, trigger) is { } plan)
        {
            return plan;
        }

        var passages = passage.Reading.Passages;
        for (var i = passage.Index; i >= 0 && passage.Index - i <= Back && passages[i].Sentence.Article == passage.Sentence.Article; i--)
        {
            var scheme = passages[i]
                .Groups.LastOrDefault(g =>
                    g.IsOf(Kinds.Policy)
                    && g.Members.Count == 1
                    && g.Span.End <= trigger.Span.Start
                    && g.Members[0].Head.Span.Of(passage.Text).Contains("试点", StringComparison.Ordinal)
                );
            if (scheme is not null)
            {
                return scheme;
            }
        }

        return null;
    }

    /// <summary>根据方案，甲、乙被确定为改革试点市: the plan that the sentence says it follows.</summary>
    private static bool IsUnder(Passage passage, Trigger trigger) =>
        passage.Between(passage.Span.Start, trigger.Span.Start).StartsWithAny(Unders);

    private static Group? LastPlan(Passage passage, Trigger trigger) =>
        passage.Reading.Before(passage, trigger.Span.Start, EntityType.Policy, NearBack) is { } plan
            ? new() { Members = [new() { Head = plan, Span = plan.Span }], Span = plan.Span }
            : null;

    /// <summary>入选首批X试点城市、第二批Y试点城市: the list goes on behind the word for whom it takes in.</summary>
    private static Group WithFurther(Passage passage, Group schemes)
    {
        var members = schemes.Members.ToList();
        foreach (var next in passage.Lists(Kinds.Policy).Where(g => g.Span.Start >= schemes.Span.End))
        {
            var gap = passage.Between(members[^1].Span.End, next.Span.Start);
            if (gap.Length > LongestKind || gap.IndexOf('、') < 0 || gap.IndexOfAny("，。；（《") >= 0)
            {
                break;
            }

            members.AddRange(next.Members);
        }

        return members.Count == schemes.Members.Count ? schemes : new() { Members = members, Span = schemes.Span.Union(members[^1].Span) };
    }

    /// <summary>综合试点地区, 首批试点单位: the word, with no name before it in its clause.</summary>
    private static bool IsKindOfPilot(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny("，。；（《“");
        var at = (stop < 0 ? rest : rest[..stop]).IndexOf(Word);
        return at is >= 0 and <= LongestKind;
    }

    /// <summary>确定甲市、乙区为X试点城市: those that a body chooses.</summary>
    private static void Named(Passage passage, Group schemes, RelationSink sink)
    {
        var last = passage.LastGroupBefore(schemes.Span.Start);
        var gap =
            last < 0 || !passage.Groups[last].IsOf(Pilots)
                ? string.Empty
                : passage.Between(passage.Groups[last].Span.End, schemes.Span.Start).ToString();
        if (
            !gap.StartsWith('为')
            || gap.Length > 8
            || gap.Contains('，', StringComparison.Ordinal)
            || !passage.EndsBefore(passage.Groups[last].Span.Start, Choices)
            || passage.Between(schemes.Span.Start, Math.Min(passage.Span.End, schemes.Span.End + 6)).IndexOf("试点") < 0
        )
        {
            return;
        }

        var verb = new TextSpan(passage.Groups[last].Span.End, schemes.Span.Start);
        foreach (var pilot in passage.Groups[last].Members.Where(IsPilot))
        {
            foreach (var scheme in schemes.Members)
            {
                Add(passage, pilot, scheme, new(verb, Cue.Pilot), sink);
            }
        }
    }

    private static void Add(Passage passage, Phrase pilot, Phrase scheme, Trigger trigger, RelationSink sink)
    {
        var core = scheme.Span.Start >= passage.Span.Start ? trigger.Span.Union(scheme.Span) : trigger.Span;
        sink.Add(RelationType.Pilots, pilot.Entity, scheme.Entity, pilot.Span.Union(core), core, "pilots.stated", 0.82)
            ?.Date(passage.DateBefore(trigger.Span.Start));
    }

    private static bool IsPilot(Phrase body) => Pilots.Has(body.Type) && body.Entity.Name != Nation;

    /// <summary>To be listed or chosen is a pilot's lot only where the word 试点 stands with the scheme.</summary>
    private static bool IsPilot(Passage passage, Trigger trigger, Group schemes) =>
        trigger.Cue == Cue.Launch && !trigger.Span.Of(passage.Text).EndsWith("展", StringComparison.Ordinal)
        || trigger.Span.Of(passage.Text).Contains("试", StringComparison.Ordinal)
        || schemes.Span.End <= trigger.Span.Start
        || passage.Between(trigger.Span.End, Math.Min(passage.Span.End, schemes.Span.End + 6)).IndexOf("试点") >= 0;
}
