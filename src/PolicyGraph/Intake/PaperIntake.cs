using System.Runtime.CompilerServices;
using PolicyGraph.Extraction;
using PolicyGraph.Extraction.Text.Formats;

namespace PolicyGraph.Intake;

/// <summary>
/// Papers and records under paths, extracted on all cores but given in the order of the paths, so that the same papers always come in the
/// same order. Files of records are read a record at a time, whatever their size.
/// </summary>
internal sealed class PaperIntake
{
    private readonly Extractor _extractor = new();

    public async IAsyncEnumerable<IntakeItem> ReadAsync(
        IReadOnlyList<string> paths,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var files = paths.SelectMany(path => PathWalk.Files(path, withRecords: true));
        await foreach (var items in InOrder.RunAsync(files, file => OpenAsync(file.Path, cancellation), cancellation))
        {
            await foreach (var item in items.WithCancellation(cancellation))
            {
                yield return item;
            }
        }
    }

    /// <summary>The same of papers alone, a file at a time.</summary>
    public IAsyncEnumerable<PapersOfFile> ReadPapersAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var files = paths.SelectMany(path => PathWalk.Files(path, withRecords: false));
        return InOrder.RunAsync(files, async file => new PapersOfFile(file, await ExtractAsync(file.Path, cancellation)), cancellation);
    }

    private async Task<IAsyncEnumerable<IntakeItem>> OpenAsync(string path, CancellationToken cancellation) =>
        RecordFile.Holds(path) ? RecordFile.ReadAsync(path, cancellation) : (await ExtractAsync(path, cancellation)).ToAsyncEnumerable();

    private async Task<List<IntakeItem>> ExtractAsync(string path, CancellationToken cancellation)
    {
        var items = new List<IntakeItem>();
        try
        {
            await foreach (var result in new PaperReader().ReadAsync(path, cancellation))
            {
                items.Add(
                    result.Failure is { } failure
                        ? new(null, failure.Message)
                        : new(_extractor.Extract(result.Paper.Text, result.Paper.Head, cancellation), null)
                );
            }
        }
        catch (PaperException error)
        {
            items.Add(new(null, error.Message));
        }

        return items;
    }
}
