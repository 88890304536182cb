using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>A relation to follow: which of a node's lists, and which labels count at the other end.</summary>
internal sealed class StepPlan
{
    public StepPlan(Kinds kinds, Step step)
    {
        var relations = step.Types.Count == 0 ? kinds.Edges.Where(kind => kind.Type.IsFact) : step.Types.Select(kinds.Relation);
        Relations = [.. relations];
        Slots = [.. Relations.SelectMany(kind => SlotsOf(kind, step.Direction))];
        Targets = kinds.Mask(step.Target);
        IsBoth = step.Direction == Direction.Both;
    }

    public EdgeKind[] Relations { get; }

    public int[] Slots { get; }

    /// <summary>Bits of the labels that count.</summary>
    public ulong Targets { get; }

    /// <summary>True where edges are followed either way, so that one from a node to itself would be met twice.</summary>
    public bool IsBoth { get; }

    /// <summary>Puts the rows on the stack, list by list.</summary>
    public void Push(Execution run, Node node)
    {
        foreach (var slot in Slots)
        {
            var list = node.In(slot);
            for (var block = 0; block < list.BlockCount; block++)
            {
                foreach (var neighbour in list.Block(block))
                {
                    if (Counts(run, node, slot, neighbour))
                    {
                        run.Rows.Push(new Row(neighbour.Node, neighbour.Edge, slot));
                    }
                }
            }
        }
    }

    /// <summary>How many neighbours there are.</summary>
    public int Count(Execution run, Node node)
    {
        var count = 0;
        foreach (var slot in Slots)
        {
            var list = node.In(slot);
            count += !IsBoth && run.Graph.Registry.LeadsOnlyTo(slot, Targets) ? list.Count : CountOf(run, node, slot, list);
        }

        return count;
    }

    /// <summary>True where a neighbour is of a label that counts and was not met in the other direction already.</summary>
    public bool Counts(Execution run, Node node, int slot, Neighbour neighbour) =>
        (run.Graph.Registry.Heads[neighbour.Node].Kind.Bit & Targets) != 0
        && !(IsBoth && (slot & 1) != 0 && neighbour.Node == node.Head.Index);

    private int CountOf(Execution run, Node node, int slot, Collections.OrderedList<Neighbour> list)
    {
        var count = 0;
        for (var block = 0; block < list.BlockCount; block++)
        {
            foreach (var neighbour in list.Block(block))
            {
                count += Counts(run, node, slot, neighbour) ? 1 : 0;
            }
        }

        return count;
    }

    private static int[] SlotsOf(EdgeKind kind, Direction direction) =>
        direction switch
        {
            Direction.Out => [kind.Outgoing],
            Direction.In => [kind.Incoming],
            _ => [kind.Outgoing, kind.Incoming],
        };
}
