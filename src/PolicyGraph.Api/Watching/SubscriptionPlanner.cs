using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.Store;
using PolicyGraph.Store.Changes;

namespace PolicyGraph.Api.Watching;

/// <summary>Plans the fields of the subscription root.</summary>
/// <param name="Commits">What the store tells of its transactions; null where this service is told of none.</param>
internal sealed record SubscriptionPlanner(Mapping Mapping, IGraphStore Store, Broadcast<GraphCommit>? Commits) : IRootFieldPlanner
{
    public IRootFieldPlan Plan(FieldSelection field, PlanningContext context)
    {
        var commits = Commits ?? throw StoreValues.Refuse("This service is told of no changes; ask again from time to time.");
        return field.Definition.Name switch
        {
            "documentIngested" => new IngestedPlan(field, this, commits),
            _ => new ChangedPlan(field, commits),
        };
    }
}
