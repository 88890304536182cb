using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>What makes an edge one: its type, its ends, and its key properties joined.</summary>
internal readonly record struct EdgeKey(string Type, string From, string To, string Key);

/// <summary>An edge that a batch touches.</summary>
internal sealed class EdgeChange(EdgeType type, EdgeKey key, NodeChange from, NodeChange to)
{
    private readonly List<(string Paper, EdgeFact Fact, IReadOnlyList<EvidenceFact> Evidence, string? Text, int Sign)> facts = [];

    public EdgeType Type => type;

    public EdgeKey Key => key;

    public NodeChange From => from;

    public NodeChange To => to;

    public Tally Tally { get; private set; } = new();

    public EvidenceRows Evidence { get; private set; } = new();

    public bool IsKnown { get; private set; }

    public bool IsGone => Tally.Documents == 0;

    /// <summary>Notes what a document says, or (−1) does not say any more.</summary>
    /// <param name="evidence">Of a tie to the document: what the other end has in it.</param>
    public void Add(string paper, EdgeFact fact, IReadOnlyList<EvidenceFact> evidence, string? text, int sign) => facts.Add((paper, fact, evidence, text, sign));

    public void Know(Tally tally, EvidenceRows evidence) => (Tally, Evidence, IsKnown) = (tally, evidence, true);

    /// <summary>Counts the facts, once tally and evidence are known.</summary>
    public void Settle()
    {
        foreach (var (paper, fact, evidence, text, sign) in facts)
        {
            Tally.Count(type.Properties, fact.Values, [], sign);
            Evidence.Remove(paper);
            if (sign > 0)
            {
                Evidence.Add(paper, evidence, text);
            }
        }
    }

    public void Write(Utf8JsonWriter writer, ITextFolding folding)
    {
        WriteOrders(writer, type, Tally, type.Key.Count > 0 ? key.Key : null);
        if (type.IsFact || to.Type.Label == Labels.Document)
        {
            writer.WriteNumber(GraphNames.Documents, Tally.Documents);
            writer.WriteNumber(GraphNames.Evidence, Evidence.Count);
            Evidence.Write(writer);
        }

        if (GraphNames.IsSaid(type))
        {
            Evidence.WriteSaid(writer, folding);
        }

        writer.WriteString(Tally.Property, Tally.ToString());
    }

    /// <summary>The properties that the model knows, and the key; each with the text to order it by, where that is another.</summary>
    public static void WriteOrders(Utf8JsonWriter writer, EdgeType type, Tally tally, string? key)
    {
        foreach (var property in type.Properties)
        {
            if (tally.Winner(property.Name) is { } value)
            {
                NeoValues.WriteProperty(writer, property, value);
            }
        }

        if (key is null)
        {
            return;
        }

        writer.WriteString(GraphNames.Key, key);
        if (CodeUnitOrder.Of(key) is var order && !ReferenceEquals(order, key))
        {
            writer.WriteString(GraphNames.Key + CodeUnitOrder.Suffix, order);
        }
    }
}
