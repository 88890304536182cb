namespace PolicyGraph.Store.Neo4j.Tests.Corpus;

/// <summary>A theory over the real papers on a server; skipped, with the reason, where one of them is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute() => Skip = Missing;

    public static string? Missing =>
        Neo4jServer.Missing
        ?? (Directory.Exists(CorpusStores.Papers) ? null : "The real papers are not here: ../shared/corpus beside the repository.");
}
