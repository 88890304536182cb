namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>Takes the papers out of one kind of file. Stateless.</summary>
internal interface IPaperFormat
{
    /// <exception cref="PaperException">The bytes are not what the file's name says.</exception>
    IAsyncEnumerable<SourcePaper> ReadAsync(PaperFile file, CancellationToken cancellation);
}

/// <summary>A file in memory.</summary>
/// <param name="Path">As the caller named it.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="Limit">Characters that may be taken out of it: a packed file can hold far more than its bytes.</param>
internal readonly record struct PaperFile(string Path, byte[] Bytes, long Limit);
