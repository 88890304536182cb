using PolicyGraph.Model;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Facts;

/// <summary>
/// Gathers one document's nodes and edges, each once: what several rows say of the same node or edge is joined, the first value of a
/// property standing.
/// </summary>
internal sealed class FactCollector(GraphModel model, NodeIds ids, DocumentRecord record)
{
    private const int NodesOfStatistic = 2;
    private const int TiesOfStatistic = 3;

    private readonly List<NodeDraft> _nodes = [];
    private readonly Dictionary<NodeId, int> _indexes = new(1 + record.Entities.Count + (record.Statistics.Count * NodesOfStatistic));
    private readonly List<EdgeDraft> _edges = [];
    private readonly Dictionary<(EdgeType Type, int From, int To, string Key), EdgeDraft> _edgesByKey = new(record.Relations.Count);
    private readonly HashSet<(EdgeType Type, int From, int To)> _ties = new(
        record.Entities.Count + (record.Statistics.Count * TiesOfStatistic)
    );

    public NodeIds Ids => ids;

    /// <summary>The node of <paramref name="id"/>, new or known, and its index.</summary>
    public NodeDraft Node(NodeId id, out int index)
    {
        if (_indexes.TryGetValue(id, out index))
        {
            return _nodes[index];
        }

        index = _nodes.Count;
        _indexes.Add(id, index);
        var draft = new NodeDraft(model.NodeTypes[id.Label], id);
        _nodes.Add(draft);
        return draft;
    }

    public NodeId Id(int index) => _nodes[index].Id;

    /// <summary>
    /// The edge of <paramref name="name"/> between two nodes; of a symmetric type the ends are put in the order of their ids.
    /// </summary>
    public EdgeDraft Edge(string name, int from, int to, Func<string, PropertyValue?> fields)
    {
        var type = model.EdgeTypes[name];
        if (type.IsSymmetric && string.CompareOrdinal(Id(from).ToString(), Id(to).ToString()) > 0)
        {
            (from, to) = (to, from);
        }

        var values = Values(type, fields);
        var key = type.Key.Count == 0 ? "" : string.Join('\n', type.Key.Select(name => values[IndexOf(type, name)]?.ToString()));
        if (_edgesByKey.TryGetValue((type, from, to, key), out var known))
        {
            known.Fill(values);
            return known;
        }

        var draft = new EdgeDraft(type, from, to, values);
        _edgesByKey.Add((type, from, to, key), draft);
        _edges.Add(draft);
        return draft;
    }

    /// <summary>An edge without properties or evidence of its own; nothing where the model does not have it.</summary>
    public void Tie(string name, int from, int to)
    {
        if (model.EdgeTypes.TryGetValue(name, out var type) && _ties.Add((type, from, to)))
        {
            _edges.Add(new EdgeDraft(type, from, to, []));
        }
    }

    public bool Has(string label) => model.NodeTypes.ContainsKey(label);

    public DocumentFacts Facts(NodeId document, IReadOnlyList<ArticleRecord> articles) =>
        new(document, articles, _nodes.ConvertAll(node => node.Fact()), _edges.ConvertAll(edge => edge.Fact()));

    private static PropertyValue?[] Values(EdgeType type, Func<string, PropertyValue?> fields)
    {
        var values = type.Properties.Count == 0 ? [] : new PropertyValue?[type.Properties.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = PropertyReading.Read(type.Properties[i], fields);
        }

        return values;
    }

    private static int IndexOf(EdgeType type, string property)
    {
        for (var i = 0; i < type.Properties.Count; i++)
        {
            if (type.Properties[i].Name == property)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The key {property} of {type.Name} is none of its properties.");
    }
}
