using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>The node's label.</summary>
internal sealed class NodeLabelWriter : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row) => run.Out.Write(row.Node.Kind.LabelJson);
}

/// <summary>The nodes at the other end of a relation, as a connection.</summary>
internal sealed class RelationWriter(StepPlan step, ConnectionWriter connection) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row)
    {
        if (step.Slots.Length == 1)
        {
            connection.Write(run, row.Node, new NeighbourRows(run, row.Node, step));
            return;
        }

        var start = run.Rows.Count;
        step.Push(run, row.Node);
        connection.WriteSorted(run, row.Node, start);
        run.Rows.CutTo(start);
    }
}

/// <summary>The first neighbour by id, or null.</summary>
internal sealed class NeighbourWriter(StepPlan step, ShapeWriter<NodeRow> shape) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row)
    {
        if (First(run, row.Node) is { } first)
        {
            shape.Write(run, new NodeRow(first));
        }
        else
        {
            run.Out.WriteNull();
        }
    }

    private Node? First(Execution run, Node node)
    {
        NodeHead? first = null;
        foreach (var slot in step.Slots)
        {
            var list = node.In(slot);
            for (var block = 0; block < list.BlockCount; block++)
            {
                foreach (var neighbour in list.Block(block))
                {
                    var head = run.Graph.Registry.Heads[neighbour.Node];
                    if (step.Counts(run, node, slot, neighbour) && (first is null || NodeHead.CompareIds(head, first) < 0))
                    {
                        first = head;
                    }
                }
            }
        }

        return first is null ? null : run.Graph.Node(first.Index);
    }
}

/// <summary>How many neighbours fit.</summary>
internal sealed class RelationCountWriter(NeighbourCounter counter) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row) => run.Out.Write((long)counter.Count(run, row.Node));
}

/// <summary>Counts the neighbours that fit.</summary>
internal sealed class NeighbourCounter(StepPlan step, Test<NodeRow>? node, Test<EdgeRow>? edge)
{
    public int Count(Execution run, Node anchor) =>
        node is null && edge is null ? step.Count(run, anchor) : Count(run, anchor, int.MaxValue, wanted: true);

    /// <summary>True where a neighbour fits (or, where it is not <paramref name="wanted"/>, does not fit).</summary>
    public bool Any(Execution run, Node anchor, bool wanted) =>
        node is null && edge is null ? wanted && step.Count(run, anchor) > 0 : Count(run, anchor, 1, wanted) > 0;

    private int Count(Execution run, Node anchor, int enough, bool wanted)
    {
        var count = 0;
        foreach (var slot in step.Slots)
        {
            var list = anchor.In(slot);
            for (var block = 0; block < list.BlockCount && count < enough; block++)
            {
                foreach (var neighbour in list.Block(block))
                {
                    run.Tick();
                    if (step.Counts(run, anchor, slot, neighbour) && Fits(run, anchor, slot, neighbour) == wanted && ++count == enough)
                    {
                        break;
                    }
                }
            }
        }

        return count;
    }

    private bool Fits(Execution run, Node anchor, int slot, Neighbour neighbour) =>
        (node is null || node.Holds(run, new NodeRow(run.Graph.Node(neighbour.Node))))
        && (edge is null || edge.Holds(run, EdgeRow.Of(run, anchor, new Row(neighbour.Node, neighbour.Edge, slot))));
}

/// <summary>How many distinct nodes stand at the end of several steps.</summary>
internal sealed class DistinctCountWriter(StepPlan[] steps) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row) => run.Out.Write((long)Reaching.From(run, row.Node, steps).Count);
}
