using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the writers of connections.</summary>
internal sealed class ConnectionCompiler(Compilers compilers)
{
    /// <summary>A connection over a relation.</summary>
    public ConnectionWriter Compile(Connection connection, StepPlan step) => Compile(connection, step.Targets);

    /// <param name="possible">Bits of the labels that the rows may have.</param>
    public ConnectionWriter Compile(Connection connection, ulong possible)
    {
        var order = OrderCompiler.Compile(compilers, connection.Order, possible);
        return Compile(connection, possible, order);
    }

    public ConnectionWriter Compile(Connection connection, ulong possible, RowOrder order) =>
        new(
            compilers.Tests.Node(connection.Filter, possible),
            compilers.Tests.Edge(connection.EdgeFilter),
            order,
            connection.Page,
            new ConnectionWants(connection.Fields),
            new ShapeWriter<PageRow>([.. connection.Fields.Select(field => Field(field, order, possible))])
        );

    /// <summary>The facts of a document: a connection whose nodes are edges.</summary>
    public ConnectionWriter CompileFacts(DocumentFactsField field, RowOrder order) =>
        new(
            null,
            compilers.Tests.Edge(field.Filter),
            order,
            field.Page,
            new ConnectionWants(field.Fields),
            new ShapeWriter<PageRow>([
                .. field.Fields.Select(inner => new ShapeField<PageRow>(
                    inner.Key,
                    ulong.MaxValue,
                    isForAll: true,
                    inner.Conditions,
                    inner is NodesField nodes
                        ? new PageFactsWriter(compilers.Edges.Compile(nodes.Shape, ulong.MaxValue))
                        : Writer(inner, order, 0)
                )),
            ])
        );

    private ShapeField<PageRow> Field(ConnectionField field, RowOrder order, ulong possible) =>
        new(field.Key, ulong.MaxValue, isForAll: true, field.Conditions, Writer(field, order, possible));

    private Operator<PageRow> Writer(ConnectionField field, RowOrder order, ulong possible) =>
        field switch
        {
            NodesField nodes => new PageNodesWriter(compilers.Nodes.Compile(nodes.Shape, possible)),
            EdgesField edges => new PageEdgesWriter(
                new ShapeWriter<ListRow>([.. edges.Fields.Select(inner => Field(inner, order, possible))])
            ),
            TotalCountField => new PageTotalWriter(),
            PageInfoField info => new ShapeWriter<PageRow>([.. info.Parts.Select(part => Field(part, order))]),
            ConnectionConstantField constant => new ConstantWriter<PageRow>(constant.Json),
            ConnectionGroupsField groups => new PageGroupsWriter(new GroupCompiler(compilers).Compile(groups.Grouping, possible)),
            _ => throw new UnknownNameException($"A connection has no {field.GetType().Name}."),
        };

    private static ShapeField<PageRow> Field(PageInfoPart part, RowOrder order) =>
        new(
            part.Key,
            ulong.MaxValue,
            isForAll: true,
            part.Conditions,
            part.Kind switch
            {
                PageInfoKind.HasNextPage => new PageFlagWriter(next: true),
                PageInfoKind.HasPreviousPage => new PageFlagWriter(next: false),
                PageInfoKind.StartCursor => new PageCursorWriter(order, first: true),
                PageInfoKind.EndCursor => new PageCursorWriter(order, first: false),
                _ => new ConstantWriter<PageRow>(part.Json),
            }
        );

    private ShapeField<ListRow> Field(EdgeField field, RowOrder order, ulong possible)
    {
        var conditions = field is RowEdgeField { Field.Conditions: { Count: > 0 } inner }
            ? [.. field.Conditions, .. inner]
            : field.Conditions;
        return new(field.Key, ulong.MaxValue, isForAll: true, conditions, Writer(field, order, possible));
    }

    private Operator<ListRow> Writer(EdgeField field, RowOrder order, ulong possible) =>
        field switch
        {
            CursorField => new RowCursorWriter(order),
            RowNodeField node => new RowNodeWriter(compilers.Nodes.Compile(node.Shape, possible)),
            RowEdgeField edge => new RowEdgeWriter(compilers.Edges.Compile(edge.Field, ulong.MaxValue)),
            _ => SearchCompiler.Field(compilers, field) ?? throw new UnknownNameException($"A row has no {field.GetType().Name}."),
        };
}
