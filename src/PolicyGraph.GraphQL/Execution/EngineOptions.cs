using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Persisted;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>How an engine works; the defaults are safe for a service open to the world.</summary>
public sealed record EngineOptions
{
    /// <summary>What an operation may cost.</summary>
    public OperationLimits Limits { get; init; } = new();

    /// <summary>
    /// How long an operation may run; 30 seconds unless told otherwise. Past it the client gets the error <c>TIMED_OUT</c>.
    /// </summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// From which price on an operation is heavy: it waits for its turn and runs beside the others; 10,000 unless told otherwise.
    /// </summary>
    public double HeavyFrom { get; init; } = 10_000;

    /// <summary>
    /// What a plan must take at one time, in the mean, to count as heavy whatever its price; 20 milliseconds unless told otherwise. Time
    /// spent waiting for others does not count.
    /// </summary>
    public TimeSpan LongFrom { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Heavy operations that run at the same time; half the processors, at least one, unless told otherwise.</summary>
    public int HeavyAtOnce { get; init; } = Math.Max(1, Environment.ProcessorCount / 2);

    /// <summary>
    /// Heavy operations that wait for their turn; 64 unless told otherwise. Those beyond get the error <c>OVERLOADED</c> at once.
    /// </summary>
    public int MaxHeavyWaiting { get; init; } = 64;

    /// <summary>From which duration on an operation is logged as slow; 1 second unless told otherwise.</summary>
    public TimeSpan SlowAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether <c>__schema</c> and <c>__type</c> are answered, and plans shown; true unless told otherwise.</summary>
    public bool AllowsIntrospection { get; init; } = true;

    /// <summary>
    /// Whether a client may learn what else could be asked: by the schema's text and by suggestions in errors. Not where introspection is
    /// switched off, nor where only trusted documents run.
    /// </summary>
    public bool TellsSchema => AllowsIntrospection && !Persisted.OnlyTrusted;

    /// <summary>The documents that run by their hash; those that clients register unless told otherwise.</summary>
    public PersistedDocuments Persisted { get; init; } = PersistedDocuments.Automatic();

    /// <summary>Documents kept parsed, validated and planned; 1,000 unless told otherwise.</summary>
    public int MaxDocuments { get; init; } = 1000;

    /// <summary>Bytes of text of the documents kept; 16 MiB unless told otherwise.</summary>
    public long MaxDocumentBytes { get; init; } = 16 << 20;

    /// <summary>Plans kept for one operation, one for each structure of its variables; 64 unless told otherwise.</summary>
    public int MaxPlans { get; init; } = 64;

    /// <summary>Where the one line for each operation goes.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The clock of time limits and durations.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
