using System.Runtime.CompilerServices;
using PolicyGraph.Model;
using PolicyGraph.Store;

namespace PolicyGraph.Intake;

/// <summary>Takes papers and records into a store, shows how it goes, and tells at the end what came of them.</summary>
internal sealed class Ingestion(IGraphStore store)
{
    /// <summary>The exit code: all in, some in, or none.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        using var report = new IngestionReport();
        await foreach (var outcome in store.WriteAsync(RecordsAsync(paths, report, cancellation), cancellation))
        {
            if (outcome.Refusal is { } refusal)
            {
                report.Failed($"{outcome.DocumentId}: {refusal}");
            }
            else
            {
                report.Took(outcome.Effect);
            }
        }

        Console.WriteLine(report.Summary());
        return report.Outcome();
    }

    private static async IAsyncEnumerable<DocumentRecord> RecordsAsync(
        IReadOnlyList<string> paths,
        IngestionReport report,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await foreach (var item in new PaperIntake().ReadAsync(paths, cancellation))
        {
            if (item.Record is { } record)
            {
                yield return record;
            }
            else
            {
                report.Failed(item.Failure);
            }
        }
    }
}
