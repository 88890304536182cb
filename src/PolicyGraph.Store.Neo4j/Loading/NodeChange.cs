using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>A node that a batch touches: what it was, and what the batch leaves it as.</summary>
internal sealed class NodeChange(NodeType type, string id)
{
    private readonly List<(NodeFact Fact, int Sign)> _facts = [];
    private Tally? _tally;
    private Merged _before = Merged.None;

    public NodeType Type => type;

    public string Id => id;

    public Merged Merged { get; private set; } = Merged.None;

    /// <summary>True where the graph has the node already.</summary>
    public bool IsKnown => _tally is not null;

    public bool IsGone => Merged.Documents == 0;

    /// <summary>True where the graph has it and only other counts come to it.</summary>
    public bool IsOnlyCounted => IsKnown && Merged.SaysTheSame(_before);

    /// <summary>True where a text of it is not ordered by itself.</summary>
    public bool HasOrders =>
        Merged.Values.Any(value => value is { Text: { } text } && CodeUnitOrder.IsNeeded(text))
        || Merged.Aliases.Any(CodeUnitOrder.IsNeeded);

    /// <summary>Notes what a document says, or (−1) does not say any more.</summary>
    public void Add(NodeFact fact, int sign) => _facts.Add((fact, sign));

    public void Know(Tally known) => (_tally, _before) = (known, known.Merge(type.Properties, tellsDocuments: true));

    /// <summary>Counts the facts, once it is known what the graph has.</summary>
    public void Settle()
    {
        if (_facts is [(var only, > 0)] && _tally is null && Merged.Of(only.Values, only.Aliases, only.Evidence.Count) is { } single)
        {
            Merged = single;
            return;
        }

        var counted = _tally ?? new Tally();
        foreach (var (fact, sign) in _facts)
        {
            counted.Count(type.Properties, fact.Values, fact.Aliases, sign);
            counted.Evidence += sign * fact.Evidence.Count;
        }

        Merged = counted.Merge(type.Properties, tellsDocuments: true);
    }
}
