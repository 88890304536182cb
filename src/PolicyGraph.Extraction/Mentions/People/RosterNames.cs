using System.Buffers;
using PolicyGraph.Extraction.Papers;
using PolicyGraph.Extraction.Text;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Names of a roster, as notices that set up a group have it: a line each, the name, a gap and the post (陈 某 市财政局局长), the first
/// behind its label (组 长：王某某 市长), or the name and its office in brackets (李某某（市财政局）), between which names may stand alone.
/// The post behind the name is its own, the one on the line before is another's.
/// </summary>
internal static class RosterNames
{
    /// <summary>The rule of these mentions.</summary>
    public const string Rule = "person.roster";

    /// <summary>How many lines make a roster.</summary>
    private const int Fewest = 2;

    private const int ShortestName = 2;
    private const int LongestName = 4;
    private const int LongestLabel = 6;
    private const int LongestPost = 40;

    /// <summary>How far below a name that stands alone the next of the roster may be: two such may follow each other.</summary>
    private static readonly int[] NextLines = [1, 2];

    private static readonly SearchValues<char> NoPost = SearchValues.Create("，。；：！？《》“”");

    public static void Find(Paper paper, List<Mention> found)
    {
        List<TextSpan> names = [.. paper.Lines.Select(line => Name(paper, line.Span))];
        if (names.Count(name => !name.IsEmpty) < Fewest)
        {
            return;
        }

        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i].IsEmpty && IsBeside(names, i) ? Alone(paper, paper.Lines[i].Span) : names[i];
            if (!name.IsEmpty)
            {
                names[i] = name;
                found.Add(PersonStage.Mention(paper, name, Rule, 0.96));
            }
        }
    }

    private static bool IsBeside(List<TextSpan> names, int index) =>
        index > 0 && !names[index - 1].IsEmpty
        || Array.Exists(NextLines, next => index + next < names.Count && !names[index + next].IsEmpty);

    /// <summary>The name that is all of a line, its label left aside; empty where it is none.</summary>
    private static TextSpan Alone(Paper paper, TextSpan line)
    {
        var start = AfterLabel(paper, line);
        return line.End - start is >= ShortestName and <= LongestName && IsName(paper.Text.AsSpan(start, line.End - start))
            ? new(start, line.End)
            : default;
    }

    private static int AfterLabel(Paper paper, TextSpan line) =>
        line.Start + paper.Text.AsSpan(line.Start, Math.Min(LongestLabel, line.Length)).IndexOf('：') + 1;

    /// <summary>The post on the line of such a name, up to the line's end.</summary>
    /// <param name="end">Where the name ends.</param>
    public static TextSpan Post(Paper paper, int end)
    {
        var stop = end;
        while (stop < paper.Text.Length && stop - end <= LongestPost && (stop == end || paper.Source.GapBefore(stop) != Gap.Line))
        {
            stop++;
        }

        return new(end, stop);
    }

    /// <summary>The label with its colon before a name (副组长：); empty where its line begins with the name.</summary>
    /// <param name="start">Where the name starts.</param>
    public static string Label(Paper paper, int start)
    {
        var first = start;
        while (first > 0 && start - first < LongestLabel && paper.Source.GapBefore(first) != Gap.Line)
        {
            first--;
        }

        return start > 0 && paper.Text[start - 1] == '：' ? paper.Text[first..start] : "";
    }

    /// <summary>The name that the line begins with; empty where the line is no roster's.</summary>
    private static TextSpan Name(Paper paper, TextSpan line)
    {
        var text = paper.Text.AsSpan();
        var start = AfterLabel(paper, line);
        var end = start + ShortestName;
        while (end < line.End && end - start < LongestName && paper.Source.GapBefore(end) != Gap.Space && text[end] != '（')
        {
            end++;
        }

        return
            end < line.End
            && IsName(text[start..end])
            && (IsOffice(text[end..line.End]) || paper.Source.GapBefore(end) == Gap.Space && IsPost(text[end..line.End]))
            ? new(start, end)
            : default;
    }

    /// <summary>（市财政局）.</summary>
    private static bool IsOffice(ReadOnlySpan<char> words) =>
        words is ['（', .. var office, '）'] && office.Length <= LongestPost && !office.ContainsAny(NoPost) && Signature.IsOffice(office);

    private static bool IsName(ReadOnlySpan<char> name) =>
        NameGrammar.Surname(name, 0) is > 0 and var surname && surname < name.Length && NameGrammar.IsPossibleWhole(name, surname);

    private static bool IsPost(ReadOnlySpan<char> words) =>
        words.Length is > 1 and <= LongestPost
        && !words.ContainsAny(NoPost)
        && Titles.Before(words, words.Length) is { Class: "post", Length: > 1 };
}
