using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution.Resolvers;

/// <summary>
/// Answers root fields from objects in memory, field by field: introspection, tests, small schemas. A value is null, a string, a boolean, a
/// number, a list (any <c>IEnumerable</c> but a string), or an object that the resolvers know to read.
/// </summary>
/// <param name="resolvers">Gives the value of a field of an object.</param>
/// <param name="typeOf">Gives the name of the object type of a value in an abstract place; not needed where there are none.</param>
/// <param name="root">The object of the root type; for a subscription it is the event.</param>
/// <param name="events">Gives the events of a field of the subscription root; not needed where there are none.</param>
public sealed class ResolverPlanner(
    Resolver resolvers,
    Func<object, string>? typeOf = null,
    object? root = null,
    EventSource? events = null
) : IRootFieldPlanner
{
    public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) =>
        new ResolverPlan(
            new ResolverWriterSettings(context.Schema, resolvers, typeOf ?? (value => value.GetType().Name)),
            field,
            root,
            events
        );
}

/// <summary>
/// The value of a field.
/// </summary>
/// <param name="source">The object that has the field; null at the root without one.</param>
/// <param name="type">Its object type.</param>
/// <param name="field">What is asked.</param>
/// <param name="values">The variables' values, with which arguments are evaluated.</param>
/// <exception cref="GraphQLException">The field fails with this error.</exception>
public delegate object? Resolver(object? source, ObjectType type, FieldSelection field, OperationValues values);

/// <summary>The events that a field of the subscription root tells of, from when this returns.</summary>
public delegate IAsyncEnumerable<object> EventSource(FieldSelection field, OperationValues values, CancellationToken cancellation);

/// <summary>What all fields of one planner share.</summary>
internal sealed record ResolverWriterSettings(Schema Schema, Resolver Resolve, Func<object, string> TypeOf);

/// <summary>A root field answered by resolvers.</summary>
internal sealed class ResolverPlan(ResolverWriterSettings settings, FieldSelection field, object? root, EventSource? events)
    : ISubscriptionPlan
{
    public IAsyncEnumerable<object> Subscribe(OperationContext context, CancellationToken cancellation) =>
        events?.Invoke(field, context.Values, cancellation)
        ?? throw new GraphQLException(ErrorCodes.BadRequest, $"{field.Parent}.{field.Definition.Name} has no events.");

    public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        new ResolverWriter(settings, context, cancellation).WriteRoot(field, context.Event ?? root);
        return ValueTask.CompletedTask;
    }

    public string Explain(OperationValues values) => $"resolve {field.Parent}.{field.Definition.Name}";
}
