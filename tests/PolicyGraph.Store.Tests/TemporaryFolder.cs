namespace PolicyGraph.Store.Tests;

/// <summary>A folder that goes when its test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("policygraph-store-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
