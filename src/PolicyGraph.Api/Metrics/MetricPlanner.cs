using System.Text.Json;
using PolicyGraph.Api.Planning;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Metrics;

/// <summary>
/// Plans <c>metric</c>: a question for the indicators that may be meant, and one for their statistics, which are sorted into series before
/// they are written.
/// </summary>
internal sealed class MetricPlanner(Mapping mapping, IGraphStore store) : IRootFieldPlanner
{
    public IRootFieldPlan Plan(FieldSelection field, PlanningContext context)
    {
        var names = new Planner(mapping);
        var rows = new Planner(mapping);
        var query = new MetricQuery(rows, context.Schema);
        var question = query.Plan(field);
        return new MetricPlan(
            field,
            new StorePlan(store, mapping, MetricQuery.PlanNames(names, field), names.Slots),
            new StorePlan(store, mapping, question, rows.Slots),
            query
        );
    }

    private sealed class MetricPlan(FieldSelection field, StorePlan names, StorePlan rows, MetricQuery query) : IRootFieldPlan
    {
        private const string Then = "\nthen, of the indicators that are meant:\n";

        public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
        {
            using var found = new PooledBuffer();
            await names.WriteAsync(new OperationContext(context.Values, found), cancellation);
            var asked = field.Arguments["indicator"].Evaluate(context.Values).AsString();
            var indicators = IndicatorNames.Choose(asked, MetricQuery.ReadNames(found.WrittenMemory));
            using var buffer = new PooledBuffer();
            await rows.WriteAsync(
                new OperationContext(context.Values, buffer),
                query.Names,
                indicators.Taken.ToArray<object?>(),
                cancellation
            );
            using var answer = JsonDocument.Parse(buffer.WrittenMemory);
            var unit = field.Argument("unit") is { IsNull: false } wanted ? wanted.Evaluate(context.Values).AsString() : null;
            new MetricOutput(context, query.Parts).Write(field, asked, indicators, Metric.Of(MetricRow.Read(answer.RootElement), unit));
        }

        public string Explain(OperationValues values) => $"{names.Explain(values)}{Then}{rows.Explain(values)}";

        public async ValueTask<FieldExplanation> ExplainAsync(OperationValues values, CancellationToken cancellation)
        {
            var (first, second) = (await names.ExplainAsync(values, cancellation), await rows.ExplainAsync(values, cancellation));
            return new FieldExplanation($"{first.Plan}{Then}{second.Plan}", second.Parameters, second.Rows);
        }
    }
}
