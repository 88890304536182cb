using PolicyGraph.Store.Embedded.Collections;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>Finds an edge by what makes it one.</summary>
internal static class EdgeLookup
{
    public static Edge? Find(GraphVersion graph, (EdgeKind Kind, int From, int To, string Key) identity)
    {
        if (graph.Nodes[identity.From] is not { } from)
        {
            return null;
        }

        var heads = graph.Registry.Heads;
        var list = from.In(identity.Kind.Outgoing);
        for (var at = list.LowerBound(new NodeProbe(heads[identity.To], heads)); at < list.Count && list[at].Node == identity.To; at++)
        {
            if (graph.Edges[list[at].Edge] is { } edge && edge.Head.Key == identity.Key)
            {
                return edge;
            }
        }

        return null;
    }
}

/// <summary>The place before the first edge to a node.</summary>
internal readonly struct NodeProbe(NodeHead node, AppendTable<NodeHead> heads) : IProbe<Neighbour>
{
    public bool IsAfter(Neighbour item) => NodeHead.Compare(heads[item.Node], node) < 0;
}
