using System.Diagnostics;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Diagnostics;

/// <summary>Watches one operation from its request to its response: its time, and its span where anybody listens.</summary>
internal readonly struct OperationWatch
{
    private readonly EngineOptions _options;
    private readonly long _startedAt;
    private readonly Activity? _outer;
    private readonly Activity? _activity;

    private OperationWatch(EngineOptions options)
    {
        _options = options;
        _startedAt = options.Time.GetTimestamp();
        if (EngineDiagnostics.Source.HasListeners())
        {
            _outer = Activity.Current;
            _activity = EngineDiagnostics.Source.StartActivity("graphql.operation", ActivityKind.Server);
        }
    }

    public static OperationWatch Begin(EngineOptions options) => new(options);

    /// <summary>To be called before the caller goes on while the operation still runs: its span is not the caller's.</summary>
    public void Leave()
    {
        if (_activity is not null)
        {
            Activity.Current = _outer;
        }
    }

    /// <summary>Tells of the operation: its span ends, the metrics are counted, the log line is written.</summary>
    /// <param name="operation">Null where the request was refused before one was found.</param>
    /// <returns>The outcome, with the span under which the response is sent.</returns>
    public OperationOutcome End(PreparedOperation? operation, OperationOutcome outcome, long rows)
    {
        var elapsed = _options.Time.GetElapsedTime(_startedAt);
        OperationReport.Write(_options, operation, outcome, rows, elapsed);
        if (_activity is not null)
        {
            Describe(operation, outcome, rows, elapsed);
            _activity.Dispose();
        }

        return outcome with
        {
            Activity = _activity,
        };
    }

    /// <summary>
    /// By the names of OpenTelemetry's semantic conventions for GraphQL servers where they have one; never the text or the values.
    /// </summary>
    private void Describe(PreparedOperation? operation, OperationOutcome outcome, long rows, TimeSpan elapsed)
    {
        _activity!.SetTag("graphql.operation.type", operation?.Kind); // Called only with one.
        _activity.SetTag("graphql.operation.name", operation?.Node.Name?.Value);
        _activity.SetTag("graphql.document.hash", operation?.DocumentHash);
        _activity.SetTag("graphql.operation.price", outcome.Price);
        _activity.SetTag("graphql.operation.rows", rows);
        _activity.SetTag("graphql.operation.outcome", outcome.Kind.ToString());
        if (elapsed >= _options.SlowAfter)
        {
            _activity.SetTag("graphql.operation.slow", value: true);
        }

        if (outcome.Code is { } code)
        {
            _activity.SetStatus(ActivityStatusCode.Error, code);
        }
    }
}
