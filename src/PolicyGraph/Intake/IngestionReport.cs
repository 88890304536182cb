using PolicyGraph.Commands;
using PolicyGraph.Store;

namespace PolicyGraph.Intake;

/// <summary>
/// What came of papers on their way into a store: shown as it goes, and counted. One task reads papers while another takes them in, and
/// both tell it, so that all of it is behind one lock.
/// </summary>
internal sealed class IngestionReport : IDisposable
{
    private static readonly (WriteEffect Effect, string Word)[] Words =
    [
        (WriteEffect.Added, "added"),
        (WriteEffect.Replaced, "replaced"),
        (WriteEffect.Unchanged, "unchanged"),
        (WriteEffect.SourceAdded, "already known from another place"),
    ];

    private readonly Lock _lock = new();
    private readonly Progress _progress = new();
    private readonly Dictionary<WriteEffect, int> _effects = [];
    private int _failures;

    public void Took(WriteEffect effect)
    {
        lock (_lock)
        {
            _effects[effect] = _effects.GetValueOrDefault(effect) + 1;
            _progress.Taken(_effects.Values.Sum(), _failures);
        }
    }

    public void Failed(string? reason)
    {
        lock (_lock)
        {
            _failures++;
            _progress.Clear();
            ErrorLine.Write(reason);
        }
    }

    /// <summary>What came of all, in one line.</summary>
    public string Summary()
    {
        lock (_lock)
        {
            _progress.Clear();
            var parts = Words
                .Where(word => _effects.ContainsKey(word.Effect))
                .Select(word => $"{_effects[word.Effect]} {word.Word}")
                .ToList();
            if (_failures > 0)
            {
                parts.Add($"{_failures} failed");
            }

            return parts.Count == 0 ? "Nothing to take in." : $"Papers: {string.Join(", ", parts)}.";
        }
    }

    /// <summary>The exit code: all in, some in, or none.</summary>
    public int Outcome()
    {
        lock (_lock)
        {
            return _failures == 0 ? ExitCode.Success
                : _effects.Count > 0 ? ExitCode.Partly
                : ExitCode.BadInput;
        }
    }

    public void Dispose() => _progress.Dispose();
}
