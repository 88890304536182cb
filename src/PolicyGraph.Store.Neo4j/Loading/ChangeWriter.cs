using System.Text.Json;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>Puts settled changes into the graph: nodes, then edges; what nothing supports any more goes, edges first.</summary>
internal sealed class ChangeWriter(INeo4jTransaction transaction, ITextFolding folding)
{
    /// <summary>Rows of one <c>UNWIND</c>: beyond this nothing was seen to be gained.</summary>
    public const int RowsPerStatement = 5000;

    private const string WriteDocuments = "UNWIND $rows AS row MATCH (d:Document {id: row.id}) SET d += row.p";

    public async Task WriteAsync(GraphChanges changes, CancellationToken cancellation)
    {
        await ForEachAsync(
            changes.Nodes.Where(node => !node.IsGone).GroupBy(node => node.Type),
            (type, nodes) => new Statement(Merge(type), writer => WriteRows(writer, nodes, node => node.Id, (_, node) => node.Write(writer, folding)), IsRead: false),
            cancellation);
        await ForEachAsync(
            changes.Edges.Where(edge => !edge.IsGone).GroupBy(EdgePattern.Of),
            (pattern, edges) => new Statement(
                $"UNWIND $rows AS row {pattern.Ends} MERGE {pattern.Edge} SET r = row.p", writer => pattern.WriteRows(writer, edges, (_, edge) => edge.Write(writer, folding)), IsRead: false),
            cancellation);
        await ForEachAsync(
            changes.Edges.Where(edge => edge is { IsGone: true, IsKnown: true }).GroupBy(EdgePattern.Of),
            (pattern, edges) => new Statement($"UNWIND $rows AS row {pattern.Match} DELETE r", writer => pattern.WriteRows(writer, edges, null), IsRead: false),
            cancellation);
        await ForEachAsync(
            changes.Nodes.Where(node => node is { IsGone: true, IsKnown: true }).GroupBy(node => GraphNames.Unique(node.Type)),
            (label, nodes) => new Statement(
                $"MATCH (n:{label}) WHERE n.id IN $ids DETACH DELETE n", writer => NeoValues.WriteTexts(writer, "ids", nodes.Select(node => node.Id)), IsRead: false),
            cancellation);
    }

    /// <summary>What documents keep beside their merged properties: their sources, and of new ones their records.</summary>
    public Task WriteAsync(IEnumerable<StoredDocument> documents, IReadOnlyDictionary<string, DocumentFacts> facts, CancellationToken cancellation) => ForEachAsync(
        documents.OrderBy(document => document.Id, StringComparer.Ordinal).GroupBy(_ => WriteDocuments),
        (text, chunk) => new Statement(
            text,
            writer => WriteRows(writer, chunk, one => one.Id, (_, one) => one.Write(writer, facts.TryGetValue(one.Id, out var said) ? said.Articles : [])),
            IsRead: false),
        cancellation);

    private static string Merge(NodeType type) =>
        $"UNWIND $rows AS row MERGE (n:{GraphNames.Unique(type)} {{id: row.id}}) SET n = row.p{(type.IsEntity ? $", n:{type.Label}" : "")}";

    private async Task ForEachAsync<TKey, TItem>(
        IEnumerable<IGrouping<TKey, TItem>> groups, Func<TKey, TItem[], Statement> statement, CancellationToken cancellation)
    {
        foreach (var group in groups)
        {
            foreach (var chunk in group.Chunk(RowsPerStatement))
            {
                using var answer = await transaction.RunAsync(statement(group.Key, chunk), cancellation);
            }
        }
    }

    private static void WriteRows<T>(Utf8JsonWriter writer, IEnumerable<T> items, Func<T, string> id, Action<Utf8JsonWriter, T> properties)
    {
        writer.WriteStartArray("rows");
        foreach (var item in items)
        {
            writer.WriteStartObject();
            writer.WriteString("id", id(item));
            writer.WriteStartObject("p");
            properties(writer, item);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
