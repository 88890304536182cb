namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// The plan of a field of the subscription root. Its events are subscribed to once for each request;
/// <see cref="IRootFieldPlan.WriteAsync"/> is then called for each event, which it finds in <see cref="OperationContext.Event"/>.
/// Specification section 6.2.3, "Subscription".
/// </summary>
public interface ISubscriptionPlan : IRootFieldPlan
{
    /// <summary>
    /// The source stream (section 6.2.3.1). It is subscribed to when this returns: no event after that is missed. Ends when there is
    /// nothing more to tell.
    /// </summary>
    /// <param name="context">The request; it has no output yet.</param>
    /// <exception cref="GraphQLException">Here or while it is read: the subscription ends with these errors.</exception>
    IAsyncEnumerable<object> Subscribe(OperationContext context, CancellationToken cancellation);
}
