using System.Text.Json;
using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Metrics;

/// <summary>Plans <c>metric</c>: one question to the store, whose answer is sorted into series before it is written.</summary>
internal sealed class MetricPlanner(Mapping mapping, IGraphStore store) : IRootFieldPlanner
{
    public IRootFieldPlan Plan(FieldSelection field, PlanningContext context)
    {
        var planner = new Planner(mapping);
        var query = new MetricQuery(planner, context.Schema);
        var question = query.Plan(field);
        return new MetricPlan(field, new StorePlan(store.Prepare(question), planner.Slots), query.Parts);
    }

    private sealed class MetricPlan(FieldSelection field, StorePlan rows, IReadOnlyDictionary<FieldSelection, string> parts) : IRootFieldPlan
    {
        public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
        {
            using var buffer = new PooledBuffer();
            await rows.WriteAsync(new OperationContext(context.Values, buffer), cancellation);
            using var answer = JsonDocument.Parse(buffer.WrittenMemory);
            var unit = field.Argument("unit") is { IsNull: false } wanted ? wanted.Evaluate(context.Values).AsString() : null;
            var indicator = field.Arguments["indicator"].Evaluate(context.Values).AsString();
            new MetricOutput(context, parts).Write(field, indicator, Metric.Of(MetricRow.Read(answer.RootElement), unit));
        }

        public string Explain(OperationValues values) => rows.Explain(values);
    }
}
