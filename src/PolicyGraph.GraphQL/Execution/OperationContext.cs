namespace PolicyGraph.GraphQL.Execution;

/// <summary>
/// One request while it runs: its values, its output, its errors. Root fields run one after another, so nothing here is shared between
/// threads at one time.
/// </summary>
public sealed class OperationContext(OperationValues values, PooledBuffer output, object? host = null)
{
    private List<GraphQLError>? _errors;
    private List<Exception>? _failures;

    /// <summary>The variables' values.</summary>
    public OperationValues Values { get; } = values;

    /// <summary>The response: plans append UTF-8 JSON.</summary>
    public PooledBuffer Output { get; } = output;

    /// <summary>What the transport knows of the request (behind HTTP the <c>HttpContext</c>), or null.</summary>
    public object? Host { get; } = host;

    /// <summary>
    /// What happened, where this answers an event of a subscription: an item of <see cref="ISubscriptionPlan.Subscribe"/>. Else null.
    /// </summary>
    public object? Event { get; init; }

    /// <summary>Rows read for the answer, as the plans count them; goes into the log line.</summary>
    public long Rows { get; set; }

    /// <summary>Exceptions that clients are not told; for the log.</summary>
    internal IReadOnlyList<Exception> Failures => _failures ?? (IReadOnlyList<Exception>)[];

    /// <summary>Errors so far, in the order reported.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors ?? [];

    /// <summary>
    /// Adds an error of a field whose place in the answer is already null; <see cref="GraphQLError.Path"/> starts at the root.
    /// </summary>
    public void Report(GraphQLError error) => (_errors ??= []).Add(error);

    /// <summary>
    /// Adds the errors of a failed field: a <see cref="GraphQLException"/>'s own, with the field's place and path where they have none;
    /// anything else without its text.
    /// </summary>
    internal void ReportFailure(Exception failure, FieldSelection field, IReadOnlyList<object> path)
    {
        if (failure is ReportedException)
        {
            return;
        }

        if (failure is not GraphQLException known)
        {
            (_failures ??= []).Add(failure);
            Report(
                new GraphQLError("Internal server error.", ErrorCodes.InternalServerError)
                {
                    Locations = field.LocationsWith(Values),
                    Path = path,
                }
            );
            return;
        }

        foreach (var error in known.Errors)
        {
            Report(
                error with
                {
                    Locations = error.Locations.Count == 0 ? field.LocationsWith(Values) : error.Locations,
                    Path = error.Path ?? path,
                }
            );
        }
    }
}
