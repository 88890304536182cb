using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>Finds an edge by what makes it one.</summary>
internal static class EdgeLookup
{
    /// <summary>What tells a fact's edge from others between the same nodes.</summary>
    public static string KeyOf(EdgeKind kind, EdgeFact fact) =>
        kind.Type.Key.Count == 0 ? "" : string.Join('\n', kind.Type.Key.Select(name => fact.Values[kind.Properties[name]]?.ToString()));

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
