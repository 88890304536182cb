using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>
/// Nodes of the same label that share a neighbour, with the same values of some properties and other values of others; by id.
/// </summary>
internal sealed class PeersWriter(
    StepPlan through,
    Reader<NodeRow>[] same,
    Reader<NodeRow>[] different,
    Slot first,
    ShapeWriter<NodeRow> shape
) : Operator<NodeRow>
{
    public override void Write(Execution run, in NodeRow row)
    {
        var peers = new SortedDictionary<ulong, Node>();
        foreach (var slot in through.Slots)
        {
            var list = row.Node.In(slot);
            for (var i = 0; i < list.Count; i++)
            {
                if (through.Counts(run, row.Node, slot, list[i]))
                {
                    Collect(run, row.Node, run.Graph.Node(list[i].Node), slot ^ 1, peers);
                }
            }
        }

        var most = (int)Math.Min(run.Parameters.Integer(first) ?? int.MaxValue, int.MaxValue);
        Lists.Write(run, [.. peers.Values.Take(most)], shape, static peer => new NodeRow(peer));
    }

    private void Collect(Execution run, Node node, Node shared, int slot, SortedDictionary<ulong, Node> peers)
    {
        var list = shared.In(slot);
        for (var block = 0; block < list.BlockCount; block++)
        {
            foreach (var neighbour in list.Block(block))
            {
                run.Tick();
                var other = run.Graph.Node(neighbour.Node);
                if (other != node && other.Kind == node.Kind && IsPeer(run, node, other))
                {
                    peers[other.Head.Id] = other;
                }
            }
        }
    }

    private bool IsPeer(Execution run, Node node, Node other)
    {
        foreach (var reader in same)
        {
            if (!Equals(reader.Read(run, new NodeRow(node)), reader.Read(run, new NodeRow(other))))
            {
                return false;
            }
        }

        foreach (var reader in different)
        {
            if (Equals(reader.Read(run, new NodeRow(node)), reader.Read(run, new NodeRow(other))))
            {
                return false;
            }
        }

        return true;
    }
}
