using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Writing;

/// <summary>Plans the fields of the mutation root.</summary>
/// <param name="Reader">Null where this service reads no papers, only records.</param>
internal sealed record MutationPlanner(Mapping Mapping, IGraphStore Store, ApiAccess Access, IPaperReader? Reader) : IRootFieldPlanner
{
    public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) => field.Definition.Name switch
    {
        "removeDocument" => new RemovalPlan(field, Store, Access),
        "ingestRecord" => new IngestionPlan(field, this, new RecordArgument(field)),
        _ => new IngestionPlan(field, this, new PaperArgument(field, Reader)),
    };
}
