using PolicyGraph.Api.Metrics;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Watching;
using PolicyGraph.Api.Writing;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store;
using PolicyGraph.Store.Changes;

namespace PolicyGraph.Api.Planning;

/// <summary>Which planner plans which root field.</summary>
internal sealed class ApiPlanners(PolicyGraphSchema schema, IGraphStore store, ApiAccess access, IPaperReader? reader, Broadcast<GraphCommit>? commits)
{
    private readonly Mapping _mapping = new(schema.Schema, schema.Model);

    /// <summary>The planner of a field of a root.</summary>
    public IRootFieldPlanner Find(ObjectType root, FieldDefinition field) => field.Name switch
    {
        _ when root == schema.Schema.Mutation => new MutationPlanner(_mapping, store, access, reader),
        _ when root == schema.Schema.Subscription => new SubscriptionPlanner(_mapping, store, commits),
        "overview" => new OverviewPlanner(store),
        "metric" => new MetricPlanner(_mapping, store),
        _ => new QueryPlanner(_mapping, store),
    };

    /// <summary>Root fields that are one question to the store.</summary>
    private sealed class QueryPlanner(Mapping mapping, IGraphStore store) : IRootFieldPlanner
    {
        public IRootFieldPlan Plan(FieldSelection field, PlanningContext context)
        {
            var planner = new Planner(mapping);
            var query = new RootPlanner(planner).Plan(field);
            return new StorePlan(store.Prepare(query), planner.Slots);
        }
    }
}
