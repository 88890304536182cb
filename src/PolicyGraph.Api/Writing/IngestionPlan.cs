using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Writing;

/// <summary>Takes one paper in, then tells what came of it.</summary>
internal sealed class IngestionPlan(FieldSelection field, MutationPlanner root, IncomingPaper paper) : IRootFieldPlan
{
    private readonly IngestionOutput _output = new(field, root.Mapping, root.Store);

    public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        var writer = root.Access.DemandWriting(context.Host);
        await Task.Yield(); // Off the thread that reads requests: reading a paper takes its time, and the disk blocks.
        try
        {
            var outcome = await root.TakeInAsync(writer, await paper.ReadAsync(context.Values, cancellation), cancellation);
            await _output.WriteAsync(context, outcome.Refusal is { } refusal ? throw StoreValues.Refuse(refusal) : outcome, cancellation);
        }
        catch (StoreException failure)
        {
            throw StoreFailures.Tell(failure);
        }
    }

    public string Explain(OperationValues values) => "Reads the paper, writes it as one transaction, asks for it by id.";
}
