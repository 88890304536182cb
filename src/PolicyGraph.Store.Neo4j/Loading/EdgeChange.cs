using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>What makes an edge one: its type, its ends, and its key properties joined.</summary>
internal readonly record struct EdgeKey(string Type, string From, string To, string Key);

/// <summary>An edge that a batch touches.</summary>
internal sealed class EdgeChange(EdgeType type, EdgeKey key, NodeChange from, NodeChange to)
{
    private readonly List<(string Paper, EdgeFact Fact, IReadOnlyList<EvidenceFact> Evidence, string? Text, int Sign)> _facts = [];
    private Tally? _tally;

    public EdgeType Type => type;

    public EdgeKey Key => key;

    public NodeChange From => from;

    public NodeChange To => to;

    public Merged Merged { get; private set; } = Merged.None;

    public EvidenceRows Evidence { get; private set; } = new();

    public bool IsKnown => _tally is not null;

    public bool IsGone => Merged.Documents == 0;

    /// <summary>True where it keeps its evidence: facts, and ties to documents.</summary>
    public bool HasEvidence => type.IsFact || to.Type.Label == Labels.Document;

    /// <summary>Notes what a document says, or (−1) does not say any more.</summary>
    /// <param name="evidence">Of a tie to the document: what the other end has in it.</param>
    public void Add(string paper, EdgeFact fact, IReadOnlyList<EvidenceFact> evidence, string? text, int sign) =>
        _facts.Add((paper, fact, evidence, text, sign));

    public void Know(Tally known, EvidenceRows evidence) => (_tally, Evidence) = (known, evidence);

    /// <summary>Counts the facts, once it is known what the graph has.</summary>
    public void Settle()
    {
        if (_facts is [(_, var only, _, _, > 0)] && _tally is null && Merged.Of(only.Values, [], 0) is { } single)
        {
            Merged = single;
            Evidence.Add(_facts[0].Paper, _facts[0].Evidence, _facts[0].Text);
            return;
        }

        var counted = _tally ?? new Tally();
        foreach (var (paper, fact, evidence, text, sign) in _facts)
        {
            counted.Count(type.Properties, fact.Values, [], sign);
            Evidence.Remove(paper);
            if (sign > 0)
            {
                Evidence.Add(paper, evidence, text);
            }
        }

        Merged = counted.Merge(type.Properties, tellsDocuments: HasEvidence);
    }
}
