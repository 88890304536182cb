using System.Runtime.CompilerServices;
using PolicyGraph.Extraction;
using PolicyGraph.Extraction.Text.Formats;
using PolicyGraph.Model;

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
        await foreach (var items in InOrder.RunAsync(FileBatches.Of(files), batch => OpenAsync(batch, cancellation), cancellation))
        {
            await foreach (var item in items.WithCancellation(cancellation))
            {
                yield return item;
            }
        }
    }

    /// <summary>The same of papers alone, a file at a time.</summary>
    public async IAsyncEnumerable<PapersOfFile> ReadPapersAsync(
        IReadOnlyList<string> paths,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var files = paths.SelectMany(path => PathWalk.Files(path, withRecords: false));
        await foreach (var batch in InOrder.RunAsync(FileBatches.Of(files), batch => ExtractAsync(batch, cancellation), cancellation))
        {
            foreach (var papers in batch)
            {
                yield return papers;
            }
        }
    }

    private async Task<IAsyncEnumerable<IntakeItem>> OpenAsync(IReadOnlyList<FoundFile> batch, CancellationToken cancellation) =>
        batch is [var file] && RecordFile.Holds(file.Path)
            ? RecordFile.ReadAsync(file.Path, cancellation)
            : (await ExtractAsync(batch, cancellation)).SelectMany(papers => papers.Items).ToAsyncEnumerable();

    private async Task<List<PapersOfFile>> ExtractAsync(IReadOnlyList<FoundFile> batch, CancellationToken cancellation)
    {
        var files = new List<(FoundFile File, List<PaperResult> Results)>();
        foreach (var file in batch)
        {
            files.Add((file, await ReadFileAsync(file.Path, cancellation)));
        }

        var papers = files.SelectMany(file => file.Results).Where(result => result.Failure is null).Select(result => result.Paper);
        var records = new Queue<DocumentRecord>(_extractor.Extract(papers, cancellation));
        return files.ConvertAll(file => new PapersOfFile(
            file.File,
            file.Results.ConvertAll(result =>
                result.Failure is { } failure ? new IntakeItem(null, failure.Message) : new(records.Dequeue(), null)
            )
        ));
    }

    /// <summary>What a file holds; what stops the reading is its last result.</summary>
    private static async Task<List<PaperResult>> ReadFileAsync(string path, CancellationToken cancellation)
    {
        var results = new List<PaperResult>();
        try
        {
            await foreach (var result in new PaperReader().ReadAsync(path, cancellation))
            {
                results.Add(result);
            }
        }
        catch (PaperException error)
        {
            results.Add(new(error));
        }

        return results;
    }
}
