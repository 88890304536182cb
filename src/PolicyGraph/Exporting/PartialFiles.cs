namespace PolicyGraph.Exporting;

/// <summary>
/// Files that are written beside their places first, so that an export cut short never stands where a whole one was. Those not completed
/// are gone when this is disposed of.
/// </summary>
internal sealed class PartialFiles : IAsyncDisposable
{
    private readonly List<(FileStream Stream, string Path)> _files = [];

    public Stream Create(string path)
    {
        // Unbuffered, as the writers before it have buffers: nothing is left to fail when it is closed.
        var stream = new FileStream(path + ".partial", FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _files.Add((stream, path));
        return stream;
    }

    /// <summary>Puts all in their places.</summary>
    public async Task CompleteAsync()
    {
        foreach (var (stream, path) in _files)
        {
            await stream.DisposeAsync();
            File.Move(stream.Name, path, overwrite: true);
        }

        _files.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (stream, _) in _files)
        {
            await stream.DisposeAsync();
            File.Delete(stream.Name); // Does nothing where it was put in its place.
        }
    }
}
