using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Names that a list puts before one that is told by the title behind it: 李某某、王某某委员, （陈某某、张某某）. They are read from the known name backwards.
/// </summary>
internal static class ListedNames
{
    private const int Length = 3;

    /// <param name="found">In the order of the text; what is found here is added at the end.</param>
    public static void Find(Paper paper, List<Mention> found)
    {
        var text = paper.Text.AsSpan();
        var lastEnd = 0;
        for (int i = 0, count = found.Count; i < count; i++)
        {
            for (var start = found[i].Span.Start; Before(text, start, lastEnd) is { IsEmpty: false } name; start = name.Start)
            {
                found.Add(PersonStage.Mention(paper, name, "person.list", 0.85));
            }

            lastEnd = found[i].Span.End;
        }
    }

    private static TextSpan Before(ReadOnlySpan<char> text, int end, int floor)
    {
        var start = end - 1 - Length;
        if (start < floor || text[end - 1] != '、' || NameGrammar.Surname(text, start) != 1)
        {
            return default;
        }

        var name = text.Slice(start, Length);
        var isOpen = start == 0 || !char.IsLetterOrDigit(text[start - 1]);
        return isOpen && NameGrammar.IsPossible(name, 1) && NameGrammar.IsLikely(name, 1) && !NameGrammar.EndsLikeBody(name) ? new(start, start + Length) : default;
    }
}
