namespace PolicyGraph.Extraction.Text;

/// <summary>Whether a run begins or ends with one of a few words or holds one, code unit by code unit, without a string or a closure for the question.</summary>
internal static class WordTests
{
    public static bool StartsWithAny(this ReadOnlySpan<char> run, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (run.StartsWith(word))
            {
                return true;
            }
        }

        return false;
    }

    public static bool EndsWithAny(this ReadOnlySpan<char> run, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (run.EndsWith(word))
            {
                return true;
            }
        }

        return false;
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
}
