using System.Buffers;
using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Names before what they say, as talks are written down: a line begins with the name and a colon, and does so more than once
/// (林知远：您怎么看？).
/// </summary>
internal static class SpeakerLabels
{
    private const int Fewest = 2;
    private const int ShortestName = 2;
    private const int LongestName = 3;

    private static readonly SearchValues<char> Colons = SearchValues.Create("：:");

    public static void Find(Paper paper, List<Mention> found)
    {
        var taken = paper.Starts(found);
        foreach (
            var speaker in paper
                .Lines.Select(line => Name(paper.Text, line.Span))
                .Where(name => !name.IsEmpty)
                .GroupBy(name => name.Of(paper.Text), StringComparer.Ordinal)
                .Where(g => g.Count() >= Fewest)
        )
        {
            found.AddRange(
                speaker.Where(name => taken.TryAdd(name.Start)).Select(name => PersonStage.Mention(paper, name, "person.speaker", 0.85))
            );
        }
    }

    /// <summary>The likely name before the colon with which the line begins; empty where there is none.</summary>
    private static TextSpan Name(string text, TextSpan line)
    {
        var length = text.AsSpan(line.Start, Math.Min(line.Length, LongestName + 1)).IndexOfAny(Colons);
        var name = text.AsSpan(line.Start, Math.Max(length, 0));
        return
            length >= ShortestName
            && NameGrammar.Surname(name, 0) is > 0 and var surname
            && surname < length
            && NameGrammar.IsPossible(name, surname)
            && NameGrammar.IsLikely(name, surname)
            && !NameGrammar.EndsLikeBody(name)
            ? new(line.Start, line.Start + length)
            : default;
    }
}
