using System.Buffers;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// The name that a sentence opens with, which acts in all its clauses that have none of their own at their head:
/// 甲市高度重视…，成立了乙院，出台了《X》.
/// </summary>
internal static class Subjects
{
    private const int SentenceReach = 150;

    /// <summary>近年来，, 党的十九大以来，, 为推动产业发展，: what may stand before the subject.</summary>
    private const int LongestOpening = 24;

    private static readonly SearchValues<string> Others = SearchValues.Create(["部门", "各地", "我们", "企业"], StringComparison.Ordinal);

    /// <summary>
    /// The subject of the verb at <paramref name="position"/>; null where its clause has a name or many words before it, or another name
    /// stands at the head of a clause between.
    /// </summary>
    public static Group? Subject(this Passage passage, int position, Kinds kinds)
    {
        var comma = passage.Between(passage.Span.Start, position).LastIndexOf('，') + passage.Span.Start;
        if (comma < passage.Span.Start || position - comma > Roles.LastPiece)
        {
            return null;
        }

        var first = First(passage, position);
        var subject = first < 0 ? null : passage.Groups[first];
        return
            subject is not null
            && subject.IsOf(kinds)
            && subject.Span.End < comma
            && !passage.IsCut(subject)
            && !passage.IsAdverbial(subject)
            && IsOpen(passage.Between(subject.Span.End, position))
            && !passage
                .Groups.Skip(first + 1)
                .TakeWhile(g => g.Span.Start < position)
                .Any(g => g.Span.Start > comma || g.IsOf(Kinds.Body | Kinds.Person) && passage.EndsBefore(g.Span.Start, "，"))
            ? subject
            : null;
    }

    /// <summary>A clause follows the name, and no other who might act is spoken of.</summary>
    private static bool IsOpen(ReadOnlySpan<char> gap) =>
        gap.Length <= SentenceReach
        && !gap.ContainsAny(Roles.SentenceMarks)
        && gap[0] is not ('的' or '，' or '、' or '”')
        && !gap[gap.LastIndexOf('，')..].ContainsAny(Others);

    /// <summary>
    /// Index of the list at the head of the sentence, of what somebody is said to say (王某表示，), or behind what opens either; -1 where
    /// none stands there.
    /// </summary>
    private static int First(Passage passage, int position)
    {
        var start = passage.Span.Start;
        foreach (var said in passage.Of(Cue.Speak))
        {
            start = said.Span.End < position && passage.Text[said.Span.End] == '，' ? said.Span.End + 1 : start;
        }

        var comma = passage.Between(start, position).IndexOf('，');
        return passage.Groups.FindIndex(g =>
            g.Span.Start == start || comma >= 0 && comma <= LongestOpening && g.Span.Start == start + comma + 1
        );
    }
}
