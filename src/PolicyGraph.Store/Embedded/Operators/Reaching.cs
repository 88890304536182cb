using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Follows steps one after the other.</summary>
internal static class Reaching
{
    /// <summary>The distinct nodes at the end of the steps; the node itself where there are none.</summary>
    public static List<Node> From(Execution run, Node node, StepPlan[] steps) => steps.Length == 0 ? [node] : From(run, [node], steps);

    /// <inheritdoc cref="From(Execution, Node, StepPlan[])"/>
    public static List<Node> From(Execution run, List<Node> nodes, StepPlan[] steps)
    {
        var reached = nodes;
        foreach (var step in steps)
        {
            reached = Next(run, reached, step);
        }

        return reached;
    }

    private static List<Node> Next(Execution run, List<Node> nodes, StepPlan step)
    {
        var next = new List<Node>();
        var seen = new HashSet<int>();
        var start = run.Rows.Count;
        foreach (var node in nodes)
        {
            run.Tick();
            step.Push(run, node);
            foreach (var row in run.Rows.From(start))
            {
                if (seen.Add(row.Node))
                {
                    next.Add(run.Graph.Node(row.Node));
                }
            }

            run.Rows.CutTo(start);
        }

        return next;
    }
}
