namespace PolicyGraph.GraphQL.Execution;

/// <summary>One request while it runs: its values, its output, its errors. Root fields run one after another, so nothing here is shared between threads at one time.</summary>
public sealed class OperationContext(OperationValues values, PooledBuffer output, object? host = null)
{
    private List<GraphQLError>? _errors;

    /// <summary>The variables' values.</summary>
    public OperationValues Values { get; } = values;

    /// <summary>The response: plans append UTF-8 JSON.</summary>
    public PooledBuffer Output { get; } = output;

    /// <summary>What the transport knows of the request (behind HTTP the <c>HttpContext</c>), or null.</summary>
    public object? Host { get; } = host;

    /// <summary>Rows read for the answer, as the plans count them; goes into the log line.</summary>
    public long Rows { get; set; }

    /// <summary>Errors so far, in the order reported.</summary>
    public IReadOnlyList<GraphQLError> Errors => _errors ?? [];

    /// <summary>Adds an error of a field whose place in the answer is already null; <see cref="GraphQLError.Path"/> starts at the root.</summary>
    public void Report(GraphQLError error) => (_errors ??= []).Add(error);
}
