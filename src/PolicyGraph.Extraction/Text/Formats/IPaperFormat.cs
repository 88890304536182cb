namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>Takes the papers out of one kind of file. Stateless.</summary>
internal interface IPaperFormat
{
    /// <exception cref="PaperException">The file as a whole is not what its name says.</exception>
    IAsyncEnumerable<PaperResult> ReadAsync(PaperFile file, CancellationToken cancellation);
}

/// <summary>A file in memory.</summary>
/// <param name="Path">As the caller named it.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="Limit">Characters that may be taken out of it: a packed file can hold far more than its bytes.</param>
internal readonly record struct PaperFile(string Path, byte[] Bytes, long Limit);
