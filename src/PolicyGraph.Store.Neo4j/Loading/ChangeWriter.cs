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

    /// <param name="documents">What documents keep beside their merged properties, by id: their sources and records.</param>
    public async Task WriteAsync(
        GraphChanges changes,
        IReadOnlyDictionary<string, StoredDocument?> documents,
        CancellationToken cancellation
    )
    {
        await WriteNodesAsync([.. changes.Nodes.Where(node => !node.IsGone)], documents, cancellation);
        await ForEachAsync(
            changes.Edges.Where(edge => edge is { IsGone: false, IsKnown: false }).GroupBy(EdgePattern.Of),
            (pattern, edges) => Write(pattern.Create, writer => pattern.WriteRows(writer, edges, folding)),
            cancellation
        );
        await ForEachAsync(
            changes.Edges.Where(edge => edge is { IsGone: false, IsKnown: true }).GroupBy(EdgePattern.Of),
            (pattern, edges) => Write($"{pattern.Match} {pattern.Set}", writer => pattern.WriteRows(writer, edges, folding)),
            cancellation
        );
        await ForEachAsync(
            changes.Edges.Where(edge => edge is { IsGone: true, IsKnown: true }).GroupBy(EdgePattern.Of),
            (pattern, edges) => Write($"{pattern.Match} DELETE r", writer => pattern.WriteRows(writer, edges, folding: null)),
            cancellation
        );
        await ForEachAsync(
            changes.Nodes.Where(node => node is { IsGone: true, IsKnown: true }).GroupBy(node => GraphNames.Unique(node.Type)),
            (label, nodes) =>
                new Statement(
                    $"MATCH (n:{label}) WHERE n.id IN $ids DETACH DELETE n",
                    writer => NeoValues.WriteTexts(writer, "ids", nodes.Select(node => node.Id)),
                    IsRead: false
                ),
            cancellation
        );
    }

    /// <summary>
    /// Most nodes are new; of those that are not, most are only counted once more, which leaves their indexed texts alone.
    /// </summary>
    private async Task WriteNodesAsync(
        IReadOnlyList<NodeChange> nodes,
        IReadOnlyDictionary<string, StoredDocument?> documents,
        CancellationToken cancellation
    )
    {
        var added = nodes.Where(node => !node.IsKnown).ToLookup(node => node.Type.Label == Labels.Document);
        await ForEachAsync(
            added[false].GroupBy(node => (node.Type, node.HasOrders)),
            (group, some) => Create(group.Type, group.HasOrders, some, [], (_, _) => { }),
            cancellation
        );
        await ForEachAsync(
            added[true].GroupBy(node => node.Type),
            (type, some) =>
                Create(type, hasOrders: true, some, StoredDocument.Columns, (writer, node) => documents[node.Id]!.Write(writer)),
            cancellation
        );
        await ForEachAsync(
            nodes.Where(node => node is { IsKnown: true, IsOnlyCounted: false }).GroupBy(node => node.Type),
            (type, some) =>
            {
                var columns = new NodeColumns(type, withOrders: true, folding);
                return Set(
                    GraphNames.Unique(type),
                    columns.Names,
                    some,
                    node => node.Id,
                    (writer, node) => columns.Write(writer, node.Merged)
                );
            },
            cancellation
        );
        await ForEachAsync(
            nodes.Where(node => node.IsOnlyCounted).GroupBy(node => GraphNames.Unique(node.Type)),
            (label, some) =>
                Set(label, NodeColumns.Counts, some, node => node.Id, (writer, node) => NodeColumns.WriteCounts(writer, node.Merged)),
            cancellation
        );
        var isNew = added[true].Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        await ForEachAsync(
            documents
                .Values.OfType<StoredDocument>()
                .Where(document => document.Writing != Writing.Nothing && !isNew.Contains(document.Id))
                .OrderBy(document => document.Id, StringComparer.Ordinal)
                .GroupBy(document => document.Writing),
            (writing, some) =>
                Set(
                    Labels.Document,
                    writing == Writing.All ? StoredDocument.Columns : StoredDocument.SourceColumns,
                    some,
                    document => document.Id,
                    (writer, document) => document.Write(writer)
                ),
            cancellation
        );
    }

    /// <param name="more">Columns beside those of all nodes of the type.</param>
    /// <param name="values">Writes their values.</param>
    private Statement Create(
        NodeType type,
        bool hasOrders,
        NodeChange[] nodes,
        IReadOnlyList<string> more,
        Action<Utf8JsonWriter, NodeChange> values
    )
    {
        var columns = new NodeColumns(type, hasOrders, folding);
        var labels = type.IsEntity ? $"{GraphNames.Unique(type)}:{type.Label}" : type.Label;
        return Write(
            $"CREATE (n:{labels} {RowText.Map(["id", .. columns.Names, .. more], 0)})",
            writer =>
                WriteRows(
                    writer,
                    nodes,
                    node => node.Id,
                    node =>
                    {
                        columns.Write(writer, node.Merged);
                        values(writer, node);
                    }
                )
        );
    }

    private static Statement Set<T>(
        string label,
        IReadOnlyList<string> columns,
        T[] items,
        Func<T, string> id,
        Action<Utf8JsonWriter, T> values
    ) =>
        Write(
            $"MATCH (n:{label} {{id: row[0]}}) SET {RowText.Set("n", columns, 1)}",
            writer => WriteRows(writer, items, id, item => values(writer, item))
        );

    private static Statement Write(string clauses, Action<Utf8JsonWriter> rows) =>
        new($"UNWIND $rows AS row {clauses}", rows, IsRead: false);

    private async Task ForEachAsync<TKey, TItem>(
        IEnumerable<IGrouping<TKey, TItem>> groups,
        Func<TKey, TItem[], Statement> statement,
        CancellationToken cancellation
    )
    {
        foreach (var group in groups)
        {
            foreach (var chunk in group.Chunk(RowsPerStatement))
            {
                using var answer = await transaction.RunAsync(statement(group.Key, chunk), cancellation);
            }
        }
    }

    /// <summary>The parameter <c>rows</c>: of each item its id, then its values.</summary>
    private static void WriteRows<T>(Utf8JsonWriter writer, IEnumerable<T> items, Func<T, string> id, Action<T> values)
    {
        writer.WriteStartArray("rows");
        foreach (var item in items)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(id(item));
            values(item);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
