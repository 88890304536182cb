using System.Text.Json;
using PolicyGraph.Store.Neo4j.Schema;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>Edges that one statement can find or make: of one type, between nodes whose ids are unique among two labels.</summary>
internal readonly record struct EdgePattern(string Type, string From, string To, bool HasKey)
{
    /// <summary>Finds the ends of a row.</summary>
    public string Ends => $"MATCH (a:{From} {{id: row.from}}) MATCH (b:{To} {{id: row.to}})";

    /// <summary>The edge as <c>r</c> between the ends.</summary>
    public string Edge => $"(a)-[r:{Type}{(HasKey ? $" {{{GraphNames.Key}: row.key}}" : "")}]->(b)";

    /// <summary>Finds the edge of a row.</summary>
    public string Match => $"{Ends} MATCH {Edge}";

    public static EdgePattern Of(EdgeChange edge) =>
        new(edge.Type.Name, GraphNames.Unique(edge.From.Type), GraphNames.Unique(edge.To.Type), edge.Type.Key.Count > 0);

    /// <summary>The parameter <c>rows</c>: ends and key of each edge, and what else is told of it.</summary>
    public void WriteRows(Utf8JsonWriter writer, IEnumerable<EdgeChange> edges, Action<Utf8JsonWriter, EdgeChange>? properties)
    {
        writer.WriteStartArray("rows");
        foreach (var edge in edges)
        {
            writer.WriteStartObject();
            writer.WriteString("from", edge.Key.From);
            writer.WriteString("to", edge.Key.To);
            if (HasKey)
            {
                writer.WriteString("key", edge.Key.Key);
            }

            if (properties is not null)
            {
                writer.WriteStartObject("p");
                properties(writer, edge);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
