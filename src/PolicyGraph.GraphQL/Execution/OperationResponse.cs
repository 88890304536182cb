namespace PolicyGraph.GraphQL.Execution;

/// <summary>One of the responses to a request.</summary>
/// <param name="Outcome">How it ended; where it was refused nothing follows.</param>
/// <param name="Json">The whole response as UTF-8; valid until the next is asked for.</param>
public readonly record struct OperationResponse(OperationOutcome Outcome, ReadOnlyMemory<byte> Json)
{
    /// <summary>Whether there is no data, only errors: before the first event, or at the end of a stream that broke.</summary>
    public bool IsRefused => Outcome.Kind is OutcomeKind.Refused;
}
