using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>Reads what the graph already holds of the nodes and edges that a batch touches.</summary>
internal sealed class TallyReader(INeo4jTransaction transaction)
{
    private const string Arrays =
        $"[r.{EvidenceRows.Papers}, r.{EvidenceRows.Starts}, r.{EvidenceRows.Ends}, r.{EvidenceRows.Articles}, r.{EvidenceRows.Rules}, r.{EvidenceRows.Confidences}, r.{EvidenceRows.Quotes}]";

    public async Task ReadAsync(GraphChanges changes, CancellationToken cancellation)
    {
        foreach (var group in changes.Nodes.GroupBy(node => GraphNames.Unique(node.Type)))
        {
            foreach (var chunk in group.Chunk(ChangeWriter.RowsPerStatement))
            {
                await ReadAsync(group.Key, chunk, cancellation);
            }
        }

        // An edge of a node that is new is new itself.
        foreach (var group in changes.Edges.Where(edge => edge.From.IsKnown && edge.To.IsKnown).GroupBy(EdgePattern.Of))
        {
            foreach (var chunk in group.Chunk(ChangeWriter.RowsPerStatement))
            {
                await ReadAsync(group.Key, chunk, cancellation);
            }
        }
    }

    private async Task ReadAsync(string label, NodeChange[] nodes, CancellationToken cancellation)
    {
        var byId = nodes.ToDictionary(node => node.Id);
        var text = $"MATCH (n:{label}) WHERE n.id IN $ids RETURN n.id, n.{Tally.Property}";
        using var answer = await transaction.RunAsync(new Statement(text, writer => NeoValues.WriteTexts(writer, "ids", byId.Keys), IsRead: false), cancellation);
        foreach (var row in answer.Rows.EnumerateArray())
        {
            byId[row[0].GetString()!].Know(Tally.Parse(row[1].GetString())); // Asked for by these ids.
        }
    }

    private async Task ReadAsync(EdgePattern pattern, EdgeChange[] edges, CancellationToken cancellation)
    {
        var text = $"UNWIND range(0, size($rows) - 1) AS i WITH i, $rows[i] AS row {pattern.Match} RETURN i, r.{Tally.Property}, {Arrays}";
        using var answer = await transaction.RunAsync(new Statement(text, writer => pattern.WriteRows(writer, edges, null), IsRead: false), cancellation);
        foreach (var row in answer.Rows.EnumerateArray())
        {
            edges[row[0].GetInt32()].Know(Tally.Parse(row[1].GetString()), EvidenceRows.Parse(row[2]));
        }
    }
}
