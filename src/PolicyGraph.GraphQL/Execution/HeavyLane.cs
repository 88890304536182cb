namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Where dear operations run: few at once, on threads of their own, so that cheap ones never wait behind them; a bounded number waits, all others are refused at once.
/// </summary>
internal sealed class HeavyLane(EngineOptions options)
{
    private readonly SemaphoreSlim _seats = new(options.HeavyAtOnce);
    private int _present;

    /// <summary>
    /// Runs an operation when its turn comes.
    /// </summary>
    /// <exception cref="GraphQLException">Too many wait already.</exception>
    /// <exception cref="OperationCanceledException">The client is gone.</exception>
    public ValueTask<OperationOutcome> RunAsync(OperationRun run, OperationContext context, CancellationToken client)
    {
        if (Interlocked.Increment(ref _present) <= options.HeavyAtOnce + options.MaxHeavyWaiting)
        {
            return WaitAsync(run, context, client);
        }

        Interlocked.Decrement(ref _present);
        throw new GraphQLException(ErrorCodes.Overloaded, "Too many large operations wait here. Ask again later, or for less at once.");
    }

    private async ValueTask<OperationOutcome> WaitAsync(OperationRun run, OperationContext context, CancellationToken client)
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
            return await Task.Factory.StartNew(() => run.RunAsync(context, client).AsTask(), client, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        }
        finally
        {
            Interlocked.Decrement(ref _present);
            _seats.Release();
        }
    }
}
