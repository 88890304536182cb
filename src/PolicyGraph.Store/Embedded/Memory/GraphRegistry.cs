using PolicyGraph.Store.Embedded.Collections;
using PolicyGraph.Store.Embedded.Searching;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>
/// What all versions of the graph share because it never changes: who has which index. Written by the one writer, read by any.
/// </summary>
internal sealed class GraphRegistry(Kinds kinds, FactMapper mapper, ITextFolding folding)
{
    /// <summary>Bits of the labels that ever stood at the other end of each of a node's lists: never fewer than now do.</summary>
    private readonly ulong[] _ends = new ulong[kinds.Edges.Length * 2];

    public Kinds Kinds => kinds;

    public FactMapper Mapper => mapper;

    public AppendTable<NodeHead> Heads { get; } = new();

    public AppendTable<EdgeHead> EdgeHeads { get; } = new();

    public IdMap Ids { get; } = new();

    public NameIndex Names { get; } = new();

    public SearchIndex Search { get; } = new(folding);

    public QuoteIndex Quotes { get; } = new(mapper, folding);

    /// <summary>True where a list of a node holds no other labels at the other end than these, in any version so far.</summary>
    public bool LeadsOnlyTo(int slot, ulong labels) => (Volatile.Read(ref _ends[slot]) & ~labels) == 0;

    public void NoteEnds(EdgeKind kind, NodeHead from, NodeHead to)
    {
        _ends[kind.Outgoing] |= to.Kind.Bit;
        _ends[kind.Incoming] |= from.Kind.Bit;
    }

    /// <summary>The head of a node, made where it is new.</summary>
    /// <param name="values">What a document says of it; none of a document itself.</param>
    public NodeHead Head(NodeKind kind, ulong id, Value?[]? values)
    {
        if (Ids.TryGet(id, out var index))
        {
            return Heads[index];
        }

        var head = new NodeHead(
            Heads.Count,
            kind,
            id,
            values is null ? null : kind.TextIn(values),
            values is null ? 0 : kind.DayIn(values)
        );
        Ids.Add(id, Heads.Add(head));
        return head;
    }

    public EdgeHead EdgeHead(EdgeKind kind, int from, int to, string key)
    {
        var head = new EdgeHead(EdgeHeads.Count, kind, from, to, key);
        EdgeHeads.Add(head);
        return head;
    }
}
