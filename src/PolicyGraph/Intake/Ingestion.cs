using PolicyGraph.Commands;
using PolicyGraph.Model;
using PolicyGraph.Store;

namespace PolicyGraph.Intake;

/// <summary>Takes papers and records into a store, shows how it goes, and tells at the end what came of them.</summary>
internal sealed class Ingestion(IGraphStore store)
{
    private readonly Dictionary<WriteEffect, int> _effects = [];
    private int _failures;

    /// <summary>The exit code: all in, some in, or none.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        using var progress = new Progress();
        await foreach (var outcome in store.WriteAsync(RecordsAsync(paths, progress, cancellation), cancellation))
        {
            if (outcome.Refusal is { } refusal)
            {
                await FailAsync($"{outcome.DocumentId}: {refusal}", progress);
                continue;
            }

            _effects[outcome.Effect] = _effects.GetValueOrDefault(outcome.Effect) + 1;
            progress.Taken(_effects.Values.Sum(), _failures);
        }

        progress.Clear();
        Console.WriteLine(Summary());
        var taken = _effects.Values.Sum();
        return _failures == 0 ? ExitCode.Success : taken > 0 ? ExitCode.Partly : ExitCode.BadInput;
    }

    private async IAsyncEnumerable<DocumentRecord> RecordsAsync(
        IReadOnlyList<string> paths, Progress progress, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in new PaperIntake().ReadAsync(paths, cancellation))
        {
            if (item.Record is { } record)
            {
                yield return record;
                continue;
            }

            await FailAsync(item.Failure, progress);
        }
    }

    private async Task FailAsync(string? failure, Progress progress)
    {
        _failures++;
        progress.Clear();
        await Console.Error.WriteLineAsync(failure);
    }

    private string Summary()
    {
        var parts = new List<string>();
        Add(WriteEffect.Added, "added");
        Add(WriteEffect.Replaced, "replaced");
        Add(WriteEffect.Unchanged, "unchanged");
        Add(WriteEffect.SourceAdded, "already known from another place");
        if (_failures > 0)
        {
            parts.Add($"{_failures} failed");
        }

        return parts.Count == 0 ? "Nothing to take in." : $"Papers: {string.Join(", ", parts)}.";

        void Add(WriteEffect effect, string word)
        {
            if (_effects.TryGetValue(effect, out var count))
            {
                parts.Add($"{count} {word}");
            }
        }
    }
}
