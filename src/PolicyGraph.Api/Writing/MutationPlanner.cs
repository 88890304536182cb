using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Model;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Writing;

/// <summary>Plans the fields of the mutation root.</summary>
/// <param name="Reader">Null where this service reads no papers, only records.</param>
internal sealed record MutationPlanner(Mapping Mapping, IGraphStore Store, ApiAccess Access, IPaperReader? Reader) : IRootFieldPlanner
{
    /// <summary>Takes one record in, as one transaction.</summary>
    /// <exception cref="StoreException">The store cannot write.</exception>
    public async ValueTask<WriteOutcome> TakeInAsync(DocumentRecord record, CancellationToken cancellation)
    {
        await foreach (var outcome in Store.WriteAsync(new[] { record }.ToAsyncEnumerable(), cancellation))
        {
            return outcome;
        }

        throw new InvalidOperationException("The store has acknowledged nothing.");
    }

    public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) => field.Definition.Name switch
    {
        "removeDocument" => new RemovalPlan(field, Store, Access),
        "ingestDocuments" => new IngestionListPlan(field, this),
        "ingestRecord" => new IngestionPlan(field, this, new RecordArgument(field)),
        _ => new IngestionPlan(field, this, new PaperArgument(field, Reader)),
    };
}
