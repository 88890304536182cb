using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>Reads what the graph already holds of the nodes and edges that a batch touches.</summary>
internal sealed class TallyReader(INeo4jTransaction transaction, GraphNames names)
{
    private static readonly string Arrays = $"[{string.Join(", ", EvidenceRows.Columns.Select(column => "r." + column))}]";

    /// <param name="documents">The ids of those documents that the graph has.</param>
    public async Task ReadAsync(GraphChanges changes, IReadOnlySet<string> documents, CancellationToken cancellation)
    {
        await ReadAsync(
            changes.Nodes.Where(node =>
                node.Type.Label == Labels.Document ? documents.Contains(node.Id) : node.Type.Label != Labels.Statistic
            ),
            cancellation
        );

        // What it is about and what it measures are part of a statistic's identity: where they are new it is new itself. So most are, and
        // need not be looked for.
        var isNew = changes
            .Edges.Where(edge =>
                edge.From.Type.Label == Labels.Statistic && edge.Type.Name is Ties.About or Ties.Measures && !edge.To.IsKnown
            )
            .Select(edge => edge.From)
            .ToHashSet();
        await ReadAsync(changes.Nodes.Where(node => node.Type.Label == Labels.Statistic && !isNew.Contains(node)), cancellation);

        // An edge of a node that is new is new itself.
        foreach (var group in changes.Edges.Where(edge => edge.From.IsKnown && edge.To.IsKnown).GroupBy(EdgePattern.Of))
        {
            foreach (var chunk in group.Chunk(ChangeWriter.RowsPerStatement))
            {
                await ReadAsync(group.Key, chunk, cancellation);
            }
        }
    }

    private async Task ReadAsync(IEnumerable<NodeChange> nodes, CancellationToken cancellation)
    {
        foreach (var group in nodes.GroupBy(node => GraphNames.Unique(node.Type)))
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
        var columns = new TallyColumns(names.AllNodes.Where(type => GraphNames.Unique(type) == label).SelectMany(type => type.Properties));
        var text = $"MATCH (n:{label}) WHERE n.id IN $ids RETURN n.id, {columns.Of("n")}";
        using var answer = await transaction.RunAsync(
            new Statement(text, writer => NeoValues.WriteTexts(writer, "ids", byId.Keys), IsRead: false),
            cancellation
        );
        foreach (var row in answer.Rows.EnumerateArray())
        {
            var node = byId[row[0].GetString()!]; // Asked for by these ids.
            node.Know(columns.Read(row, 1, node.Type.Properties, isEdge: false));
        }
    }

    private async Task ReadAsync(EdgePattern pattern, EdgeChange[] edges, CancellationToken cancellation)
    {
        var columns = new TallyColumns(pattern.Type.Properties);
        var text = $"UNWIND range(0, size($rows) - 1) AS i WITH i, $rows[i] AS row {pattern.Match} RETURN i, {columns.Of("r")}, {Arrays}";
        using var answer = await transaction.RunAsync(
            new Statement(text, writer => pattern.WriteRows(writer, edges, folding: null), IsRead: false),
            cancellation
        );
        foreach (var row in answer.Rows.EnumerateArray())
        {
            edges[row[0].GetInt32()].Know(columns.Read(row, 1, pattern.Type.Properties, isEdge: true), EvidenceRows.Parse(row[3]));
        }
    }
}
