namespace PolicyGraph.Store.Tests;

/// <summary>A folder that goes when its test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policygraph-store-").FullName;

    /// <summary>The first file of a store's journal.</summary>
    public string Journal => System.IO.Path.Combine(Path, "journal-00000001.pgj");

    public IEnumerable<string> Journals => Directory.EnumerateFiles(Path, "journal-*");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
