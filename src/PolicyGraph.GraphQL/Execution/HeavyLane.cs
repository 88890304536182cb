namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Where dear operations run: few at once, on threads of their own, so that cheap ones never wait behind them; a bounded number waits, all
/// others are refused at once.
/// </summary>
internal sealed class HeavyLane(EngineOptions options)
{
    private readonly SemaphoreSlim _seats = new(options.HeavyAtOnce);
    private int _present;

    /// <summary>What is told to those that find no place.</summary>
    public static GraphQLError Full { get; } =
        new("Too many large operations wait here. Ask again later, or for less at once.", ErrorCodes.Overloaded);

    /// <summary>Takes a place for an operation, which <see cref="RunAsync"/> gives back; false where all are taken.</summary>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _present) <= options.HeavyAtOnce + options.MaxHeavyWaiting)
        {
            return true;
        }

        Interlocked.Decrement(ref _present);
        return false;
    }

    /// <summary>
    /// Runs an operation that has its place when its turn comes.
    /// </summary>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public async ValueTask<OperationOutcome> RunAsync(OperationRun run, OperationContext context, CancellationToken client)
    {
        try
        {
            await _seats.WaitAsync(client);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Decrement(ref _present);
            run.Abandon();
            throw;
        }

        try
        {
            return await Task
                .Factory.StartNew(
                    () => run.RunAsync(context, client).AsTask(),
                    client,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
                .Unwrap();
        }
        finally
        {
            Interlocked.Decrement(ref _present);
            _seats.Release();
        }
    }
}
