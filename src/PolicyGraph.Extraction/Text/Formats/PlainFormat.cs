using PolicyGraph.Model;

namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>.txt: the text as it is.</summary>
internal sealed class PlainFormat : OnePaperFormat
{
    protected override Task<SourcePaper> ReadOneAsync(PaperFile file, CancellationToken cancellation) =>
        Task.FromResult(new SourcePaper(TextDecoder.Decode(file.Path, file.Bytes), new DocumentHead()));
}
