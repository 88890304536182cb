namespace PolicyGraph.Extraction.Mentions.People;

/// <summary>
/// Names that a list puts beside one that is told: 李某某、王某某委员, （陈某某、张某某）. They are read from the known name backwards and
/// forwards.
/// </summary>
internal static class ListedNames
{
    private const int Longest = 3;
    private const int Shortest = 2;

    /// <summary>So many names beside one another make a list of names, whose other members may be rarer ones.</summary>
    private const int Sure = 2;

    public static void Find(Paper paper, List<Mention> found)
    {
        var text = paper.Text.AsSpan();
        var taken = paper.Starts(found);
        found.ForEach(name => taken.Add(name.Span.End));
        for (int i = 0, count = found.Count; i < count; i++)
        {
            var isNext = found[i].Span.End is var after && after < text.Length && text[after] == '、' && taken.Contains(after + 1);
            var isLast = found[i].Span.Start is > 1 and var first && text[first - 1] == '、' && taken.Contains(first - 1);
            var listed = isNext || isLast ? Sure : 0;
            for (
                var start = found[i].Span.Start;
                start > Longest
                    && text[start - 1] == '、'
                    && Before(text, start - 1, listed >= Sure) is > 0 and var length
                    && taken.TryAdd(start - 1);
                start -= length + 1
            )
            {
                listed++;
                found.Add(PersonStage.Mention(paper, new(start - 1 - length, start - 1), "person.list", 0.85));
            }

            for (
                var end = found[i].Span.End;
                end < text.Length
                    && text[end] == '、'
                    && After(text, end + 1, listed >= Sure) is > 0 and var length
                    && taken.TryAdd(end + 1);
                end += length + 1
            )
            {
                listed++;
                found.Add(PersonStage.Mention(paper, new(end + 1, end + 1 + length), "person.list", 0.85));
            }
        }
    }

    /// <summary>
    /// The length of the name that ends at a mark; 0 where none does. One of two characters must stand between two marks of the list.
    /// </summary>
    private static int Before(ReadOnlySpan<char> text, int end, bool isList) =>
        IsName(text, end - Longest, Longest, isList) ? Longest
        : end > Longest && text[end - Longest] is '、' or '，' && IsName(text, end - Shortest, Shortest, isList) ? Shortest
        : 0;

    private static int After(ReadOnlySpan<char> text, int start, bool isList) =>
        IsName(text, start, Longest, isList) ? Longest
        : start + Shortest < text.Length && text[start + Shortest] is '、' or '，' or '。' && IsName(text, start, Shortest, isList)
            ? Shortest
        : 0;

    /// <summary>True where a likely name stands between marks.</summary>
    private static bool IsName(ReadOnlySpan<char> text, int start, int length, bool isList)
    {
        var end = start + length;
        if (
            end > text.Length
            || NameGrammar.Surname(text, start) != 1
            || start > 0 && char.IsLetterOrDigit(text[start - 1])
            || end < text.Length && char.IsLetterOrDigit(text[end]) && text[end] is not ('等' or '和') && Titles.At(text, end).Length < 2
        )
        {
            return false;
        }

        var name = text.Slice(start, length);
        return NameGrammar.IsPossible(name, 1) && (isList || NameGrammar.IsLikely(name, 1)) && !NameGrammar.EndsLikeBody(name);
    }
}
