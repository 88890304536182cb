using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>由甲会研制的《X》, 甲院牵头起草了《X》, 《X》由甲院编制: who wrote a paper.</summary>
internal sealed class DraftedRule : IRelationRule
{
    private const int Reach = 24;

    private const int NearLeader = 4;

    private const int TakingReach = 40;

    private static readonly string[] Taking =
    [
        "启动",
        "组织",
        "开展",
        "牵头",
        "推进",
        "组织开展",
        "启动了",
        "完成",
        "负责",
        "承担",
        "参与",
    ];

    private static readonly string[] Joins = ["联合", "会同", "组织", "携手"];

    /// <summary>How many sentences a list of standards may fill.</summary>
    private const int LongestListing = 200;

    public void Read(Passage passage, RelationSink sink)
    {
        foreach (var trigger in passage.Of(Cue.Draft))
        {
            if (IsWork(passage, trigger))
            {
                Worked(passage, trigger, sink);
                continue;
            }

            var drafters = trigger.Span.Of(passage.Text).EndsWith("单位", StringComparison.Ordinal)
                ? null
                : passage.Agent(trigger, Kinds.Actor);
            if (drafters is null)
            {
                continue;
            }

            var leader = Leader(passage, drafters);
            var start = (leader ?? drafters).Span.Start;
            var works =
                passage.After(trigger.Span.End, Kinds.Work, Reach)
                ?? (passage.EndsBefore(start, "由") ? passage.Before(start, Kinds.Work, Reach, commas: 1) : null);
            works ??= Headed(passage, trigger, start);
            if (works is null)
            {
                Anaphor(passage, [.. leader?.Members ?? [], .. drafters.Members], start, trigger, sink);
                continue;
            }

            foreach (var drafter in drafters.Members.Concat(leader?.Members ?? []).Where(m => Kinds.Actor.Has(m.Type)))
            {
                Add(passage, drafter, works, trigger, sink);
            }
        }
    }

    /// <summary>启动甲纲要编制工作: the writing is what somebody takes up.</summary>
    private static bool IsWork(Passage passage, Trigger trigger) =>
        passage.Between(trigger.Span.End, passage.Span.End).StartsWith("工作")
        && passage.Before(trigger.Span.Start, Kinds.Policy, 1, passed: Kinds.None) is not null;

    private static void Worked(Passage passage, Trigger trigger, RelationSink sink)
    {
        var work = passage.Before(trigger.Span.Start, Kinds.Policy, 1, passed: Kinds.None)!.Members[0];
        var drafters = passage.EndsBefore(work.Span.Start, Taking) ? passage.Actor(work.Span.Start, Kinds.Actor, TakingReach) : null;
        foreach (var drafter in drafters?.Members ?? [])
        {
            sink.Add(
                RelationType.Drafted,
                drafter.Entity,
                work.Entity,
                drafter.Span.Union(trigger.Span),
                work.Span.Union(trigger.Span),
                "drafted.work",
                0.75
            );
        }
    }

    /// <summary>发布《X》，由甲部归口，乙院、丙公司等起草: the one work that the sentence named before its drafters.</summary>
    private static Group? Headed(Passage passage, Trigger trigger, int drafters)
    {
        var rest = passage.Between(trigger.Span.End, passage.Span.End);
        var isLast = passage.EndsBefore(trigger.Span.End, "起草") && (rest.IsEmpty || rest[0] is '。' or '；' or '，');
        return isLast && passage.EndsBefore(drafters, "，")
            ? passage.Groups.LastOrDefault(g =>
                g.IsOf(Kinds.Work) && g.Members.All(m => m.Entity == g.Members[0].Entity) && g.Span.End < drafters
            )
            : null;
    }

    /// <summary>由甲部牵头，（联合）乙部等参与起草: the one that leads drafts too.</summary>
    private static Group? Leader(Passage passage, Group drafters)
    {
        var join = Array.Find(Joins, word => passage.EndsBefore(drafters.Span.Start, word)) ?? string.Empty;
        var start = drafters.Span.Start - join.Length;
        return
            passage.EndsBefore(start, "牵头，")
            || passage.EndsBefore(start, "牵头、")
            || join.Length > 0 && passage.EndsBefore(start, "牵头")
            ? passage.Before(start, Kinds.Actor, NearLeader, commas: 1, passed: Kinds.None)
            : null;
    }

    /// <summary>该报告由甲院、乙会共同编制: the paper of that kind named last before.</summary>
    private static void Anaphor(Passage passage, IReadOnlyList<Phrase> drafters, int start, Trigger trigger, RelationSink sink)
    {
        // 该标准由甲局提出，乙中心参与起草: what the sentence begins with was said of the first one.
        var by =
            passage.EndsBefore(start, "由") ? start - 1
            : passage.EndsBefore(start, "，") ? passage.Span.Start + passage.Between(passage.Span.Start, start).IndexOf('由')
            : -1;
        if (by <= passage.Span.Start || passage.MeantBefore(by) is not { } work)
        {
            return;
        }

        foreach (var drafter in drafters)
        {
            var core = drafter.Span.Union(trigger.Span);
            sink.Add(RelationType.Drafted, drafter.Entity, work.Entity!, core, core, "drafted.anaphor", 0.82);
        }
    }

    private static void Add(Passage passage, Phrase drafter, Group works, Trigger trigger, RelationSink sink)
    {
        foreach (var work in works.Members)
        {
            var evidence = drafter.Span.Union(trigger.Span).Union(work.Span);
            sink.Add(RelationType.Drafted, drafter.Entity, work.Entity, evidence, trigger.Span.Union(work.Span), "drafted.verb", 0.9);
        }

        if (works.Members.Count == 1 && works.Members[0].Type == EntityType.Standard)
        {
            foreach (var standard in Announced(passage, works))
            {
                var evidence = drafter.Span.Union(trigger.Span).Union(works.Span);
                sink.Add(
                    RelationType.Drafted,
                    drafter.Entity,
                    standard,
                    evidence,
                    trigger.Span.Union(works.Span),
                    "drafted.announced",
                    0.8
                );
            }
        }
    }

    /// <summary>《X》等12项国家标准: the standards that the article lists after this sentence, where it lists as many as that.</summary>
    private static IEnumerable<Linking.Entity> Announced(Passage passage, Group works)
    {
        var text = passage.Between(works.Members[^1].Span.End, passage.Span.End);
        if (text.IsEmpty || text[0] != '等')
        {
            return [];
        }

        var count = SmallNumber.Read(text[1..], out var length);
        return length > 0 && text[(1 + length)..].StartsWith("项") ? Listed(passage, count) : [];
    }

    private static List<Linking.Entity> Listed(Passage passage, int count)
    {
        var passages = passage.Reading.Passages;
        var found = new List<Linking.Entity>();
        for (
            var i = passage.Index + 1;
            i < passages.Count
                && i - passage.Index <= LongestListing
                && passages[i].Sentence.Article == passage.Sentence.Article
                && found.Count <= count;
            i++
        )
        {
            found.AddRange(passages[i].Named(EntityType.Standard).Select(m => m.Entity!).Except(found));
        }

        return found.Count == count ? found : [];
    }
}
