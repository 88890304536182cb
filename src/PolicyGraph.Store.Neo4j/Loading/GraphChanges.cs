using PolicyGraph.Store.Facts;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>What a batch of documents adds to the graph and takes from it, by node and by edge.</summary>
internal sealed class GraphChanges
{
    private readonly Dictionary<string, NodeChange> _nodes = [];
    private readonly Dictionary<EdgeKey, EdgeChange> _edges = [];
    private IReadOnlyList<NodeChange>? _sortedNodes;
    private IReadOnlyList<EdgeChange>? _sortedEdges;

    /// <summary>In the order of their ids: writers that lock in one order do not deadlock. Taken once all documents are added.</summary>
    public IReadOnlyList<NodeChange> Nodes => _sortedNodes ??= [.. _nodes.Values.OrderBy(node => node.Id, StringComparer.Ordinal)];

    /// <inheritdoc cref="Nodes"/>
    public IReadOnlyList<EdgeChange> Edges =>
        _sortedEdges ??= [
            .. _edges
                .Values.OrderBy(edge => edge.Key.From, StringComparer.Ordinal)
                .ThenBy(edge => edge.Key.To, StringComparer.Ordinal)
                .ThenBy(edge => edge.Key.Key, StringComparer.Ordinal),
        ];

    /// <param name="text">The document's text, which quotes are read from.</param>
    /// <param name="sign">1 to add, −1 to take away.</param>
    public void Add(DocumentFacts facts, string? text, int sign)
    {
        var paper = facts.Document.ToString();
        var mine = facts.Nodes.Select(fact => Node(fact, sign)).ToArray();
        foreach (var fact in facts.Edges)
        {
            var evidence =
                fact.Type.IsFact ? fact.Evidence
                : facts.Nodes[fact.To].Type.Label == Labels.Document ? facts.Nodes[fact.From].Evidence
                : [];
            Edge(fact, mine[fact.From], mine[fact.To]).Add(paper, fact, evidence, text, sign);
        }
    }

    /// <summary>Counts all facts, once the tallies are known.</summary>
    public void Settle()
    {
        foreach (var node in _nodes.Values)
        {
            node.Settle();
        }

        foreach (var edge in _edges.Values)
        {
            edge.Settle();
        }
    }

    private NodeChange Node(NodeFact fact, int sign)
    {
        var id = fact.Id.ToString();
        if (!_nodes.TryGetValue(id, out var node))
        {
            _nodes.Add(id, node = new NodeChange(fact.Type, id));
        }

        node.Add(fact, sign);
        return node;
    }

    private EdgeChange Edge(EdgeFact fact, NodeChange from, NodeChange to)
    {
        var key = new EdgeKey(fact.Type.Name, from.Id, to.Id, KeyOf(fact));
        if (!_edges.TryGetValue(key, out var edge))
        {
            _edges.Add(key, edge = new EdgeChange(fact.Type, key, from, to));
        }

        return edge;
    }

    private static string KeyOf(EdgeFact fact)
    {
        var names = fact.Type.Properties.Select(property => property.Name).ToList();
        return string.Join('\n', fact.Type.Key.Select(name => fact.Values[names.IndexOf(name)]?.ToString()));
    }
}
