namespace PolicyGraph.Exporting;

/// <summary>Files that are written beside their places first, so that an export cut short never stands where a whole one was.</summary>
internal sealed class PartialFiles : IAsyncDisposable
{
    private readonly List<(FileStream Stream, string Path)> files = [];

    public Stream Create(string path)
    {
        var stream = new FileStream(path + ".partial", FileMode.Create, FileAccess.Write);
        files.Add((stream, path));
        return stream;
    }

    /// <summary>Puts all in their places.</summary>
    public async Task CompleteAsync()
    {
        await DisposeAsync();
        files.ForEach(file => File.Move(file.Stream.Name, file.Path, overwrite: true));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (stream, _) in files)
        {
            await stream.DisposeAsync();
        }
    }
}
