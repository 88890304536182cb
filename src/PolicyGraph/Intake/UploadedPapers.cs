using PolicyGraph.Api.Writing;
using PolicyGraph.Extraction;
using PolicyGraph.Extraction.Text.Formats;

namespace PolicyGraph.Intake;

/// <summary>Papers that come in over the API: the same reading and extraction as from files.</summary>
internal sealed class UploadedPapers : IPaperReader
{
    private readonly Extractor _extractor = new();

    public async ValueTask<PaperReading> ReadAsync(string source, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        try
        {
            await foreach (var result in new PaperReader().ReadAsync(source, bytes.ToArray(), cancellation))
            {
                return new(_extractor.Extract(result.Paper.Text, result.Paper.Head, cancellation), null);
            }

            return new(null, $"{source}: it holds no paper.");
        }
        catch (PaperException error)
        {
            return new(null, error.Message);
        }
    }
}
