namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Names that a list puts beside one that is told: 李某某、王某某委员, （陈某某、张某某）. They are read from the known name backwards and forwards.
/// </summary>
internal static class ListedNames
{
    private const int Length = 3;

    public static void Find(Paper paper, List<Mention> found)
    {
        var text = paper.Text.AsSpan();
        var taken = found.SelectMany(m => (int[])[m.Span.Start, m.Span.End]).ToHashSet();
        for (int i = 0, count = found.Count; i < count; i++)
        {
            for (var start = found[i].Span.Start; start > Length && text[start - 1] == '、' && IsName(text, start - 1 - Length) && taken.Add(start - 1); start -= Length + 1)
            {
                found.Add(PersonStage.Mention(paper, new(start - 1 - Length, start - 1), "person.list", 0.85));
            }

            for (var end = found[i].Span.End; end < text.Length && text[end] == '、' && IsName(text, end + 1) && taken.Add(end + 1); end += Length + 1)
            {
                found.Add(PersonStage.Mention(paper, new(end + 1, end + 1 + Length), "person.list", 0.85));
            }
        }
    }

    /// <summary>True where a likely name stands between marks.</summary>
    private static bool IsName(ReadOnlySpan<char> text, int start)
    {
        var end = start + Length;
        if (end > text.Length || NameGrammar.Surname(text, start) != 1 || start > 0 && char.IsLetterOrDigit(text[start - 1]) || end < text.Length && char.IsLetterOrDigit(text[end]) && text[end] is not ('等' or '和') && Titles.At(text, end).Length < 2)
        {
            return false;
        }

        var name = text.Slice(start, Length);
        return NameGrammar.IsPossible(name, 1) && NameGrammar.IsLikely(name, 1) && !NameGrammar.EndsLikeBody(name);
    }
}
