using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>The shortest paths between two entities.</summary>
internal sealed class PathRootWriter(PathRoot root, StepPlan step, ulong entities, ShapeWriter<PathsRow> shape) : RootOperator
{
    private const int LongestPath = 8;

    private readonly NameFinder _names = new(root.From, entities);

    public override void Write(Execution run)
    {
        var (from, to) = (Find(run, root.From), Find(run, root.To));
        if (from is null || to is null)
        {
            shape.Write(run, new PathsRow(null, [], IsIncomplete: false));
            return;
        }

        var search = new PathSearch(run, step);
        var maxLength = (int)Math.Clamp(run.Parameters.Integer(root.MaxLength) ?? LongestPath, 1, LongestPath);
        var maxPaths = (int)Math.Clamp(run.Parameters.Integer(root.MaxPaths) ?? 1, 1, int.MaxValue);
        var paths = search.Find(from, to, maxLength, maxPaths);
        shape.Write(run, new PathsRow(from, paths, search.IsIncomplete));
    }

    public override string Explain() => "shortest paths, searched from both ends";

    private Node? Find(Execution run, Slot slot)
    {
        var wanted = run.Parameters.Text(slot);
        return run.Graph.Find(wanted) is { } node && (node.Kind.Bit & entities) != 0 ? node : _names.Find(run, wanted);
    }
}

/// <summary>How many steps the shortest path has, or null.</summary>
internal sealed class PathLengthWriter : Operator<PathsRow>
{
    public override void Write(Execution run, in PathsRow row)
    {
        if (row.Paths.Count > 0)
        {
            run.Out.Write((long)row.Paths[0].Length);
        }
        else
        {
            run.Out.WriteNull();
        }
    }
}

internal sealed class PathIncompleteWriter : Operator<PathsRow>
{
    public override void Write(Execution run, in PathsRow row) => run.Out.Write(row.IsIncomplete);
}

internal sealed class PathsWriter(ShapeWriter<PathItem> shape) : Operator<PathsRow>
{
    public override void Write(Execution run, in PathsRow row)
    {
        var from = row.From!; // Where there is a path there is a start.
        Lists.Write(run, row.Paths, shape, steps => new PathItem(from, steps));
    }
}

/// <summary>The nodes of a path in order.</summary>
internal sealed class PathNodesWriter(ShapeWriter<NodeRow> shape) : Operator<PathItem>
{
    public override void Write(Execution run, in PathItem row)
    {
        var graph = run.Graph;
        Lists.Write(run, [row.From, .. row.Steps.Select(step => graph.Node(step.Node))], shape, static node => new NodeRow(node));
    }
}

/// <summary>The steps of a path in order.</summary>
internal sealed class PathStepsWriter(ShapeWriter<StepItem> shape) : Operator<PathItem>
{
    public override void Write(Execution run, in PathItem row)
    {
        var items = new StepItem[row.Steps.Length];
        var from = row.From;
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = new StepItem(from, row.Steps[i]);
            from = run.Graph.Node(row.Steps[i].Node);
        }

        Lists.Write(run, items, shape, static item => item);
    }
}

internal sealed class StepNodeWriter(bool start, ShapeWriter<NodeRow> shape) : Operator<StepItem>
{
    public override void Write(Execution run, in StepItem row) =>
        shape.Write(run, new NodeRow(start ? row.From : run.Graph.Node(row.Step.Node)));
}

internal sealed class StepEdgeWriter(Operator<EdgeRow> field) : Operator<StepItem>
{
    public override void Write(Execution run, in StepItem row) => field.Write(run, EdgeRow.Of(run, row.From, row.Step));
}

internal sealed class StepForwardWriter : Operator<StepItem>
{
    public override void Write(Execution run, in StepItem row) => run.Out.Write((row.Step.Slot & 1) == 0);
}
