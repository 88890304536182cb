using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>A root field as one question to the store.</summary>
internal sealed class StorePlan(IGraphStore store, Mapping mapping, GraphQuery query, Slots slots) : IRootFieldPlan
{
    private readonly IPreparedQuery _prepared = store.Prepare(query);
    private readonly Parameters? _constant = slots.AreConstant ? slots.Bind(OperationValues.None) : null;

    public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        try
        {
            var answer = _prepared.WriteAsync(_constant ?? slots.Bind(context.Values), context.Output, cancellation);
            return answer.IsCompletedSuccessfully ? answer : Await(answer);
        }
        catch (StoreException failure)
        {
            throw StoreFailures.Tell(failure);
        }
    }

    /// <summary>Answers with a value that is known only now.</summary>
    public ValueTask WriteAsync(OperationContext context, Slot late, object value, CancellationToken cancellation) =>
        Await(_prepared.WriteAsync(slots.Bind(context.Values, late, value), context.Output, cancellation));

    public string Explain(OperationValues values) => _prepared.Explain(slots.Bind(values)).Plan;

    public async ValueTask<FieldExplanation> ExplainAsync(OperationValues values, CancellationToken cancellation)
    {
        try
        {
            var parameters = slots.Bind(values);
            var explanation = _prepared.Explain(parameters);
            var rows = new RowEstimate(mapping, await store.StatusAsync(cancellation), parameters).Of(query.Root);
            return new FieldExplanation(explanation.Plan, explanation.Parameters, rows);
        }
        catch (StoreException failure)
        {
            throw StoreFailures.Tell(failure);
        }
    }

    private static async ValueTask Await(ValueTask answer)
    {
        try
        {
            await answer;
        }
        catch (StoreException failure)
        {
            throw StoreFailures.Tell(failure);
        }
    }
}
