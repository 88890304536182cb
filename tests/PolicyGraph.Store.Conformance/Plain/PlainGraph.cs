using PolicyGraph.Model;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Conformance.Plain;

/// <summary>
/// The graph that some documents make, worked out anew from all of them in the plainest way: what a store's answers are held against.
/// </summary>
public sealed class PlainGraph
{
    private readonly Dictionary<string, PlainNode> _nodes = [];
    private readonly Dictionary<string, PlainEdge> _edges = [];

    /// <param name="documents">The documents in force, each once, with where they came from.</param>
    public PlainGraph(GraphModel model, IEnumerable<(DocumentRecord Record, IReadOnlyList<string> Sources)> documents)
    {
        var mapper = new FactMapper(model);
        foreach (var (record, sources) in documents)
        {
            Add(mapper.Map(record), record, sources);
        }

        foreach (var node in _nodes.Values)
        {
            node.Merge();
        }

        foreach (var edge in _edges.Values)
        {
            edge.Merge();
        }
    }

    public IEnumerable<PlainNode> Nodes => _nodes.Values;

    public IEnumerable<PlainEdge> Edges => _edges.Values;

    public PlainNode? Find(string? id) => id is null ? null : _nodes.GetValueOrDefault(id);

    private void Add(DocumentFacts facts, DocumentRecord record, IReadOnlyList<string> sources)
    {
        var mine = facts.Nodes.Select(fact => Node(fact)).ToList();
        foreach (var (node, fact) in mine.Zip(facts.Nodes))
        {
            node.Add(mine[0].Id, fact.Values, fact.Aliases, fact.Evidence);
        }

        (mine[0].Record, mine[0].Sources) = (record, sources);
        foreach (var fact in facts.Edges)
        {
            var edge = Edge(fact, mine[fact.From], mine[fact.To]);
            edge.Add(mine[0].Id, fact.Values, [], fact.Evidence);
        }
    }

    private PlainNode Node(NodeFact fact)
    {
        var id = fact.Id.ToString();
        return _nodes.TryGetValue(id, out var node) ? node : _nodes[id] = new PlainNode(id, fact.Type);
    }

    private PlainEdge Edge(EdgeFact fact, PlainNode from, PlainNode to)
    {
        var places = fact.Type.Properties.Select(property => property.Name).ToList();
        var key = string.Join('\n', fact.Type.Key.Select(name => fact.Values[places.IndexOf(name)]?.ToString()));
        var identity = $"{fact.Type.Name} {from.Id} {to.Id} {key}";
        if (!_edges.TryGetValue(identity, out var edge))
        {
            _edges[identity] = edge = new PlainEdge(fact.Type, from, to, key);
            from.Edges.Add(edge);
            if (to != from)
            {
                to.Edges.Add(edge);
            }
        }

        return edge;
    }
}
