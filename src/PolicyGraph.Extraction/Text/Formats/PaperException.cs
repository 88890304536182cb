namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>A paper that cannot be read: the message says which, what is wrong with it and what to do.</summary>
/// <param name="path">The file as it was named.</param>
/// <param name="problem">What is wrong, as a clause without a full stop.</param>
/// <param name="remedy">What to do about it, as a sentence.</param>
/// <param name="inner">What the system or a library said, or null.</param>
public sealed class PaperException(string path, string problem, string remedy, Exception? inner = null)
    : Exception($"{path}: {problem}. {remedy}", inner)
{
    public string Path { get; } = path;

    public string Problem { get; } = problem;

    public string Remedy { get; } = remedy;
}
