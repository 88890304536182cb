namespace PolicyGraph.Extraction.Text;

/// <summary>
/// Words that are looked for anywhere in a run, all of them in one pass over it. Immutable; one instance serves all threads.
/// </summary>
internal sealed class WordSet
{
    private readonly string[] _words;

    // How the words begin: a run has hardly any place where one may.
    private readonly CharacterSketch _openings = new();

    /// <param name="words">Each of two characters or more.</param>
    public WordSet(params string[] words)
    {
        _words = words;
        foreach (var word in words)
        {
            _openings.Add(word[0], word[1]);
        }
    }

    /// <summary>True where the run holds one of the words.</summary>
    public bool IsIn(ReadOnlySpan<char> run)
    {
        for (var i = 1; i < run.Length; i++)
        {
            if (_openings.MayHold(run[i - 1], run[i]) && run[(i - 1)..].StartsWithAny(_words))
            {
                return true;
            }
        }

        return false;
    }
}
