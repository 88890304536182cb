namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// Turns one root field of an operation into a plan. Called once for each text, operation and <em>structure</em> of variables, never for
/// values: scalars stay parameters, while the keys of input objects, the lengths of their lists, enum values and which nullable variables
/// are null or absent are part of the structure. Must be safe to call from several threads.
/// </summary>
public interface IRootFieldPlanner
{
    /// <summary>
    /// The plan of a field of a root; of the subscription root an <see cref="ISubscriptionPlan"/>.
    /// </summary>
    /// <exception cref="GraphQLException">The field cannot be planned (say, a filter that nothing answers): becomes the error of this
    /// field, in every request of this structure.</exception>
    IRootFieldPlan Plan(FieldSelection field, PlanningContext context);
}

/// <summary>
/// A plan that many requests share, at the same time too; everything that differs between them is in the <see cref="OperationContext"/>.
/// </summary>
public interface IRootFieldPlan
{
    /// <summary>
    /// Writes exactly one JSON value, UTF-8, to <see cref="OperationContext.Output"/>: the field's value without its key. Errors that leave
    /// the rest standing go to <see cref="OperationContext.Report"/>; null propagation below the root field is the plan's own. Completes
    /// synchronously where it can.
    /// </summary>
    /// <exception cref="GraphQLException">The field as a whole failed: the engine takes back what was written, writes null (or propagates
    /// it) and reports the errors with the field's path.</exception>
    ValueTask WriteAsync(OperationContext context, CancellationToken cancellation);

    /// <summary>The plan as text for <c>explain</c>, several lines, with the values that it would run with.</summary>
    string Explain(OperationValues values);

    /// <summary>
    /// The plan with what goes beside it. May ask for what is needed to tell it, but does nothing of what the field asks.
    /// </summary>
    ValueTask<FieldExplanation> ExplainAsync(OperationValues values, CancellationToken cancellation) =>
        new(FieldExplanation.Of(Explain(values)));
}
