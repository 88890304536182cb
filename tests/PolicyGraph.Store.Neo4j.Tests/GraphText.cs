using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>
/// All that a database holds of the graph as lines to compare: each property of each node and relationship. Not the tallies, whose votes
/// stand in the order of coming.
/// </summary>
internal static class GraphText
{
    private const string Nodes =
        "MATCH (n) WHERE NOT n:PolicyGraph UNWIND keys(n) AS k WITH n, k WHERE k <> 'tally' RETURN n.id, labels(n), k, n[k]";
    private const string Edges =
        "MATCH (a)-[r]->(b) UNWIND keys(r) AS k WITH a, r, b, k WHERE k <> 'tally' RETURN a.id, type(r), b.id, r.key, k, r[k]";

    public static async Task<IReadOnlyList<string>> ReadAsync(Neo4jServer server)
    {
        await using var transport = server.Transport();
        var lines = new List<string>();
        foreach (var text in (string[])[Nodes, Edges])
        {
            using var answer = await transport.RunAsync(new Statement(text, null, IsRead: true), CancellationToken.None);
            lines.AddRange(answer.Rows.EnumerateArray().Select(row => row.GetRawText()));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
