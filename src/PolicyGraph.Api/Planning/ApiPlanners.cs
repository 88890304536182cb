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
internal sealed class ApiPlanners(
    PolicyGraphSchema schema,
    IGraphStore store,
    ApiAccess access,
    IPaperReader? reader,
    Broadcast<GraphCommit>? commits,
    WriteLog log
)
{
    private readonly Mapping _mapping = new(schema.Schema, schema.Model);

    /// <summary>The planner of a field of a root.</summary>
    public IRootFieldPlanner Find(ObjectType root, FieldDefinition field) =>
        field.Name switch
        {
            _ when root == schema.Schema.Mutation => new MutationPlanner(_mapping, store, access, reader, log),
            _ when root == schema.Schema.Subscription => new SubscriptionPlanner(_mapping, store, commits),
            "overview" => new OverviewPlanner(store),
            "metric" => new MetricPlanner(_mapping, store),
            _ => new QueryPlanner(_mapping, store),
        };

    /// <summary>Root fields that are one question to the store.</summary>
    private sealed class QueryPlanner(Mapping mapping, IGraphStore store) : IRootFieldPlanner
    {
        public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) =>
            RootPlanner.SearchedFor(field) is { } search
                ? new SearchedPlan(search, Plan(field, isSearched: true), Plan(field, isSearched: false))
                : Plan(field, isSearched: false);

        private StorePlan Plan(FieldSelection field, bool isSearched)
        {
            var planner = new Planner(mapping);
            var query = new RootPlanner(planner).Plan(field, isSearched);
            return new StorePlan(store, mapping, query, planner.Slots);
        }
    }

    /// <summary>A list that is searched where its variable has a value, and whole where it is null.</summary>
    private sealed class SearchedPlan(ArgumentValue search, StorePlan found, StorePlan all) : IRootFieldPlan
    {
        public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation) =>
            Of(context.Values).WriteAsync(context, cancellation);

        public string Explain(OperationValues values) => Of(values).Explain(values);

        public ValueTask<FieldExplanation> ExplainAsync(OperationValues values, CancellationToken cancellation) =>
            Of(values).ExplainAsync(values, cancellation);

        private StorePlan Of(OperationValues values) => search.Evaluate(values).IsNull ? all : found;
    }
}
