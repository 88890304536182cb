using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PolicyGraph.GraphQL.Diagnostics;

/// <summary>
/// Traces and metrics under the name <c>PolicyGraph.GraphQL</c>, for OpenTelemetry or any other listener; without one they cost next to
/// nothing. Spans: <c>graphql.operation</c> under that of the request where the host has one, and under it <c>graphql.parse</c>,
/// <c>graphql.validate</c>, <c>graphql.plan</c> (each only for what is not known yet), <c>graphql.store</c> for each root field while its
/// plan answers it, and <c>graphql.write</c> while the response goes out. Metrics: <c>graphql.operation.duration</c> (s),
/// <c>graphql.operation.price</c> and <c>graphql.operation.rows</c> by kind and outcome, <c>graphql.stage.duration</c> (s) by stage;
/// <c>graphql.subscriptions</c>, those that are open now.
/// </summary>
public static class EngineDiagnostics
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "PolicyGraph.GraphQL";

    private static readonly Meter Meter = new(Name);

    internal static ActivitySource Source { get; } = new(Name);

    internal static Histogram<double> Duration { get; } =
        Meter.CreateHistogram<double>("graphql.operation.duration", "s", "From the request to its whole response, sending not counted.");

    internal static Histogram<double> StageDuration { get; } =
        Meter.CreateHistogram<double>(
            "graphql.stage.duration",
            "s",
            "Of one stage of an operation: parse, validate, plan, store or write."
        );

    internal static Histogram<double> Price { get; } =
        Meter.CreateHistogram<double>("graphql.operation.price", description: "The price of operations that were admitted.");

    internal static Histogram<long> Rows { get; } =
        Meter.CreateHistogram<long>("graphql.operation.rows", description: "Rows read for an answer.");

    internal static UpDownCounter<int> Subscriptions { get; } =
        Meter.CreateUpDownCounter<int>("graphql.subscriptions", description: "Subscriptions that are open.");
}
