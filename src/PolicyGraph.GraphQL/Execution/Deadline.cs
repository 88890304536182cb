using System.Collections.Concurrent;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Cancels an operation when its time is up or its client is gone. Sources are reused: making a timer for each request would cost more than
/// most answers.
/// </summary>
internal readonly struct Deadline : IDisposable
{
    private const int MaxKept = 64;
    private static readonly ConcurrentBag<CancellationTokenSource> Kept = [];

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _client;
    private readonly bool _isReusable;

    /// <param name="limit">How long it may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="client">Cancelled when the client goes away.</param>
    public Deadline(TimeSpan limit, TimeProvider time, CancellationToken client)
    {
        _client = client;
        _isReusable = ReferenceEquals(time, TimeProvider.System);
        if (_isReusable && Kept.TryTake(out var kept))
        {
            _source = kept;
            _source.CancelAfter(limit);
        }
        else
        {
            _source = new CancellationTokenSource(limit, time);
        }

        _registration = client.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether it was the time that ended, not the client.</summary>
    public bool IsExpired => _source.IsCancellationRequested && !_client.IsCancellationRequested;

    public void Dispose()
    {
        _registration.Dispose();
        if (_isReusable && Kept.Count < MaxKept && _source.TryReset())
        {
            Kept.Add(_source);
        }
        else
        {
            _source.Dispose();
        }
    }
}
