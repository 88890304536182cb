using System.Diagnostics;

namespace PolicyGraph.GraphQL.Diagnostics;

/// <summary>One stage of an operation from its beginning to <see cref="Dispose"/>: a span and a duration, where anybody listens.</summary>
internal readonly struct Stage : IDisposable
{
    private readonly string? _name;
    private readonly Activity? _activity;
    private readonly long _startedAt;

    private Stage(string name, Activity? activity)
    {
        _name = name;
        _activity = activity;
        _startedAt = Stopwatch.GetTimestamp();
    }

    /// <summary>Whether anybody listens.</summary>
    public static bool IsWatched => EngineDiagnostics.Source.HasListeners() || EngineDiagnostics.StageDuration.Enabled;

    /// <param name="name">Of the stage: <c>parse</c>, <c>validate</c>, <c>plan</c>, <c>store</c> or <c>write</c>.</param>
    /// <param name="parent">The operation, where it is not the current span any more.</param>
    public static Stage Begin(string name, Activity? parent = null) =>
        IsWatched
            ? new Stage(name, EngineDiagnostics.Source.StartActivity($"graphql.{name}", ActivityKind.Internal, parent?.Context ?? default))
            : default;

    /// <summary>Says of which field the stage is.</summary>
    public Stage Of(string field)
    {
        _activity?.SetTag("graphql.field.name", field);
        return this;
    }

    public void Dispose()
    {
        if (_name is not null)
        {
            EngineDiagnostics.StageDuration.Record(
                Stopwatch.GetElapsedTime(_startedAt).TotalSeconds,
                new KeyValuePair<string, object?>("stage", _name)
            );
            _activity?.Dispose();
        }
    }
}
