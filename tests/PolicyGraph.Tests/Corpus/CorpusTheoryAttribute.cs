namespace PolicyGraph.Tests.Corpus;

/// <summary>
/// A theory over real papers, which the repository does not carry: skipped, with the reason, where they do not lie beside it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute() =>
        Skip = Directory.Exists(Folder) ? null : "The real papers are not here: ../shared/corpus beside the repository.";

    public static string Folder { get; } = Path.GetFullPath(RepositoryRoot.Of("..", "shared", "corpus"));
}
