using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>A list of names alone under the number of a standard, or after 起草单位：, is the list of its drafters.</summary>
internal sealed class DrafterListRule : IRelationRule
{
    /// <summary>How many sentences may lie between a standard's line and the label 起草单位.</summary>
    private const int LabelReach = 4;

    /// <summary>How many sentences a standard's cover and preface may take up to that label.</summary>
    private const int PrefaceReach = 16;

    /// <summary>Two companies in a line may be anything; three listed are a list.</summary>
    private const int ShortestList = 3;

    private const int WorkReach = 40;

    private static readonly string[] Verbs = ["包括", "有", "为", "是", "主要有", "还有", "还包括"];

    private static readonly WordSet Labels = new(["起草单位", "编制单位", "参编单位", "主编单位", "研制单位", "归口单位"]);

    public void Read(Passage passage, RelationSink sink)
    {
        InProse(passage, sink);
        var first = passage.Lists(Kinds.Actor).FirstOrDefault();
        if (first is null)
        {
            return;
        }

        var intro = passage.Between(passage.Span.Start, first.Span.Start);
        var isLabelled = intro.EndsWith("：") && intro.ContainsAny(Labels);
        var standard =
            isLabelled ? Own(passage, first.Span.Start)
            : intro.IsEmpty ? Above(passage, first)
            : null;
        if (standard is null)
        {
            return;
        }

        foreach (var drafter in passage.Lists(Kinds.Actor).SelectMany(g => g.Members))
        {
            var span = drafter.Span;
            sink.Add(
                RelationType.Drafted,
                drafter.Entity,
                standard.Entity!,
                span.Union(standard.Span),
                span,
                isLabelled ? "drafted.label" : "drafted.list",
                isLabelled ? 0.95 : 0.9
            );
        }
    }

    /// <summary>《X》的主要起草单位包括甲院、乙公司: the label as the subject of a sentence.</summary>
    private static void InProse(Passage passage, RelationSink sink)
    {
        foreach (var label in passage.Of(Cue.Draft))
        {
            var verb = passage.EndsBefore(label.Span.End, "单位")
                ? passage.Between(label.Span.End, passage.Span.End).WordAtStart(Verbs)
                : null;
            var drafters = verb is null ? null : passage.After(label.Span.End + verb.Length, Kinds.Actor, 1);
            var work = drafters is null
                ? null
                : passage.Before(label.Span.Start, Kinds.Work, WorkReach, commas: 2)?.Members[^1].Head ?? Own(passage, label.Span.Start);
            foreach (var drafter in work is null ? [] : drafters!.Members)
            {
                var core = label.Span.Union(drafter.Span);
                sink.Add(
                    RelationType.Drafted,
                    drafter.Entity,
                    work!.Entity!,
                    work.Span.Start >= passage.Span.Start ? core.Union(work.Span) : core,
                    core,
                    "drafted.prose",
                    0.9
                );
            }
        }
    }

    /// <summary>
    /// The standard that a preface speaks of: the last one that heads a line before the label (its cover), not those that it follows
    /// (按照GB/T 1.1给出的规则) or replaces.
    /// </summary>
    private static Mention? Own(Passage passage, int label)
    {
        var reading = passage.Reading;
        return reading.Before(
                passage,
                label,
                m => m.Type == EntityType.Standard && reading.Paper.Source.GapBefore(m.Span.Start) >= Gap.Line,
                PrefaceReach
            ) ?? reading.Before(passage, label, EntityType.Standard, LabelReach);
    }

    /// <summary>The standard that the line above is headed by, where this sentence is nothing but names.</summary>
    private static Mention? Above(Passage passage, Group first)
    {
        if (passage.Index == 0 || first.Members.Count < ShortestList && !IsWhole(passage, first))
        {
            return null;
        }

        var above = passage.Reading.Passages[passage.Index - 1];
        return
            above.Mentions.Count > 0
            && above.Mentions[0].Type == EntityType.Standard
            && above.Mentions[0].Span.Start - above.Span.Start <= 5
            ? above.Mentions[0]
            : null;
    }

    private static bool IsWhole(Passage passage, Group list) => passage.Span.End - list.Span.End <= 1;
}
