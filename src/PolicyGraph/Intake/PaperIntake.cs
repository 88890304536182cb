using System.Runtime.CompilerServices;
using PolicyGraph.Extraction;
using PolicyGraph.Extraction.Text.Formats;

namespace PolicyGraph.Intake;

/// <summary>
/// Papers and records under paths, extracted on all cores but given in the order of the paths, so that the same papers always come in the same order.
/// Files of records are read a record at a time, whatever their size.
/// </summary>
internal sealed class PaperIntake
{
    private readonly Extractor _extractor = new();

    public async IAsyncEnumerable<IntakeItem> ReadAsync(IReadOnlyList<string> paths, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var items in InOrder.RunAsync(paths.SelectMany(path => PathWalk.Files(path, withRecords: true)), path => OpenAsync(path, cancellation), cancellation))
        {
            await foreach (var item in items.WithCancellation(cancellation))
            {
                yield return item;
            }
        }
    }

    private async Task<IAsyncEnumerable<IntakeItem>> OpenAsync(string path, CancellationToken cancellation) =>
        RecordFile.Holds(path) ? RecordFile.ReadAsync(path, cancellation) : (await ExtractAsync(path, cancellation)).ToAsyncEnumerable();

    private async Task<List<IntakeItem>> ExtractAsync(string path, CancellationToken cancellation)
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
