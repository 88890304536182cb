using PolicyGraph.Store;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>
/// How many rows the answer to a query is expected to have, in lists and lists within them: pages as long as asked for, or as there are
/// nodes, or as a node has neighbours on the average. Where nothing is known a condition is taken to keep one row in ten where something
/// must be equal, else one in three (Selinger and others, “Access Path Selection in a Relational Database Management System”, 1979).
/// </summary>
/// <param name="counts">How many nodes and relations there are.</param>
internal sealed class RowEstimate(Mapping mapping, StoreStatus counts, Parameters values)
{
    private const double Equal = 0.1;
    private const double Other = 1.0 / 3;

    public double Of(Root root) =>
        root switch
        {
            NodeRoot one => 1 + Of(one.Shape, one.Labels),
            NodesByIdRoot many => (values[many.Ids] as IReadOnlyCollection<object?>)?.Count * (1 + Of(many.Shape, [])) ?? 0,
            ListRoot list => Of(list.Connection, Count([list.Label]), [list.Label]),
            SearchRoot search => Of(search.Connection, Count(search.Labels), search.Labels),
            GroupsRoot groups => Page(groups.Grouping.First, double.MaxValue),
            PathRoot path => Page(path.MaxPaths, 1),
            RelatedRoot related => Page(related.First, Count(mapping.Entities)),
            _ => 0,
        };

    private double Of(Connection connection, double all, IReadOnlyList<string> labels)
    {
        var fitting = all * Kept(connection.Filter) * Kept(connection.EdgeFilter);
        var rows = Math.Min(Page(connection.Page.First, fitting), Page(connection.Page.Last, fitting));
        return connection.Fields.Sum(field =>
            field switch
            {
                NodesField nodes => rows * (1 + Of(nodes.Shape, labels)),
                EdgesField edges => rows
                    * (
                        1
                        + edges.Fields.Sum(edge =>
                            edge switch
                            {
                                RowNodeField node => Of(node.Shape, labels),
                                RowEdgeField { Field: EvidenceField evidence } => Page(evidence.First, 1),
                                _ => 0,
                            }
                        )
                    ),
                ConnectionGroupsField groups => Page(groups.Grouping.First, fitting),
                _ => 0,
            }
        );
    }

    private double Of(Shape shape, IReadOnlyList<string> labels) => shape.Fields.Sum(field => Of(field, labels));

    /// <param name="labels">Those that the node may have; none where any.</param>
    private double Of(OutputField field, IReadOnlyList<string> labels) =>
        field switch
        {
            RelationField relation => Of(relation.Connection, Neighbours(relation.Step, labels), mapping.EndsOf(relation.Step)),
            NeighbourField near => Math.Min(1, Neighbours(near.Step, labels)) * (1 + Of(near.Shape, mapping.EndsOf(near.Step))),
            ObjectField inner => Of(inner.Shape, labels),
            EvidenceField evidence => Page(evidence.First, 1),
            PeersField => 1,
            DocumentFactsField facts => Page(facts.Page.First, Neighbours(new Step(mapping.Facts, Direction.Both, []), [])),
            _ => 0,
        };

    /// <summary>How many neighbours a node has over a step, on the average.</summary>
    private double Neighbours(Step step, IReadOnlyList<string> labels)
    {
        var types = step.Types.Count == 0 ? mapping.Facts : step.Types;
        return types.Sum(type => (double)counts.Edges.GetValueOrDefault(type))
            / Math.Max(1, Count(labels.Count == 0 ? mapping.Entities : labels));
    }

    private double Count(IEnumerable<string> labels) => labels.Sum(label => (double)counts.Nodes.GetValueOrDefault(label));

    private double Page(Slot size, double all) => Math.Min(values.Integer(size) ?? double.MaxValue, all);

    private static double Kept(Filter? filter) =>
        filter switch
        {
            null => 1,
            AllOf all => all.Filters.Aggregate(1.0, (kept, inner) => kept * Kept(inner)),
            AnyOf any => 1 - any.Filters.Aggregate(1.0, (left, inner) => left * (1 - Kept(inner))),
            Not not => 1 - Kept(not.Filter),
            PropertyFilter { Comparison: Comparison.Equal } or NameFilter { Comparison: Comparison.Equal } => Equal,
            _ => Other,
        };
}
