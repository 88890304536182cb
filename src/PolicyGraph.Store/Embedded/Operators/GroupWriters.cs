using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Groups of all nodes of a label.</summary>
internal sealed class GroupsRootWriter(NodeKind kind, GroupsWriter groups) : RootOperator
{
    public override void Write(Execution run)
    {
        var list = run.Graph.Labels[kind.Ordinal];
        for (var block = 0; block < list.BlockCount; block++)
        {
            foreach (var node in list.Block(block))
            {
                run.Rows.Push(new Row(node, -1, -1));
            }
        }

        groups.Write(run, 0);
    }

    public override string Explain() => $"groups of all nodes of {kind.Label}";
}

/// <summary>Groups of a node's neighbours.</summary>
internal sealed class NeighbourGroupsWriter(StepPlan step, GroupsWriter groups) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row)
    {
        var start = run.Rows.Count;
        step.Push(run, row.Node);
        groups.Write(run, start);
        run.Rows.CutTo(start);
    }
}

/// <summary>Groups of a connection's whole list.</summary>
internal sealed class PageGroupsWriter(GroupsWriter groups) : Operator<PageRow>
{
    public override void Write(Execution run, in PageRow row) => groups.Write(run, row.All);
}

/// <summary>A key's value as text; with −1 that of the key whose object it is.</summary>
internal sealed class GroupKeyWriter(int index) : Operator<GroupRow>
{
    public override void Write(Execution run, in GroupRow row)
    {
        if (row.Group.Keys[index < 0 ? row.Key : index] is { } value)
        {
            run.Out.WriteText(value.ToString());
        }
        else
        {
            run.Out.WriteNull();
        }
    }
}

/// <summary>The node that a key stands for, or null.</summary>
internal sealed class GroupNodeWriter(int index, IReadOnlyList<GroupKey> keys, ShapeWriter<NodeRow> shape) : Operator<GroupRow>
{
    public override void Write(Execution run, in GroupRow row)
    {
        var key = index < 0 ? row.Key : index;
        if (keys[key].IsNode && run.Graph.Find(row.Group.Keys[key]?.Text) is { } node)
        {
            shape.Write(run, new NodeRow(node));
        }
        else
        {
            run.Out.WriteNull();
        }
    }
}

/// <summary>One object for each key.</summary>
internal sealed class GroupKeysWriter(ShapeWriter<GroupRow> shape) : Operator<GroupRow>
{
    public override void Write(Execution run, in GroupRow row)
    {
        var group = row.Group;
        Lists.Write(run, [.. Enumerable.Range(0, group.Keys.Length)], shape, key => new GroupRow(group, key));
    }
}

internal sealed class AggregateWriter(int place) : Operator<GroupRow>
{
    public override void Write(Execution run, in GroupRow row)
    {
        if (row.Group.Numbers[place] is { } value)
        {
            run.Out.Write(value.Json);
        }
        else
        {
            run.Out.WriteNull();
        }
    }
}
