using System.Text;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>
/// What a graph holds, as the bodies of bare <c>UNWIND</c> statements of 5,000 rows each: nodes, then relationships, with all properties.
/// </summary>
internal static class BareRows
{
    private const int Rows = 5000;

    /// <summary>Reads them; the bodies, and how many nodes and relationships they make.</summary>
    public static async Task<(IReadOnlyList<byte[]> Bodies, long Nodes, long Edges)> ReadAsync(QueryApi api, CancellationToken cancellation)
    {
        var bodies = new List<byte[]>();
        var (nodes, edges) = (0L, 0L);
        foreach (
            var row in (
                await api.AskAsync("MATCH (n) WHERE n.id IS NOT NULL RETURN labels(n), count(*)", "{}", cancellation)
            ).EnumerateArray()
        )
        {
            nodes += row[1].GetInt64();
            await NodesAsync(api, [.. row[0].EnumerateArray().Select(label => label.GetString() ?? "")], bodies, cancellation);
        }

        foreach (
            var row in (
                await api.AskAsync(
                    "MATCH (a)-[r]->(b) RETURN type(r), CASE WHEN a:Entity THEN 'Entity' ELSE labels(a)[0] END, CASE WHEN b:Entity THEN 'Entity' ELSE labels(b)[0] END, count(*)",
                    "{}",
                    cancellation
                )
            ).EnumerateArray()
        )
        {
            edges += row[3].GetInt64();
            await EdgesAsync(api, row[0].GetString() ?? "", row[1].GetString() ?? "", row[2].GetString() ?? "", bodies, cancellation);
        }

        return (bodies, nodes, edges);
    }

    private static async Task NodesAsync(QueryApi api, string[] labels, List<byte[]> bodies, CancellationToken cancellation)
    {
        var unique = labels.Contains("Entity") ? "Entity" : labels[0];
        var others = string.Concat(labels.Where(label => label != unique).Select(label => $", n:{label}"));
        var merge = $"UNWIND $rows AS row MERGE (n:{unique} {{id: row.id}}) SET n = row{others}";
        for (var after = ""; ; )
        {
            var page = await api.AskAsync(
                $"MATCH (n:{string.Join(':', labels)}) WHERE n.id > $after RETURN properties(n) ORDER BY n.id LIMIT {Rows}",
                $$"""{"after":"{{after}}"}""",
                cancellation
            );
            if (page.GetArrayLength() == 0)
            {
                return;
            }

            bodies.Add(Body(merge, page.EnumerateArray().Select(row => row[0].GetRawText())));
            after = page[page.GetArrayLength() - 1][0].GetProperty("id").GetString() ?? "";
        }
    }

    private static async Task EdgesAsync(
        QueryApi api,
        string type,
        string from,
        string to,
        List<byte[]> bodies,
        CancellationToken cancellation
    )
    {
        var merge =
            $"UNWIND $rows AS row MATCH (a:{from} {{id: row[0]}}) MATCH (b:{to} {{id: row[1]}}) MERGE (a)-[r:{type}]->(b) SET r = row[2]";
        var all = await api.AskAsync(
            $"MATCH (a:{from})-[r:{type}]->(b:{to}) RETURN a.id, b.id, properties(r) ORDER BY a.id, b.id",
            "{}",
            cancellation
        );
        bodies.AddRange(all.EnumerateArray().Select(row => row.GetRawText()).Chunk(Rows).Select(chunk => Body(merge, chunk)));
    }

    private static byte[] Body(string merge, IEnumerable<string> rows) =>
        QueryApi.Body(merge, new StringBuilder("{\"rows\":[").AppendJoin(',', rows).Append("]}").ToString(), isRead: false);
}
