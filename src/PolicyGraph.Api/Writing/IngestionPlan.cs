using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Model;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Writing;

/// <summary>Takes one paper in, then tells what came of it.</summary>
internal sealed class IngestionPlan(FieldSelection field, MutationPlanner root, IncomingPaper paper) : IRootFieldPlan
{
    private readonly IngestionOutput _output = new(field, root.Mapping, root.Store);

    public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
    {
        root.Access.DemandWriting(context.Host);
        await Task.Yield(); // Off the thread that reads requests: reading a paper takes its time, and the disk blocks.
        try
        {
            await _output.WriteAsync(context, await TakeInAsync(await paper.ReadAsync(context.Values, cancellation), cancellation), cancellation);
        }
        catch (StoreException failure)
        {
            throw StoreFailures.Tell(failure);
        }
    }

    public string Explain(OperationValues values) => "Reads the paper, writes it as one transaction, asks for it by id.";

    private async ValueTask<WriteOutcome> TakeInAsync(DocumentRecord record, CancellationToken cancellation)
    {
        await foreach (var outcome in root.Store.WriteAsync(new[] { record }.ToAsyncEnumerable(), cancellation))
        {
            return outcome.Refusal is null ? outcome : throw StoreValues.Refuse(outcome.Refusal);
        }

        throw new InvalidOperationException("The store has acknowledged nothing.");
    }
}
