using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>A node that a batch touches: its tally as it was, and as the batch leaves it.</summary>
internal sealed class NodeChange(NodeType type, string id)
{
    private readonly List<(NodeFact Fact, int Sign)> facts = [];

    public NodeType Type => type;

    public string Id => id;

    public Tally Tally { get; private set; } = new();

    /// <summary>True where the graph has the node already.</summary>
    public bool IsKnown { get; private set; }

    public bool IsGone => Tally.Documents == 0;

    /// <summary>Notes what a document says, or (−1) does not say any more.</summary>
    public void Add(NodeFact fact, int sign) => facts.Add((fact, sign));

    public void Know(Tally tally) => (Tally, IsKnown) = (tally, true);

    /// <summary>Counts the facts, once the tally is known.</summary>
    public void Settle()
    {
        foreach (var (fact, sign) in facts)
        {
            Tally.Count(type.Properties, fact.Values, fact.Aliases, sign);
            Tally.Evidence += sign * fact.Evidence.Count;
        }
    }

    public void Write(Utf8JsonWriter writer, ITextFolding folding)
    {
        writer.WriteString("id", id);
        foreach (var property in type.Properties)
        {
            if (Tally.Winner(property.Name) is { } value)
            {
                NeoValues.WriteProperty(writer, property, value);
            }
        }

        WriteNames(writer, folding);
        writer.WriteNumber(GraphNames.Documents, Tally.Documents);
        writer.WriteNumber(GraphNames.Evidence, Tally.Evidence);
        writer.WriteString(Tally.Property, Tally.ToString());
    }

    private void WriteNames(Utf8JsonWriter writer, ITextFolding folding)
    {
        if (type.IsEntity)
        {
            WriteList(writer, "aliases", [.. Tally.Aliases.Keys]);
        }

        if (Tally.Winner("name") is { Text: { } name })
        {
            WriteList(writer, GraphNames.Folded, [.. Tally.Aliases.Keys.Prepend(name).Select(NameFolding.Fold).Distinct()]);
        }

        if (SearchTexts.Has(type))
        {
            NeoValues.WriteTexts(writer, GraphNames.Searched, SearchTexts.Of(property => Tally.Winner(property)?.Text, [.. Tally.Aliases.Keys], folding));
        }
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IReadOnlyList<string> texts)
    {
        NeoValues.WriteTexts(writer, name, texts);
        NeoValues.WriteOrder(writer, name, texts);
    }
}
