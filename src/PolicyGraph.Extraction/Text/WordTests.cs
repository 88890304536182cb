namespace PolicyGraph.Extraction.Text;

/// <summary>
/// Whether a run begins or ends with one of a few words or holds one, and with which, code unit by code unit, without a string or a closure
/// for the question.
/// </summary>
internal static class WordTests
{
    public static bool StartsWithAny(this ReadOnlySpan<char> run, ReadOnlySpan<string> words) => run.WordAtStart(words) is not null;

    public static bool EndsWithAny(this ReadOnlySpan<char> run, ReadOnlySpan<string> words) => run.WordAtEnd(words) is not null;

    /// <summary>The first of the words that the run begins with; null where it begins with none.</summary>
    public static string? WordAtStart(this ReadOnlySpan<char> run, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (run.StartsWith(word))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>The first of the words that the run ends with; null where it ends with none.</summary>
    public static string? WordAtEnd(this ReadOnlySpan<char> run, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (run.EndsWith(word))
            {
                return word;
            }
        }

        return null;
    }

    public static bool ContainsAny(this ReadOnlySpan<char> run, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (run.IndexOf(word) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    public static bool ContainsAny(this ReadOnlySpan<char> run, WordSet words) => words.IsIn(run);
}
