using System.Text.Json;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// Brings a graph of an older version into this one's form, in place: all that the store derives (from tallies the properties; from these,
/// keys, sources and quotes what search and order look at) is written anew, a page of nodes and the relationships that start there a
/// transaction. Each notes how far it came, so whoever opens the store next goes on there, and two at once take turns.
/// </summary>
internal sealed class Migration(INeo4jTransport transport, GraphNames names)
{
    private const int NodesPerTransaction = 1000;
    private const string Begin = $"MATCH (m:{Neo4jSchema.MetaLabel} {{one: 1}}) SET m.version = $version, m.{Neo4jSchema.Place} = ''";
    private const string ReadPlace = $"MATCH (m:{Neo4jSchema.MetaLabel} {{one: 1}}) RETURN m.{Neo4jSchema.Place}";
    private const string WritePlace = $"MATCH (m:{Neo4jSchema.MetaLabel} {{one: 1}}) SET m.{Neo4jSchema.Place} = $place";

    private string[] Labels { get; } = [.. names.Model.NodeTypes.Values.Select(GraphNames.Unique).Distinct().Order(StringComparer.Ordinal)];

    private EdgeType[] Rewritten { get; } =
    [
        .. names
            .Model.EdgeTypes.Values.Where(type => type.Properties.Count > 0 || GraphNames.IsSaid(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal),
    ];

    /// <summary>Marks the graph as being of this version and not yet in its form: from here on an older program refuses it.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        using var answer = await transport.RunAsync(
            new Statement(Begin, writer => writer.WriteNumber("version", Neo4jSchema.Version), IsRead: false),
            cancellation
        );
    }

    /// <summary>Does what is left to do.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await StepAsync(cancellation)) { }
    }

    /// <summary>One page; false where there is none left.</summary>
    private async Task<bool> StepAsync(CancellationToken cancellation)
    {
        await using var transaction = await transport.BeginAsync(cancellation);
        await RunAsync(transaction, Neo4jSchema.TakeTurn, null, cancellation);
        if (await PlaceAsync(transaction, cancellation) is not { } place)
        {
            return false;
        }

        var (label, after) = place.Split(':') is [var current, var id] ? (current, id) : (Labels[0], "");
        var ids = await RewriteNodesAsync(transaction, label, after, cancellation);
        await RewriteEdgesAsync(transaction, label, ids, cancellation);
        var next = ids is [.., var last]
            ? $"{label}:{last}"
            : Labels.SkipWhile(one => one != label).Skip(1).Select(one => $"{one}:").FirstOrDefault();
        await RunAsync(transaction, WritePlace, writer => writer.WriteString("place", next), cancellation);
        await transaction.CommitAsync(cancellation);
        return next is not null;
    }

    private static async Task<string?> PlaceAsync(INeo4jTransaction transaction, CancellationToken cancellation)
    {
        using var answer = await transaction.RunAsync(new Statement(ReadPlace, null, IsRead: false), cancellation);
        return answer.Rows[0][0].GetString();
    }

    private async Task<List<string>> RewriteNodesAsync(
        INeo4jTransaction transaction,
        string label,
        string after,
        CancellationToken cancellation
    )
    {
        var tallies = new TallyColumns(names.AllNodes.Where(type => GraphNames.Unique(type) == label).SelectMany(type => type.Properties));
        var text =
            $"MATCH (n:{label}) WHERE n.id > $after RETURN n.id, n.sources, {tallies.Of("n")} ORDER BY n.id LIMIT {NodesPerTransaction}";
        using var page = await transaction.RunAsync(
            new Statement(text, writer => writer.WriteString("after", after), IsRead: false),
            cancellation
        );
        var rows = page.Rows.EnumerateArray().ToList();
        foreach (var group in rows.GroupBy(row => names.OfId(row[0].GetString())))
        {
            if (group.Key is { } type)
            {
                var columns = new NodeColumns(type, withOrders: true, names.Folding);
                await WriteRowsAsync(
                    transaction,
                    $"MATCH (n:{label} {{id: row[0]}}) SET {RowText.Set("n", ["sources" + CodeUnitOrder.Suffix, .. columns.Names], 1)}",
                    group,
                    (writer, row) =>
                        WriteNode(
                            writer,
                            row,
                            columns,
                            tallies.Read(row, 2, type.Properties, isEdge: false).Merge(type.Properties, tellsDocuments: true)
                        ),
                    cancellation
                );
            }
        }

        return rows.ConvertAll(row => row[0].GetString()!); // Every node has an id.
    }

    /// <summary>The relationships that search and order look at, of those that start at some nodes.</summary>
    private async Task RewriteEdgesAsync(INeo4jTransaction transaction, string label, List<string> ids, CancellationToken cancellation)
    {
        foreach (var type in Rewritten)
        {
            var tallies = new TallyColumns(type.Properties);
            var text =
                $"MATCH (a:{label})-[r:{type.Name}]->() WHERE a.id IN $ids RETURN elementId(r), r.{GraphNames.Key}, r.{EvidenceRows.Quotes}, {tallies.Of("r")}";
            using var page = await transaction.RunAsync(
                new Statement(text, writer => NeoValues.WriteTexts(writer, "ids", ids), IsRead: false),
                cancellation
            );
            await WriteRowsAsync(
                transaction,
                $"MATCH ()-[r]->() WHERE elementId(r) = row[0] SET {RowText.Set("r", [GraphNames.Key + CodeUnitOrder.Suffix, GraphNames.Said, .. RowValues.Names(type.Properties, withOrders: true)], 1)}",
                page.Rows.EnumerateArray(),
                (writer, row) => WriteEdge(writer, row, type, tallies.Read(row, 3, type.Properties, isEdge: true)),
                cancellation
            );
        }
    }

    private static void WriteNode(Utf8JsonWriter writer, JsonElement row, NodeColumns columns, Merged node)
    {
        NeoValues.WriteOrder(
            writer,
            row[1].ValueKind == JsonValueKind.Array ? [.. row[1].EnumerateArray().Select(source => source.GetString()!)] : []
        ); // Written by this store, as texts.
        columns.Write(writer, node);
    }

    private void WriteEdge(Utf8JsonWriter writer, JsonElement row, EdgeType type, Tally tally)
    {
        RowValues.WriteOrder(writer, row[1].GetString());
        if (GraphNames.IsSaid(type))
        {
            NeoValues.WriteTexts(writer, SearchTexts.Said(row[2].EnumerateArray().Select(quote => quote.GetString()!), names.Folding)); // Written by this store, as texts.
        }
        else
        {
            writer.WriteNullValue();
        }

        RowValues.Write(writer, type.Properties, tally.Merge(type.Properties, tellsDocuments: true).Values, withOrders: true);
    }

    private static Task WriteRowsAsync(
        INeo4jTransaction transaction,
        string clauses,
        IEnumerable<JsonElement> rows,
        Action<Utf8JsonWriter, JsonElement> values,
        CancellationToken cancellation
    ) => RunAsync(transaction, $"UNWIND $rows AS row {clauses}", writer => WriteRows(writer, rows, values), cancellation);

    private static void WriteRows(Utf8JsonWriter writer, IEnumerable<JsonElement> rows, Action<Utf8JsonWriter, JsonElement> values)
    {
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(row[0].GetString());
            values(writer, row);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static async Task RunAsync(
        INeo4jTransaction transaction,
        string text,
        Action<Utf8JsonWriter>? parameters,
        CancellationToken cancellation
    )
    {
        using var answer = await transaction.RunAsync(new Statement(text, parameters, IsRead: false), cancellation);
    }
}
