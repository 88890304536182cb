using PolicyGraph.Store.Embedded.Journal;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Embedded.Loading;

/// <summary>
/// Gathers what documents say and makes the first version of a graph of it, every node, edge and list once. The same graph as taking the
/// documents in one by one (<see cref="GraphBuilder"/>) would make, without the versions between.
/// </summary>
internal sealed class GraphLoader(GraphVersion empty)
{
    private readonly GraphRegistry _registry = empty.Registry;
    private readonly SupportTable _nodes = new();
    private readonly SupportTable _edges = new();
    private readonly Dictionary<(EdgeKind Kind, int From, int To, string Key), int> _edgeIndexes = [];
    private readonly Dictionary<int, DocumentEntry> _entries = [];
    private readonly LinkTable _links = new(empty.Registry.EdgeHeads);

    /// <summary>Numbers the nodes of all documents, so that what they say can lead to them.</summary>
    /// <param name="documents">In the order of their ids.</param>
    public NodeHead[] Number(StoredDocument[] documents)
    {
        var kind = _registry.Kinds.Label(Labels.Document);
        return Array.ConvertAll(documents, document => _registry.Head(kind, document.Id, null));
    }

    /// <summary>Takes in what a document says; documents come in the order of their ids.</summary>
    public void Add(SaidDocument document)
    {
        var heads = new NodeHead[document.Nodes.Length];
        for (var i = 0; i < heads.Length; i++)
        {
            var node = document.Nodes[i];
            heads[i] = _registry.Head(node.Kind, node.Id, node.Said.Values);
            _nodes.Add(heads[i].Index, node.Said);
        }

        _entries[heads[0].Index] = document.Entry;
        foreach (var edge in document.Edges)
        {
            Add(edge, heads[edge.From], heads[edge.To]);
        }
    }

    /// <summary>The graph of all that was taken in.</summary>
    public GraphVersion Build()
    {
        var (ranks, grouped) = (default(NodeRanks)!, default(GroupedLinks)!); // Made in the next line.
        Parallel.Invoke(() => ranks = new NodeRanks(_registry), () => grouped = _links.Group(_registry.Heads.Count));
        var sorted = grouped.Sorted(ranks.Order);
        var made = new Node[_registry.Heads.Count];
        Parallel.For(0, made.Length, index => made[index] = Node(_registry.Heads[index], sorted));
        var madeEdges = new Edge[_registry.EdgeHeads.Count];
        Parallel.For(0, madeEdges.Length, index => madeEdges[index] = Edge(_registry.EdgeHeads[index]));
        return new ListLoader(_registry, ranks, made).In(
            empty with
            {
                Nodes = empty.Nodes.With(made.Index()!, made.Length), // None is null.
                Edges = empty.Edges.With(madeEdges.Index()!, madeEdges.Length),
            }
        );
    }

    private void Add(SaidEdge edge, NodeHead from, NodeHead to)
    {
        if (edge.Said is null)
        {
            _registry.NoteEnds(edge.Kind, from, to);
            _links.Add(edge.Kind, from.Index, to.Index, -1);
            return;
        }

        var identity = (edge.Kind, from.Index, to.Index, edge.Key);
        if (!_edgeIndexes.TryGetValue(identity, out var index))
        {
            _registry.NoteEnds(edge.Kind, from, to);
            index = _registry.EdgeHead(edge.Kind, from.Index, to.Index, edge.Key).Index;
            _edgeIndexes.Add(identity, index);
            _links.Add(edge.Kind, from.Index, to.Index, index);
        }

        _edges.Add(index, edge.Said);
    }

    private Node Node(NodeHead head, NodeLinks sorted)
    {
        var support = _nodes.Of(head.Index);
        var document = _entries.GetValueOrDefault(head.Index);
        return new Node(head, Merging.NodeValues(head, support, document), support, sorted.Of(head.Index), document);
    }

    private Edge Edge(EdgeHead head)
    {
        var support = _edges.Of(head.Index);
        return new Edge(head, Merging.Values(support), support);
    }
}
