using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>甲高新区启动X制, 甲市入选X试点, 甲、乙分别成为X、Y试点城市: who tries out a scheme.</summary>
internal sealed class PilotsRule : IRelationRule
{
    private const int Reach = 16;

    /// <summary>How many sentences back 启动试点 may find its scheme.</summary>
    private const int Back = 4;

    private const int NearBack = 1;

    private const string Word = "试点";

    /// <summary>第一批试点 behind the name of what is tried out.</summary>
    private const int Tail = 6;

    private static readonly string[] Admitted = ["入选", "入围", "位列其中", "榜上有名", "在列", "上榜"];

    private static readonly SearchValues<string> Admissions = SearchValues.Create(
        ["纳入", "入选", "入围", "确定", "公布", "包括"],
        StringComparison.Ordinal
    );

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
    ];

    private const Kinds Pilots = Kinds.Zone | Kinds.Place | Kinds.Organization;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var schemes in passage.Lists(Kinds.Policy))
        {
            Named(passage, schemes, sink);
        }

        Chosen(passage, sink);
        if (!passage.Lists(Pilots).IsEmpty)
        {
            Selected(passage, sink);
        }

        foreach (var trigger in passage.Of(Cue.Pilot, Cue.Launch))
        {
            var schemes = passage.After(trigger.Span.End, Kinds.Policy, Reach) ?? Meant(passage, trigger);
            var pilots =
                Site(passage, trigger) ?? Apposed(passage, trigger, schemes) ?? passage.Actor(trigger.Span.Start, Pilots, reach: 40);
            if (pilots is null || schemes is null || !IsPilot(passage, trigger, schemes))
            {
                continue;
            }

            var isPaired = pilots.Members.Count == schemes.Members.Count && passage.EndsBefore(trigger.Span.Start, "分别");
            for (var i = 0; i < pilots.Members.Count; i++)
            {
                foreach (var scheme in isPaired ? [schemes.Members[i]] : schemes.Members)
                {
                    Add(passage, pilots.Members[i], scheme, trigger, sink);
                }
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

    /// <summary>甲区已启动试点: the pilot scheme named last before.</summary>
    private static Group? Meant(Passage passage, Trigger trigger)
    {
        if (
            !passage.EndsBefore(trigger.Span.End, Starts)
            || passage.Between(trigger.Span.End, passage.Span.End) is { Length: > 0 } rest
                && !"，。；工".Contains(rest[0], StringComparison.Ordinal)
        )
        {
            return null;
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

    /// <summary>
    /// 第二批试点名单公布，甲、乙高新区等入选; 纳入此次试点范围的有综合类3个（甲、乙、丙）: those that a sentence on a pilot counts or
    /// chooses, of the pilot named last.
    /// </summary>
    private static void Chosen(Passage passage, RelationSink sink)
    {
        if (passage.Between(passage.Span.Start, passage.Span.End).IndexOf(Word) < 0 || LastScheme(passage) is not { } scheme)
        {
            return;
        }

        foreach (var group in passage.Lists(Pilots))
        {
            var rest = passage.Between(group.Span.End, passage.Span.End);
            if (
                rest.StartsWithAny(Admitted)
                || rest.StartsWith("）")
                    && passage.EndsBefore(group.Span.Start, "个（")
                    && passage.Between(passage.Span.Start, group.Span.Start).IndexOfAny(Admissions) >= 0
            )
            {
                foreach (var pilot in group.Members.Where(m => Pilots.Has(m.Type)))
                {
                    sink.Add(RelationType.Pilots, pilot.Entity, scheme.Entity!, pilot.Span, pilot.Span, "pilots.chosen", 0.75);
                }
            }
        }
    }

    /// <summary>
    /// 根据这一方案，将选择甲园区、乙高新区等作为建设一流园区的试点: those that a body chooses for what the paper named last lays down.
    /// </summary>
    private static void Selected(Passage passage, RelationSink sink)
    {
        var group = passage
            .Lists(Pilots)
            .FirstOrDefault(g => passage.EndsBefore(g.Span.Start, Choices) && IsAsPilot(passage.Between(g.Span.End, passage.Span.End)));
        if (
            group is null
            || passage.Groups.Exists(g => g.IsOf(Kinds.Policy) && g.Span.Start >= group.Span.End)
            || passage.Reading.Before(passage, group.Span.Start, m => m.Type == EntityType.Policy, NearBack) is not { Entity: { } scheme }
        )
        {
            return;
        }

        foreach (var pilot in group.Members.Where(m => Pilots.Has(m.Type)))
        {
            sink.Add(RelationType.Pilots, pilot.Entity, scheme, pilot.Span, pilot.Span, "pilots.selected", 0.75);
        }
    }

    /// <summary>等作为建设一流园区的试点和示范: no scheme is named between.</summary>
    private static bool IsAsPilot(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny("，。；");
        var clause = stop < 0 ? rest : rest[..stop];
        return clause.TrimStart('等') is var words
            && (words.StartsWith("作为") || words.StartsWith("为"))
            && clause.IndexOf(Word) > 0
            && !clause.Contains('“');
    }

    /// <summary>The pilot that the sentence, or one shortly before it, named last.</summary>
    private static Mention? LastScheme(Passage passage) =>
        passage.Reading.Before(
            passage,
            passage.Span.End,
            m =>
                m.Type == EntityType.Policy
                && m.Span.Of(passage.Text) is [not '《', ..] name
                && (
                    name.Contains(Word, StringComparison.Ordinal)
                    || passage
                        .Text.AsSpan(m.Span.End, Math.Min(Tail, passage.Text.Length - m.Span.End))
                        .Contains(Word, StringComparison.Ordinal)
                ),
            Back
        );

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
        foreach (var pilot in passage.Groups[last].Members.Where(m => Pilots.Has(m.Type)))
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

    /// <summary>To be listed or chosen is a pilot's lot only where the word 试点 stands with the scheme.</summary>
    private static bool IsPilot(Passage passage, Trigger trigger, Group schemes) =>
        trigger.Cue == Cue.Launch && !trigger.Span.Of(passage.Text).EndsWith("展", StringComparison.Ordinal)
        || trigger.Span.Of(passage.Text).Contains("试", StringComparison.Ordinal)
        || passage.Between(trigger.Span.End, Math.Min(passage.Span.End, schemes.Span.End + 6)).IndexOf("试点") >= 0;
}
