using System.Buffers;
using PolicyGraph.Extraction.Mentions;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>What an event that is named is to its sentence: planned, a part of another, cited, the frame, or the scene itself.</summary>
internal static partial class Scenes
{
    private static readonly SearchValues<string> Meanwhile = SearchValues.Create(["同步", "同期", "同时"], StringComparison.Ordinal);

    /// <summary>第六届展会将于明年举办: told ahead at the close of another; it counts only where no other event is meant.</summary>
    private static bool IsPlanned(Passage passage, Mention held) =>
        IsPart(passage, held)
        || passage.Between(held.Span.End, passage.Span.End).TrimStart('”') is var rest
            && (rest.StartsWith("将于") || rest.StartsWith("将在") || rest.StartsWith("定于") || rest.StartsWith("拟于"));

    /// <summary>大会主要包括甲会议、乙会议: one of the parts of which an event is made up.</summary>
    private static bool IsPart(Passage passage, Mention held) => passage.Between(passage.Span.Start, held.Span.Start).ContainsAny(Parts);

    /// <summary>True for 五中全会 in 贯彻五中全会精神: cited for what it decided, not as a place to be at.</summary>
    public static bool IsCited(Passage passage, Mention held)
    {
        var rest = passage.Between(held.Span.End, passage.Span.End).TrimStart('”');
        return rest.StartsWith("上的") && rest[..Math.Min(rest.Length, LongestSpeech)].IndexOf("讲话精神") >= 0
            || rest.StartsWith("精神")
            || rest.StartsWith("以来")
            || rest.StartsWith("决策")
            || rest.StartsWith("部署")
            || rest.StartsWith("提出")
            || rest.StartsWith("报告");
    }

    /// <summary>A side event (…期间，乙论坛同步举行) is not where the report goes on.</summary>
    private static bool IsAside(Passage passage, Mention held) =>
        passage.Between(passage.Span.Start, held.Span.Start) is var before && (before.IndexOf("期间") >= 0 || before.StartsWith("其间"));

    /// <summary>甲论坛在乙博览会期间举办: the report is of the first.</summary>
    private static bool IsFrame(Passage passage, Mention held) =>
        passage.Between(held.Span.End, passage.Span.End).TrimStart('”').StartsWith("期间")
        && passage.Named(EntityType.Event).Any(m => m.Span.End < held.Span.Start && !IsCited(passage, m));

    /// <summary>甲局在乙市召开丙会议, but not what a speaker says was held once.</summary>
    private static bool IsHeldHere(Passage passage, Mention held) =>
        passage.Of(Cue.Hold).Any(t => t.Span.End <= held.Span.Start && held.Span.Start - t.Span.End <= HeadWord)
        && !passage.Of(Cue.Speak).Any(t => t.Span.End <= held.Span.Start)
        && !passage.Between(passage.Span.Start, held.Span.Start).ContainsAny(Once)
        && !(IsAside(passage, held) && passage.Between(passage.Span.Start, held.Span.Start).ContainsAny(Meanwhile));

    private static bool IsScene(Passage passage, Mention held) =>
        !IsFrame(passage, held)
        && (
            IsVenue(passage, held)
            || IsHeldHere(passage, held)
            || !IsAside(passage, held)
                && passage.Triggers.Any(t =>
                    t.Cue is Cue.Hold or Cue.Open
                    && t.Span.Start >= held.Span.End
                    && t.Span.Start - held.Span.End <= VerbReach
                    && !IsTime(passage, t)
                )
        );

    /// <summary>甲会开幕期间成立的乙联盟: the event says when something was that is told of.</summary>
    private static bool IsTime(Passage passage, Trigger trigger) =>
        passage.Between(trigger.Span.End, passage.Span.End).StartsWithAny(Times);
}
