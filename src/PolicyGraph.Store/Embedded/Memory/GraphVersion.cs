using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>The graph as it was after one write: never changes, so that a query reads it without waiting for anybody.</summary>
internal sealed record GraphVersion(GraphRegistry Registry)
{
    public Kinds Kinds => Registry.Kinds;

    public BlockTable<Node> Nodes { get; init; } = BlockTable<Node>.Empty;

    public BlockTable<Edge> Edges { get; init; } = BlockTable<Edge>.Empty;

    /// <summary>The nodes of each label in the default order, by <see cref="NodeKind.Ordinal"/>.</summary>
    public OrderedList<int>[] Labels { get; init; } = new OrderedList<int>[Registry.Kinds.Nodes.Length];

    /// <summary>
    /// The nodes of each label by each indexed property: by <see cref="NodeKind.Ordinal"/>, then by the property's place.
    /// </summary>
    public OrderedList<IndexEntry>[][] Indexes { get; init; } =
    [.. Registry.Kinds.Nodes.Select(kind => new OrderedList<IndexEntry>[kind.Type.Properties.Count])];

    /// <summary>How many texts the search index had when this version was made; those after them are of later ones.</summary>
    public int Texts { get; init; }

    /// <summary>How many edges of each type, by <see cref="EdgeKind.Ordinal"/>.</summary>
    public long[] EdgeCounts { get; init; } = new long[Registry.Kinds.Edges.Length];

    /// <summary>The node of an id's text, or null.</summary>
    public Node? Find(string? id) =>
        id is not null
        && NodeId.TryParse(id, out var prefix, out var hash)
        && Registry.Ids.TryGet(hash, out var index)
        && Nodes[index] is { } node
        && prefix.SequenceEqual(node.Kind.Prefix)
            ? node
            : null;

    /// <summary>The node of an index that this version lists.</summary>
    public Node Node(int index) => Nodes[index]!; // Lists of a version hold only its own nodes.
}

/// <summary>One node in a sorted property index; those without a value stand last.</summary>
/// <param name="Id">The node's, beside its index so that ordering need not look for it.</param>
internal readonly record struct IndexEntry(Value? Value, ulong Id, int Node)
{
    public static IndexEntry Of(Value? value, NodeHead head) => new(value, head.Id, head.Index);
}

/// <summary>By value, then by id: an index holds the nodes of one label.</summary>
internal readonly struct IndexOrder : IComparer<IndexEntry>
{
    public int Compare(IndexEntry x, IndexEntry y)
    {
        var byValue =
            ReferenceEquals(x.Value, y.Value) ? 0
            : x.Value is null ? 1
            : y.Value is null ? -1
            : x.Value.CompareTo(y.Value);
        return byValue != 0 ? byValue : x.Id.CompareTo(y.Id);
    }
}

/// <summary>The default order of nodes.</summary>
internal sealed class HeadOrder(AppendTable<NodeHead> heads) : IComparer<int>
{
    public int Compare(int x, int y) => NodeHead.Compare(heads[x], heads[y]);
}
