using System.Runtime.CompilerServices;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>A format whose files hold one paper each.</summary>
internal abstract class OnePaperFormat : IPaperFormat
{
    public async IAsyncEnumerable<PaperResult> ReadAsync(PaperFile file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        yield return new(await ReadOneAsync(file, cancellation));
    }

    /// <inheritdoc cref="IPaperFormat.ReadAsync"/>
    protected abstract Task<SourcePaper> ReadOneAsync(PaperFile file, CancellationToken cancellation);
}
