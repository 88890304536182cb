using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Embedded.Memory;

/// <summary>
/// Gathers the changes of a batch of documents over one version of the graph and makes the next. Used by the one writer alone.
/// </summary>
internal sealed class GraphBuilder(GraphVersion before, ValuePool pool)
{
    private readonly Dictionary<int, NodeChange> _nodes = [];
    private readonly Dictionary<(EdgeKind Kind, int From, int To, string Key), EdgeChange> _edges = [];

    private GraphRegistry Registry => before.Registry;

    /// <summary>Adds what a document says.</summary>
    public void Add(DocumentFacts facts, DocumentEntry entry)
    {
        var document = Head(facts.Nodes[0], null);
        var heads = new NodeHead[facts.Nodes.Count];
        for (var i = 0; i < heads.Length; i++)
        {
            var said = pool.Said(document, facts.Nodes[i]);
            heads[i] = Head(facts.Nodes[i], said.Values);
            Node(heads[i]).Put(said);
        }

        Node(document).Document = entry;
        foreach (var fact in facts.Edges)
        {
            if (fact.Type.IsFact)
            {
                Edge(fact, heads).Put(pool.Said(heads[0], fact));
            }
            else
            {
                Tie(fact, heads, +1);
            }
        }
    }

    /// <summary>Takes away what a document said: the same facts that were added.</summary>
    public void Remove(DocumentFacts facts)
    {
        NodeHead[] heads = [.. facts.Nodes.Select(fact => Head(fact, null))]; // All are known.
        Registry.Quotes.Forget(heads[0].Index);
        foreach (var head in heads)
        {
            Node(head).Remove(heads[0]);
        }

        foreach (var fact in facts.Edges)
        {
            if (fact.Type.IsFact)
            {
                Edge(fact, heads).Remove(heads[0]);
            }
            else
            {
                Tie(fact, heads, -1);
            }
        }
    }

    /// <summary>Tells anew where a document came from.</summary>
    public void Resource(NodeId document, IReadOnlyList<string> sources)
    {
        var change = Node(Registry.Head(Registry.Kinds.Label(document.Label), document.Hash, null));
        change.Document = change.Document! with { Sources = sources }; // Only documents that are there get other sources.
    }

    /// <summary>The graph with all changes made.</summary>
    public GraphVersion Build() => new VersionBuilder(before, _nodes.Values, _edges.Values).Build(Node, new ListBuilder(before));

    private NodeHead Head(NodeFact fact, Value?[]? values) => Registry.Head(Registry.Kinds.Label(fact.Type.Label), fact.Id.Hash, values);

    private NodeChange Node(int index) => Node(Registry.Heads[index]);

    private NodeChange Node(NodeHead head)
    {
        if (!_nodes.TryGetValue(head.Index, out var change))
        {
            change = new NodeChange(head, before.Nodes[head.Index]);
            _nodes.Add(head.Index, change);
        }

        return change;
    }

    private EdgeChange Edge(EdgeFact fact, NodeHead[] heads)
    {
        var kind = Registry.Kinds.Relation(fact.Type.Name);
        var (from, to) = (heads[fact.From], heads[fact.To]);
        var key = EdgeLookup.KeyOf(kind, fact);
        var identity = (kind, from.Index, to.Index, key);
        if (!_edges.TryGetValue(identity, out var change))
        {
            var known = EdgeLookup.Find(before, identity);
            Registry.NoteEnds(kind, from, to);
            change = new EdgeChange(known?.Head ?? Registry.EdgeHead(kind, from.Index, to.Index, key), known);
            _edges.Add(identity, change);
        }

        return change;
    }

    private void Tie(EdgeFact fact, NodeHead[] heads, int delta)
    {
        var kind = Registry.Kinds.Relation(fact.Type.Name);
        var (from, to) = (heads[fact.From], heads[fact.To]);
        Registry.NoteEnds(kind, from, to);
        Node(from).Link(kind.Outgoing, to.Index, -1, delta);
        Node(to).Link(kind.Incoming, from.Index, -1, delta);
    }
}
