using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>A root field as one question to the store.</summary>
internal sealed class StorePlan(IPreparedQuery query, Slots slots) : IRootFieldPlan
{
    private readonly Parameters? _constant = slots.AreConstant ? slots.Bind(OperationValues.None) : null;

    public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        try
        {
            var answer = query.WriteAsync(_constant ?? slots.Bind(context.Values), context.Output, cancellation);
            return answer.IsCompletedSuccessfully ? answer : Await(answer);
        }
        catch (StoreException failure)
        {
            throw StoreFailures.Tell(failure);
        }
    }

    /// <summary>Answers with a value that is known only now.</summary>
    public ValueTask WriteAsync(OperationContext context, Slot late, object value, CancellationToken cancellation) =>
        Await(query.WriteAsync(slots.Bind(context.Values, late, value), context.Output, cancellation));

    public string Explain(OperationValues values) => query.Explain();

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
