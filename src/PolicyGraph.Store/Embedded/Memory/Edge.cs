using PolicyGraph.Store.Embedded.Collections;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>A fact between two nodes in one version of the graph. Ties are no edges of their own: see <see cref="Neighbour"/>.</summary>
internal sealed class Edge(EdgeHead head, Value?[] values, OrderedList<Contribution> support) : Supported(values, support)
{
    public EdgeHead Head => head;
}

/// <summary>What of an edge never changes.</summary>
/// <param name="Index">Its place in the edge table.</param>
/// <param name="Key">The values of the type's key properties, which tell it from other edges of its type between the same nodes; mostly
/// empty.</param>
internal sealed record EdgeHead(int Index, EdgeKind Kind, int From, int To, string Key);
