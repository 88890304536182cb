using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the orders of lists.</summary>
internal static class OrderCompiler
{
    public static RowOrder Compile(Compilers compilers, IReadOnlyList<OrderKey> order, ulong possible) =>
        order.Count == 0
            ? new DefaultOrder()
            : new KeyedOrder(Cursor.Fingerprint(order), [.. order.Select(key => Key(compilers, key, possible))]);

    private static SortKeyReader Key(Compilers compilers, OrderKey key, ulong possible)
    {
        switch (key)
        {
            case PropertyOrder property:
                var reader = compilers.Nodes.Property(property.Property, possible);
                return new(key.Descending, (run, _, row) => new SortKey(reader.Read(run, new NodeRow(run.Graph.Node(row.Node))), null));
            case EdgePropertyOrder property:
                var edgeReader = compilers.Edges.Property(property.Property, ulong.MaxValue);
                return new(key.Descending, (run, anchor, row) => new SortKey(edgeReader.Read(run, EdgeRow.Of(run, anchor, row)), null));
            case RelationCountOrder count:
                var step = new StepPlan(compilers.Kinds, count.Step);
                var counter = new NeighbourCounter(step, compilers.Tests.Node(count.Filter, step.Targets), null);
                return new(key.Descending, (run, _, row) => new SortKey(null, counter.Count(run, run.Graph.Node(row.Node))));
            case DocumentCountOrder:
                return new(key.Descending, static (run, _, row) => new SortKey(null, run.Graph.Node(row.Node).Support.Count));
            default:
                throw new UnknownNameException($"There is no order by {key.GetType().Name}.");
        }
    }
}
