using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// A quick way to the nodes that can fit a filter: some that do not fit may be among them, none that fits is missing, none comes twice.
/// </summary>
internal abstract class Narrowing
{
    /// <summary>About how many nodes it leads to.</summary>
    public abstract int Estimate(Execution run);

    /// <summary>Puts the nodes on the stack.</summary>
    public abstract void Push(Execution run);

    /// <summary>
    /// Writes a page straight along the nodes, where they stand in the default order already: then a page costs what it shows, however many
    /// there are. False where they do not.
    /// </summary>
    public virtual bool TryWrite(Execution run, ConnectionWriter connection) => false;

    public abstract override string ToString();
}

/// <summary>By a range, or some values, of a sorted property index.</summary>
internal sealed class IndexNarrowing(NodeKind kind, string property, Comparison comparison, Slot value) : Narrowing
{
    private const char Last = '\uffff';

    private readonly int _place = kind.Properties[property];

    public override int Estimate(Execution run)
    {
        var count = 0;
        foreach (var (from, to) in Ranges(run))
        {
            count += to - from;
        }

        return count;
    }

    public override void Push(Execution run)
    {
        var index = run.Graph.Indexes[kind.Ordinal][_place];
        foreach (var (from, to) in Ranges(run))
        {
            for (var i = from; i < to; i++)
            {
                run.Rows.Push(new Row(index[i].Node, -1, -1));
            }
        }
    }

    /// <summary>Nodes of equal value stand by their ids, which is the default order of all but entities.</summary>
    public override bool TryWrite(Execution run, ConnectionWriter connection)
    {
        if (comparison != Comparison.Equal || kind.Type.IsEntity)
        {
            return false;
        }

        var (from, to) = Range(run, comparison, run.Parameters[value]);
        connection.WritePage(run, null, new IndexRange(run.Graph.Indexes[kind.Ordinal][_place], from, to), isFiltered: false);
        return true;
    }

    public override string ToString() => $"{comparison} on the sorted index of {kind.Label}.{property}";

    private IEnumerable<(int From, int To)> Ranges(Execution run)
    {
        var wanted = run.Parameters[value];
        return comparison == Comparison.In
            ? (wanted as IReadOnlyList<object?> ?? []).Distinct().Select(one => Range(run, Comparison.Equal, one))
            : [Range(run, comparison, wanted)];
    }

    private (int From, int To) Range(Execution run, Comparison by, object? wanted)
    {
        var index = run.Graph.Indexes[kind.Ordinal][_place];
        var from = by is Comparison.Less or Comparison.AtMost
            ? 0
            : IndexSearch.CountBefore(index, wanted, andThere: by == Comparison.Greater);
        var to = by switch
        {
            Comparison.Greater or Comparison.AtLeast => index.Count,
            Comparison.StartsWith => IndexSearch.CountBefore(index, wanted + Last.ToString(), andThere: true),
            _ => IndexSearch.CountBefore(index, wanted, andThere: by is Comparison.Equal or Comparison.AtMost),
        };
        return (from, Math.Max(from, to));
    }
}

/// <summary>By name or alias.</summary>
internal sealed class NameNarrowing(ulong labels, Slot value) : Narrowing
{
    public override int Estimate(Execution run) => Nodes(run).Count;

    public override void Push(Execution run)
    {
        foreach (var index in Nodes(run))
        {
            run.Rows.Push(new Row(index, -1, -1));
        }
    }

    public override string ToString() => "name index";

    private HashSet<int> Nodes(Execution run)
    {
        var nodes = new HashSet<int>();
        var wanted = run.Parameters[value];
        foreach (var name in wanted as IReadOnlyList<object?> ?? [wanted])
        {
            foreach (var index in name is string text ? run.Graph.Registry.Names.Candidates(text) : [])
            {
                if (run.Graph.Nodes[index] is { } node && (node.Kind.Bit & labels) != 0)
                {
                    nodes.Add(index);
                }
            }
        }

        return nodes;
    }
}

/// <summary>By id.</summary>
internal sealed class IdNarrowing(ulong labels, Slot value) : Narrowing
{
    public override int Estimate(Execution run) => run.Parameters[value] is IReadOnlyList<object?> list ? list.Count : 1;

    public override void Push(Execution run)
    {
        var wanted = run.Parameters[value];
        foreach (var id in (wanted as IReadOnlyList<object?> ?? [wanted]).Distinct())
        {
            if (run.Graph.Find(id as string) is { } node && (node.Kind.Bit & labels) != 0)
            {
                run.Rows.Push(new Row(node.Head.Index, -1, -1));
            }
        }
    }

    public override string ToString() => "id";
}

/// <summary>From the few nodes that fit at the other end of a relation, back over it.</summary>
internal sealed class RelationNarrowing(NodeKind kind, StepPlan step, Narrowing ends) : Narrowing
{
    public override int Estimate(Execution run)
    {
        var start = run.Rows.Count;
        ends.Push(run);
        var count = 0;
        foreach (var end in run.Rows.From(start))
        {
            foreach (var slot in step.Slots)
            {
                count += run.Graph.Node(end.Node).In(slot ^ 1).Count;
            }
        }

        run.Rows.CutTo(start);
        return count;
    }

    public override void Push(Execution run)
    {
        var start = run.Rows.Count;
        ends.Push(run);
        var reached = new HashSet<int>();
        foreach (var end in run.Rows.From(start))
        {
            Reach(run, run.Graph.Node(end.Node), reached);
        }

        run.Rows.CutTo(start);
        foreach (var node in reached)
        {
            run.Rows.Push(new Row(node, -1, -1));
        }
    }

    /// <summary>
    /// The neighbours of one node over one relation are in the default order; a relation with key properties may name one of them twice.
    /// </summary>
    public override bool TryWrite(Execution run, ConnectionWriter connection)
    {
        var start = run.Rows.Count;
        ends.Push(run);
        var end = run.Rows.Count == start + 1 ? run.Graph.Node(run.Rows[start].Node) : null;
        run.Rows.CutTo(start);
        if (end is null || step.Slots is not [var slot] || step.Relations.Any(relation => relation.Type.Key.Count > 0))
        {
            return false;
        }

        connection.WritePage(run, null, new ReachedRows(end.In(slot ^ 1), kind), isFiltered: false);
        return true;
    }

    public override string ToString() => $"{string.Join(", ", step.Relations.Select(relation => relation.Type.Name))} back from {ends}";

    private void Reach(Execution run, Node end, HashSet<int> reached)
    {
        foreach (var slot in step.Slots)
        {
            var list = end.In(slot ^ 1);
            for (var block = 0; block < list.BlockCount; block++)
            {
                foreach (var neighbour in list.Block(block))
                {
                    run.Tick();
                    if (run.Graph.Registry.Heads[neighbour.Node].Kind == kind)
                    {
                        reached.Add(neighbour.Node);
                    }
                }
            }
        }
    }
}
