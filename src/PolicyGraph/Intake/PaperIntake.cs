using System.Runtime.CompilerServices;
using System.Threading.Channels;
using PolicyGraph.Extraction;
using PolicyGraph.Extraction.Text.Formats;

namespace PolicyGraph.Intake;

/// <summary>
/// Papers and records under paths, read and extracted on all cores but given in the order of the paths, so that the same papers always come in the same order.
/// At most a few stand ready ahead of the reader, whatever their number.
/// </summary>
internal sealed class PaperIntake
{
    private static readonly int Ahead = Environment.ProcessorCount * 2;

    private readonly Extractor _extractor = new();

    public async IAsyncEnumerable<IntakeItem> ReadAsync(IReadOnlyList<string> paths, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateBounded<Task<IReadOnlyList<IntakeItem>>>(Ahead);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var producing = ProduceAsync(paths, channel.Writer, ending.Token);
        try
        {
            await foreach (var items in channel.Reader.ReadAllAsync(cancellation))
            {
                foreach (var item in await items)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            await ending.CancelAsync();
            await producing;
        }
    }

    private async Task ProduceAsync(IReadOnlyList<string> paths, ChannelWriter<Task<IReadOnlyList<IntakeItem>>> writer, CancellationToken cancellation)
    {
        try
        {
            foreach (var path in paths)
            {
                await ProduceAsync(path, writer, cancellation);
            }

            writer.Complete();
        }
        catch (OperationCanceledException)
        {
            // The reader has gone; it says so itself.
            writer.Complete();
        }
        catch (Exception error)
        {
            writer.Complete(error);
        }
    }

    private async Task ProduceAsync(string path, ChannelWriter<Task<IReadOnlyList<IntakeItem>>> writer, CancellationToken cancellation)
    {
        var isEmpty = true;
        foreach (var file in PathWalk.Files(path))
        {
            isEmpty = false;
            if (RecordFile.Holds(file))
            {
                await foreach (var item in RecordFile.ReadAsync(file, cancellation))
                {
                    await writer.WriteAsync(Ready(item), cancellation);
                }
            }
            else
            {
                await writer.WriteAsync(Task.Run(() => ExtractAsync(file, cancellation), cancellation), cancellation);
            }
        }

        if (isEmpty)
        {
            var failure = "the folder has no papers: .txt .md .html .docx .pdf, and no records: .json .jsonl.";
            await writer.WriteAsync(Ready(new(null, $"{path}: {failure}")), cancellation);
        }
    }

    private static Task<IReadOnlyList<IntakeItem>> Ready(IntakeItem item) => Task.FromResult<IReadOnlyList<IntakeItem>>([item]);

    private async Task<IReadOnlyList<IntakeItem>> ExtractAsync(string path, CancellationToken cancellation)
    {
        var items = new List<IntakeItem>();
        try
        {
            await foreach (var paper in new PaperReader().ReadAsync(path, cancellation))
            {
                items.Add(new(_extractor.Extract(paper.Text, paper.Head), null));
            }
        }
        catch (PaperException error)
        {
            items.Add(new(null, error.Message));
        }

        return items;
    }
}
