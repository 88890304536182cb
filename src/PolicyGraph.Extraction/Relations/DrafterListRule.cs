using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Relations.Reading;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations;

/// <summary>A list of names alone under the number of a standard, or after 起草单位：, is the list of its drafters.</summary>
internal sealed class DrafterListRule : IRelationRule
{
    /// <summary>How many sentences may lie between a standard's line and the label 起草单位.</summary>
    private const int LabelReach = 4;

    /// <summary>Two companies in a line may be anything; three listed are a list.</summary>
    private const int ShortestList = 3;

    private static readonly string[] Labels = ["起草单位", "编制单位", "参编单位", "主编单位", "研制单位", "归口单位"];

    public void Read(Passage passage, RelationSink sink)
    {
        var first = passage.Groups.FirstOrDefault(g => g.IsOf(Kinds.Actor));
        if (first is null)
        {
            return;
        }

        var intro = passage.Between(passage.Span.Start, first.Span.Start);
        var isLabelled = intro.EndsWith("：") && Array.Exists(Labels, intro.ToString().Contains);
        var standard = isLabelled ? passage.Reading.Before(passage, first.Span.Start, EntityType.Standard, LabelReach) : intro.IsEmpty ? Above(passage, first) : null;
        if (standard is null)
        {
            return;
        }

        foreach (var drafter in passage.Groups.Where(g => g.IsOf(Kinds.Actor)).SelectMany(g => g.Members))
        {
            var span = drafter.Span;
            sink.Add(RelationType.Drafted, drafter.Entity, standard.Entity!, span.Union(standard.Span), span, isLabelled ? "drafted.label" : "drafted.list", isLabelled ? 0.95 : 0.9);
        }
    }

    /// <summary>The standard that the line above is headed by, where this sentence is nothing but names.</summary>
    private static Mention? Above(Passage passage, Group first)
    {
        if (passage.Index == 0 || first.Members.Count < ShortestList && !IsWhole(passage, first))
        {
            return null;
        }

        var above = passage.Reading.Passages[passage.Index - 1];
        return above.Mentions.Count > 0 && above.Mentions[0].Type == EntityType.Standard && above.Mentions[0].Span.Start - above.Span.Start <= 5
            ? above.Mentions[0] : null;
    }

    private static bool IsWhole(Passage passage, Group list) => passage.Span.End - list.Span.End <= 1;
}
