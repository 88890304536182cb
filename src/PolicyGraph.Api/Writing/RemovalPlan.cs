using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Writing;

/// <summary>Takes one paper away.</summary>
internal sealed class RemovalPlan(FieldSelection field, MutationPlanner root) : IRootFieldPlan
{
    public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        var writer = root.Access.DemandWriting(context.Host);
        await Task.Yield(); // Off the thread that reads requests: the disk blocks.
        var id = field.Arguments["id"].Evaluate(context.Values).AsString();
        try
        {
            var removed = await root.Store.RemoveAsync(id, cancellation);
            root.Log.TakenAway(writer, id, removed);
            SelectionOutput.WriteObject(
                context,
                field,
                selection =>
                {
                    if (selection.Definition.Name == "id")
                    {
                        context.Output.WriteString(id);
                    }
                    else
                    {
                        context.Output.WriteBoolean(removed);
                    }
                }
            );
        }
        catch (StoreException failure)
        {
            throw StoreFailures.Tell(failure);
        }
    }

    public string Explain(OperationValues values) => "Removes one paper as one transaction.";
}
