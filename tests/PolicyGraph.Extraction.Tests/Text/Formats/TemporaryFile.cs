namespace PolicyGraph.Extraction.Tests.Text.Formats;

/// <summary>A file that lives as long as its test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policygraph-");

    public TemporaryFile(string name, byte[] bytes)
    {
        Path = System.IO.Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(Path, bytes);
    }

    public string Path { get; }

    public void Dispose() => _folder.Delete(recursive: true);
}
