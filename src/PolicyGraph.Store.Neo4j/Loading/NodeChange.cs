using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>A node that a batch touches: its tally as it was, and as the batch leaves it.</summary>
internal sealed class NodeChange(NodeType type, NodeId id)
{
    public NodeType Type { get; } = type;

    public string Id { get; } = id.ToString();

    public Tally Tally { get; set; } = new();

    /// <summary>What documents of the batch say, counted after the tally is known.</summary>
    public List<(NodeFact Fact, int Sign)> Facts { get; } = [];

    public void Settle()
    {
        foreach (var (fact, sign) in Facts)
        {
            Tally.Count(Type.Properties, fact.Values, fact.Aliases, sign);
        }
    }
}

/// <summary>What makes an edge one: its type, its ends, and its key properties joined.</summary>
internal readonly record struct EdgeKey(string Type, string From, string To, string Key);

/// <summary>An edge that a batch touches.</summary>
internal sealed class EdgeChange(EdgeType type, EdgeKey key)
{
    public EdgeType Type { get; } = type;

    public EdgeKey Key { get; } = key;

    public Tally Tally { get; set; } = new();

    public List<(string Document, EdgeFact Fact, int Sign)> Facts { get; } = [];

    public void Settle()
    {
        foreach (var (_, fact, sign) in Facts)
        {
            Tally.Count(Type.Properties, fact.Values, [], sign);
        }
    }
}
