namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>
/// The way to a Neo4j database. Everything above it speaks of statements, rows and transactions, so that a driver over Bolt can take its
/// place. Safe for any number of callers at once. Failures are <see cref="StoreException"/>, with Neo4j's own code in the message.
/// </summary>
public interface INeo4jTransport : IAsyncDisposable
{
    Neo4jAddress Address { get; }

    /// <summary>Runs one statement in a transaction of its own; a later call sees what it wrote.</summary>
    ValueTask<Answer> RunAsync(Statement statement, CancellationToken cancellation);

    /// <summary>Opens a transaction over several statements. One that is not committed is rolled back when disposed of.</summary>
    ValueTask<INeo4jTransaction> BeginAsync(CancellationToken cancellation);
}

/// <summary>An open transaction; for one caller.</summary>
public interface INeo4jTransaction : IAsyncDisposable
{
    ValueTask<Answer> RunAsync(Statement statement, CancellationToken cancellation);

    ValueTask CommitAsync(CancellationToken cancellation);
}
