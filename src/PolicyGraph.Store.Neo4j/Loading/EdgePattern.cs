using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>
/// Edges that one statement can find or make: of one type, between nodes whose ids are unique among two labels. In rows the ends come
/// first, then the key where there is one.
/// </summary>
internal readonly record struct EdgePattern(EdgeType Type, string From, string To)
{
    /// <summary>Finds the ends of a row.</summary>
    public string Ends => $"MATCH (a:{From} {{id: row[0]}}) MATCH (b:{To} {{id: row[1]}})";

    /// <summary>Finds the edge of a row, as <c>r</c>.</summary>
    public string Match => $"{Ends} MATCH (a)-[r:{Type.Name}{(HasKey ? $" {{{GraphNames.Key}: row[2]}}" : "")}]->(b)";

    /// <summary>Makes the edge of a row.</summary>
    public string Create => $"{Ends} CREATE (a)-[r:{Type.Name} {RowText.Map(Columns, First)}]->(b)";

    /// <summary>Gives the edge that was found what a row says.</summary>
    public string Set => $"SET {RowText.Set("r", Columns, First)}";

    private bool HasKey => Type.Key.Count > 0;

    private bool HasEvidence => Type.IsFact || To == Labels.Document;

    private int First => HasKey ? 3 : 2;

    /// <summary>What an edge bears, in the order in which it is written.</summary>
    public IReadOnlyList<string> Columns =>
        [
            .. RowValues.Names(Type.Properties, withOrders: true),
            .. HasKey ? RowValues.WithOrder(GraphNames.Key) : [],
            .. HasEvidence ? [GraphNames.Documents, GraphNames.Evidence, .. EvidenceRows.Columns] : Array.Empty<string>(),
            .. GraphNames.IsSaid(Type) ? [GraphNames.Said] : Array.Empty<string>(),
            Tally.Property,
        ];

    public static EdgePattern Of(EdgeChange edge) => new(edge.Type, GraphNames.Unique(edge.From.Type), GraphNames.Unique(edge.To.Type));

    /// <summary>The parameter <c>rows</c>: what finds each edge, and the values of its columns.</summary>
    /// <param name="folding">How quotes are folded; null to leave the values out.</param>
    public void WriteRows(Utf8JsonWriter writer, IEnumerable<EdgeChange> edges, ITextFolding? folding)
    {
        writer.WriteStartArray("rows");
        foreach (var edge in edges)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(edge.Key.From);
            writer.WriteStringValue(edge.Key.To);
            if (HasKey)
            {
                writer.WriteStringValue(edge.Key.Key);
            }

            if (folding is not null)
            {
                WriteValues(writer, edge, folding);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private void WriteValues(Utf8JsonWriter writer, EdgeChange edge, ITextFolding folding)
    {
        RowValues.Write(writer, Type.Properties, edge.Merged.Values, withOrders: true);
        if (HasKey)
        {
            writer.WriteStringValue(edge.Key.Key);
            RowValues.WriteOrder(writer, edge.Key.Key);
        }

        if (HasEvidence)
        {
            writer.WriteNumberValue(edge.Merged.Documents);
            writer.WriteNumberValue(edge.Evidence.Count);
            edge.Evidence.Write(writer);
        }

        if (GraphNames.IsSaid(Type))
        {
            edge.Evidence.WriteSaid(writer, folding);
        }

        writer.WriteStringValue(edge.Merged.Tally);
    }
}
