using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// Finds the shortest paths between two nodes from both ends at once, level by level, always on the side with fewer nodes to go on from. It
/// looks at no more than <see cref="MostEdges"/> edges; then it gives up.
/// </summary>
internal sealed class PathSearch(Execution run, StepPlan via)
{
    private const int MostEdges = 200_000;

    private readonly Dictionary<int, List<Row>> _onwards = [];
    private int _looked;

    /// <summary>True where it gave up.</summary>
    public bool IsIncomplete => _looked > MostEdges;

    /// <summary>
    /// Paths as rows from the first node's neighbour to the last node, in the order of their nodes' ids; none where there is no path of
    /// that length.
    /// </summary>
    public List<Row[]> Find(Node from, Node to, int maxLength, int maxPaths)
    {
        if (from == to)
        {
            return
            [
                [],
            ];
        }

        var (forward, backward) = (new PathSide(from.Head.Index), new PathSide(to.Head.Index));
        for (var length = 1; length <= maxLength; length++)
        {
            var side = forward.Frontier.Count <= backward.Frontier.Count ? forward : backward;
            Expand(side);
            if (IsIncomplete || side.Frontier.Count == 0)
            {
                return [];
            }

            var meeting = side.Frontier.Where((side == forward ? backward : forward).IsAtFrontier).ToList();
            if (meeting.Count > 0)
            {
                return Paths(forward, backward, meeting, to.Head.Index, maxPaths);
            }
        }

        return [];
    }

    private void Expand(PathSide side)
    {
        var reached = new List<int>();
        var start = run.Rows.Count;
        foreach (var index in side.Frontier)
        {
            via.Push(run, run.Graph.Node(index));
            foreach (var row in run.Rows.From(start))
            {
                run.Tick();
                side.Reach(index, row, reached);
            }

            _looked += run.Rows.Count - start;
            run.Rows.CutTo(start);
            if (IsIncomplete)
            {
                return;
            }
        }

        side.Advance(reached);
    }

    private List<Row[]> Paths(PathSide forward, PathSide backward, List<int> meeting, int end, int maxPaths)
    {
        foreach (var node in meeting)
        {
            MarkBack(forward, node);
            MarkOn(backward, node);
        }

        foreach (var steps in _onwards.Values)
        {
            steps.Sort(Compare);
        }

        var paths = new List<Row[]>();
        Walk(forward.Origin, end, [], paths, maxPaths);
        return paths;
    }

    /// <summary>Marks the steps that lead from the start to a node.</summary>
    private void MarkBack(PathSide side, int node)
    {
        foreach (var (before, step) in side.Steps(node))
        {
            var isNew = !_onwards.ContainsKey(before);
            Mark(before, step);
            if (isNew)
            {
                MarkBack(side, before);
            }
        }
    }

    /// <summary>Marks the steps that lead from a node to the end: those of the other side, turned round.</summary>
    private void MarkOn(PathSide side, int node)
    {
        if (_onwards.ContainsKey(node))
        {
            return;
        }

        foreach (var (before, step) in side.Steps(node))
        {
            Mark(node, new Row(before, step.Edge, step.Slot ^ 1));
            MarkOn(side, before);
        }
    }

    private void Mark(int node, Row step)
    {
        if (!_onwards.TryGetValue(node, out var steps))
        {
            _onwards.Add(node, steps = []);
        }

        if (!steps.Contains(step))
        {
            steps.Add(step);
        }
    }

    private void Walk(int node, int end, List<Row> path, List<Row[]> paths, int maxPaths)
    {
        if (node == end)
        {
            paths.Add([.. path]);
            return;
        }

        foreach (var step in _onwards.GetValueOrDefault(node) ?? [])
        {
            if (paths.Count >= maxPaths)
            {
                return;
            }

            path.Add(step);
            Walk(step.Node, end, path, paths, maxPaths);
            path.RemoveAt(path.Count - 1);
        }
    }

    private int Compare(Row left, Row right) => RowOrder.CompareRows(run, left, right);
}

/// <summary>One side of the search: the nodes that it has reached and by which steps.</summary>
internal sealed class PathSide(int origin)
{
    private readonly Dictionary<int, List<(int Before, Row Step)>> _steps = [];
    private readonly Dictionary<int, int> _levels = new() { [origin] = 0 };
    private int _level;

    public int Origin => origin;

    /// <summary>The nodes reached last.</summary>
    public List<int> Frontier { get; private set; } = [origin];

    public bool IsAtFrontier(int node) => _levels.TryGetValue(node, out var at) && at == _level;

    /// <summary>The steps by which a node was reached first.</summary>
    public IEnumerable<(int Before, Row Step)> Steps(int node) => _steps.GetValueOrDefault(node) ?? [];

    /// <summary>Notes a step of the next level.</summary>
    public void Reach(int before, Row step, List<int> reached)
    {
        if (_levels.TryAdd(step.Node, _level + 1))
        {
            reached.Add(step.Node);
            _steps.Add(step.Node, []);
        }

        if (_levels[step.Node] == _level + 1)
        {
            _steps[step.Node].Add((before, step));
        }
    }

    public void Advance(List<int> reached)
    {
        _level++;
        Frontier = reached;
    }
}
