using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Diagnostics;

/// <summary>Tells of one operation when it has ended: one log line and the metrics. Never of its values.</summary>
internal static partial class OperationReport
{
    /// <param name="options">Where to tell, and from when on an operation is slow.</param>
    /// <param name="operation">Null where the request was refused before one was found.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="rows">Rows read.</param>
    /// <param name="elapsed">From the request to the last byte of its response.</param>
    public static void Write(EngineOptions options, PreparedOperation? operation, OperationOutcome outcome, long rows, TimeSpan elapsed)
    {
        var kind = operation?.Kind ?? "unknown";
        if (EngineDiagnostics.Duration.Enabled)
        {
            var tags = new TagList { { "kind", kind }, { "outcome", outcome.Kind.ToString() } };
            EngineDiagnostics.Duration.Record(elapsed.TotalSeconds, tags);
            EngineDiagnostics.Price.Record(outcome.Price, tags);
            EngineDiagnostics.Rows.Record(rows, tags);
        }

        var isSlow = elapsed >= options.SlowAfter;
        if (!options.Logger.IsEnabled(isSlow ? LogLevel.Warning : LogLevel.Information))
        {
            return;
        }

        var (name, hash, result) = (
            operation?.Node.Name?.Value ?? "",
            operation?.DocumentHash ?? "",
            outcome.Code ?? outcome.Kind.ToString()
        );
        if (isSlow)
        {
            Slow(options.Logger, kind, name, hash, outcome.Price, elapsed.TotalMilliseconds, rows, result);
        }
        else
        {
            Done(options.Logger, kind, name, hash, outcome.Price, elapsed.TotalMilliseconds, rows, result);
        }
    }

    /// <summary>Tells of an exception that the client is not told.</summary>
    public static void Write(EngineOptions options, IReadOnlyList<Exception> failures)
    {
        foreach (var failure in failures)
        {
            Failed(options.Logger, failure);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "GraphQL {Kind} {Name} {Hash}: price {Price}, {Milliseconds:0.###} ms, {Rows} rows, {Outcome}")]
    private static partial void Done(
        ILogger logger,
        string kind,
        string name,
        string hash,
        double price,
        double milliseconds,
        long rows,
        string outcome
    );

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "Slow GraphQL {Kind} {Name} {Hash}: price {Price}, {Milliseconds:0.###} ms, {Rows} rows, {Outcome}"
    )]
    private static partial void Slow(
        ILogger logger,
        string kind,
        string name,
        string hash,
        double price,
        double milliseconds,
        long rows,
        string outcome
    );

    [LoggerMessage(3, LogLevel.Error, "A field failed with an error that the client was not told")]
    private static partial void Failed(ILogger logger, Exception failure);
}
