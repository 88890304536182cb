namespace PolicyGraph.Extraction.Text;

/// <summary>A word list whose records carry a class in the column of that name, asked for at a position.</summary>
internal sealed class Terms
{
    private readonly WordList<string> _words;

    private Terms(WordList<string> words) => _words = words;

    /// <param name="resource">The file's name; its second column is the class.</param>
    /// <param name="classes">The classes to take; all where none is named.</param>
    public static Terms Load(string resource, params string[] classes) =>
        new(WordList<string>.Load(resource, row => row[1], row => classes.Length == 0 || classes.Contains(row[1], StringComparer.Ordinal)));

    /// <summary>The longest term that starts at <paramref name="position"/>; its length is 0 where none does.</summary>
    public Term At(ReadOnlySpan<char> text, int position) =>
        _words.TryAt(text, position, out var length, out var kind) ? new(length, kind) : default;

    /// <summary>
    /// The first position from <paramref name="position"/> on at which a term may start; the text's length where none can.
    /// </summary>
    public int NextStart(ReadOnlySpan<char> text, int position) => _words.NextStart(text, position);

    /// <summary>The longest term that ends right before <paramref name="end"/>; its length is 0 where none does.</summary>
    public Term Before(ReadOnlySpan<char> text, int end) =>
        _words.TryBefore(text, end, out var length, out var kind) ? new(length, kind) : default;

    public bool Contains(ReadOnlySpan<char> term) => At(term, 0).Length == term.Length && term.Length > 0;
}

/// <summary>A term as found.</summary>
/// <param name="Length">In characters; 0 where none was found.</param>
/// <param name="Class">Its class in the table.</param>
internal readonly record struct Term(int Length, string Class)
{
    public bool Found => Length > 0;

    public bool Is(string kind) => string.Equals(Class, kind, StringComparison.Ordinal);
}
