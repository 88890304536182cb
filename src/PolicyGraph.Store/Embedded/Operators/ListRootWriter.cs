using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>All nodes of a label, as a connection.</summary>
internal sealed class ListRootWriter(NodeKind kind, ConnectionWriter connection) : RootOperator
{
    public override void Write(Execution run) => connection.Write(run, null, new LabelRows(run.Graph.Labels[kind.Ordinal]));

    public override string Explain() => $"nodes of {kind.Label} in the default order";
}
