using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>What of a node never changes, in whatever version of the graph.</summary>
/// <param name="Index">Its place in the node table, given once and never to another.</param>
/// <param name="Id">The 64 bits of its <see cref="NodeId"/>.</param>
/// <param name="Name">The name that entities are ordered by; null for other nodes.</param>
internal sealed record NodeHead(int Index, NodeKind Kind, ulong Id, string? Name)
{
    /// <summary>The id as text.</summary>
    public string IdText => new NodeId(Kind.Label, Id).ToString();

    /// <summary>The default order: by name and id for entities, by id for others, which come after them.</summary>
    public static int Compare(NodeHead left, NodeHead right)
    {
        if (ReferenceEquals(left, right))
        {
            return 0;
        }

        var byName = left.Name is null ? (right.Name is null ? 0 : 1)
            : right.Name is null ? -1
            : string.CompareOrdinal(left.Name, right.Name);
        return byName != 0 ? byName : CompareIds(left, right);
    }

    /// <summary>By the text of the ids.</summary>
    public static int CompareIds(NodeHead left, NodeHead right) =>
        ReferenceEquals(left.Kind, right.Kind) ? left.Id.CompareTo(right.Id) : string.CompareOrdinal(left.IdText, right.IdText);
}
