namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>What reading gave next: a paper, or why a line of a collection is none. The lines after it are read all the same.</summary>
public readonly record struct PaperResult
{
    private readonly SourcePaper _paper;

    public PaperResult(SourcePaper paper) => _paper = paper;

    public PaperResult(PaperException failure) => Failure = failure;

    /// <summary>Why there is no paper; null where there is one.</summary>
    public PaperException? Failure { get; }

    /// <summary>The paper.</summary>
    /// <exception cref="PaperException">There is none: <see cref="Failure"/>.</exception>
    public SourcePaper Paper => Failure is null ? _paper : throw Failure;
}
