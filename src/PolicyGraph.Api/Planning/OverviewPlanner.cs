using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Model;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Planning;

/// <summary>Plans <c>overview</c>: how much the graph holds, as the store counts it anyway.</summary>
internal sealed class OverviewPlanner(IGraphStore store) : IRootFieldPlanner
{
    private static readonly string[] Entities = Enum.GetNames<EntityType>();
    private static readonly string[] Relations = [.. Enum.GetValues<RelationType>().Select(type => type.Wire())];

    public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) => new OverviewPlan(field, store);

    private sealed class OverviewPlan(FieldSelection field, IGraphStore store) : IRootFieldPlan
    {
        public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
        {
            try
            {
                var status = await store.StatusAsync(cancellation);
                SelectionOutput.WriteObject(context, field, selection => Write(context, selection, status));
            }
            catch (StoreException failure)
            {
                throw StoreFailures.Tell(failure);
            }
        }

        public string Explain(OperationValues values) => "The store's own counts.";

        private static void Write(OperationContext context, FieldSelection selection, StoreStatus status)
        {
            switch (selection.Definition.Name)
            {
                case "entitiesByType":
                    WriteCounts(context, selection, Counts(status.Nodes, Entities));
                    break;
                case "relationsByType":
                    WriteCounts(context, selection, Counts(status.Edges, Relations));
                    break;
                default:
                    context.Output.WriteNumber(Total(selection.Definition.Name, status));
                    break;
            }
        }

        private static long Total(string name, StoreStatus status) =>
            name switch
            {
                "documents" => status.Documents,
                "entities" => Counts(status.Nodes, Entities).Sum(count => count.Value),
                "relations" => Counts(status.Edges, Relations).Sum(count => count.Value),
                "statistics" => status.Nodes.GetValueOrDefault("Statistic"),
                _ => status.Nodes.GetValueOrDefault("Indicator"),
            };

        private static IEnumerable<KeyValuePair<string, long>> Counts(IReadOnlyDictionary<string, long> counts, string[] names) =>
            names
                .Select(name => KeyValuePair.Create(name, counts.GetValueOrDefault(name)))
                .OrderByDescending(count => count.Value)
                .ThenBy(count => count.Key, StringComparer.Ordinal);

        private static void WriteCounts(
            OperationContext context,
            FieldSelection selection,
            IEnumerable<KeyValuePair<string, long>> counts
        ) =>
            SelectionOutput.WriteList(
                context,
                counts,
                count =>
                    SelectionOutput.WriteObject(
                        context,
                        selection,
                        part =>
                        {
                            if (part.Definition.Name == "count")
                            {
                                context.Output.WriteNumber(count.Value);
                            }
                            else
                            {
                                context.Output.WriteString(count.Key);
                            }
                        }
                    )
            );
    }
}
