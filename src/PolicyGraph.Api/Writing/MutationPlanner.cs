using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Model;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Writing;

/// <summary>Plans the fields of the mutation root.</summary>
/// <param name="Reader">Null where this service reads no papers, only records.</param>
internal sealed record MutationPlanner(Mapping Mapping, IGraphStore Store, ApiAccess Access, IPaperReader? Reader, WriteLog Log)
    : IRootFieldPlanner
{
    /// <summary>Takes one record in, as one transaction.</summary>
    /// <param name="writer">The name of the key of whoever sends it.</param>
    /// <exception cref="StoreException">The store cannot write.</exception>
    public async ValueTask<WriteOutcome> TakeInAsync(string writer, DocumentRecord record, CancellationToken cancellation)
    {
        await foreach (var outcome in Store.WriteAsync(new[] { record }.ToAsyncEnumerable(), cancellation))
        {
            Log.TakenIn(writer, record.Document.Source, outcome);
            return outcome;
        }

        throw new InvalidOperationException("The store has acknowledged nothing.");
    }

    public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) =>
        field.Definition.Name switch
        {
            "removeDocument" => new RemovalPlan(field, this),
            "ingestDocuments" => new IngestionListPlan(field, this),
            "ingestRecord" => new IngestionPlan(field, this, new RecordArgument(field)),
            _ => new IngestionPlan(field, this, new PaperArgument(field, Reader)),
        };
}
