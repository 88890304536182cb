namespace PolicyGraph.GraphQL;

/// <summary>How an operation ended.</summary>
public enum OutcomeKind
{
    /// <summary>Data without errors.</summary>
    Complete,

    /// <summary>Data, perhaps null, with errors of fields.</summary>
    Partial,

    /// <summary>No data: the request was refused before it ran.</summary>
    Refused,
}

/// <summary>What the transport learns of an operation; the response itself is in the buffer.</summary>
/// <param name="Code">Of the first error; null without errors.</param>
/// <param name="Price">As <see cref="Cost.OperationLimits.MaxPrice"/> counts it; zero for requests refused before pricing.</param>
public readonly record struct OperationOutcome(OutcomeKind Kind, string? Code, double Price)
{
    /// <summary>The operation's span, for those of what is done with the response; null where nobody listens.</summary>
    internal System.Diagnostics.Activity? Activity { get; init; }
}
