namespace PolicyGraph.Extraction.Mentions.Works;

/// <summary>
/// Pairs of 《》 with what they hold: nested pairs of the same marks or of 〈〉 belong to the outer title (GB/T 15834-2011, 4.15).
/// </summary>
internal static class BookMarks
{
    /// <summary>Longer than any title; a mark that is never closed stops the search here.</summary>
    public const int Longest = 150;

    /// <summary>The position after the mark that closes the one at <paramref name="open"/>, or 0 where none does.</summary>
    public static int Close(ReadOnlySpan<char> text, int open)
    {
        var depth = 0;
        var stop = Math.Min(text.Length, open + Longest);
        for (var i = open; i < stop; i++)
        {
            switch (text[i])
            {
                case '《':
                    depth++;
                    break;
                case '》' when --depth == 0:
                    return i + 1;
                case '。' or '；':
                    return 0;
            }
        }

        return 0;
    }

    /// <summary>The position of the mark that the one at <paramref name="close"/> closes, or -1 where none does.</summary>
    public static int Open(ReadOnlySpan<char> text, int close)
    {
        var depth = 0;
        var stop = Math.Max(0, close - Longest);
        for (var i = close; i >= stop; i--)
        {
            switch (text[i])
            {
                case '》':
                    depth++;
                    break;
                case '《' when --depth == 0:
                    return i;
                case '。' or '；':
                    return -1;
            }
        }

        return -1;
    }
}
