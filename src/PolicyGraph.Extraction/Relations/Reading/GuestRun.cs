using System.Buffers;
using PolicyGraph.Extraction.Mentions.People;
using PolicyGraph.Extraction.Text;

namespace PolicyGraph.Extraction.Relations.Reading;

/// <summary>
/// The persons of one roll, in the order of the text: each followed by a mark of listing and the next one's post, known or not
/// (甲市长王某，某会主席李某，乙局局长赵某等).
/// </summary>
internal static class GuestRun
{
    /// <summary>The post of a person, and of one between whose name is not known.</summary>
    private const int LongestGap = 60;

    // 、和 with what follows a name; a clause between has a word of these.
    private static readonly SearchValues<char> NoPost = SearchValues.Create("。；：！？的了将由把被就对并");

    private static readonly string[] Marks = ["，", "、", "和", "及", "与", "以及"];

    /// <summary>The lists of persons up to <paramref name="last"/>, one of them, that make one roll with it.</summary>
    public static IEnumerable<Group> EndingWith(Passage passage, Group last)
    {
        yield return last;
        if (!last.IsOf(Kinds.Person))
        {
            yield break;
        }

        foreach (var group in Enumerable.Reverse(passage.Groups).Where(g => g.IsOf(Kinds.Person) && g.Span.End <= last.Span.Start))
        {
            if (!GoesOn(passage, group, last))
            {
                yield break;
            }

            yield return last = group;
        }
    }

    /// <summary>All rolls of the passage, each with its lists.</summary>
    public static IEnumerable<List<Group>> In(Passage passage)
    {
        var run = new List<Group>();
        foreach (var group in passage.Lists(Kinds.Person))
        {
            if (run.Count > 0 && !GoesOn(passage, run[^1], group))
            {
                yield return run;
                run = [];
            }

            run.Add(group);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static bool GoesOn(Passage passage, Group group, Group next)
    {
        var gap = passage.Between(group.Members[^1].Span.End, next.Span.Start);
        var title = Titles.OfGuests.At(passage.Text, group.Members[^1].Span.End).Length;
        gap = gap[Math.Min(gap.Length, title)..].TrimStart('等');
        gap = gap is ['（', ..] && gap.IndexOf('）') is > 0 and var close ? gap[(close + 1)..] : gap;
        return gap.Length <= LongestGap
            && gap.StartsWithAny(Marks)
            && !gap.ContainsAny(NoPost)
            && !passage
                .Of(Cue.Attend, Cue.Hold, Cue.Host, Cue.Sign)
                .Any(t => t.Span.Start >= group.Span.End && t.Span.End <= next.Span.Start);
    }
}
