using System.Text.Json;
using PolicyGraph.Store.Neo4j.Loading;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Schema;

/// <summary>
/// Brings a graph of an older version into this one's form, in place: all that the store derives from the tallies (what search and order look at) is written
/// anew, a page of nodes a transaction. Each transaction notes how far it came, so whoever opens the store next goes on there, and two may work at once.
/// </summary>
internal sealed class Migration(INeo4jTransport transport, GraphNames names)
{
    private const int NodesPerTransaction = 1000;
    private const string Begin = $"MATCH (m:{Neo4jSchema.MetaLabel} {{one: 1}}) SET m.version = $version, m.{Neo4jSchema.Place} = ''";
    private const string ReadPlace = $"MATCH (m:{Neo4jSchema.MetaLabel} {{one: 1}}) RETURN m.{Neo4jSchema.Place}";
    private const string WritePlace = $"MATCH (m:{Neo4jSchema.MetaLabel} {{one: 1}}) SET m.{Neo4jSchema.Place} = $place";

    private string[] Labels { get; } = [.. names.Model.NodeTypes.Values.Select(GraphNames.Unique).Distinct().Order(StringComparer.Ordinal)];

    private string[] Rewritten { get; } = [.. names.Model.EdgeTypes.Values.Where(type => type.Properties.Count > 0 || GraphNames.IsSaid(type)).Select(type => type.Name).Order(StringComparer.Ordinal)];

    /// <summary>Marks the graph as being of this version and not yet in its form: from here on an older program refuses it.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        using var answer = await transport.RunAsync(new Statement(Begin, writer => writer.WriteNumber("version", Neo4jSchema.Version), IsRead: false), cancellation);
    }

    /// <summary>Does what is left to do.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await StepAsync(cancellation))
        {
        }
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
        var next = ids is [.., var last] ? $"{label}:{last}" : Labels.SkipWhile(one => one != label).Skip(1).Select(one => $"{one}:").FirstOrDefault();
        await RunAsync(transaction, WritePlace, writer => writer.WriteString("place", next), cancellation);
        await transaction.CommitAsync(cancellation);
        return next is not null;
    }

    private static async Task<string?> PlaceAsync(INeo4jTransaction transaction, CancellationToken cancellation)
    {
        using var answer = await transaction.RunAsync(new Statement(ReadPlace, null, IsRead: false), cancellation);
        return answer.Rows[0][0].GetString();
    }

    private async Task<List<string>> RewriteNodesAsync(INeo4jTransaction transaction, string label, string after, CancellationToken cancellation)
    {
        var text = $"MATCH (n:{label}) WHERE n.id > $after RETURN n.id, n.{Tally.Property}, n.sources ORDER BY n.id LIMIT {NodesPerTransaction}";
        using var page = await transaction.RunAsync(new Statement(text, writer => writer.WriteString("after", after), IsRead: false), cancellation);
        var rows = page.Rows.EnumerateArray().ToList();
        await RunAsync(transaction, $"UNWIND $rows AS row MATCH (n:{label} {{id: row.id}}) SET n += row.p", writer => WriteRows(writer, rows, WriteNode), cancellation);
        return rows.ConvertAll(row => row[0].GetString()!); // Every node has an id.
    }

    /// <summary>The relationships that search and order look at, of those that start at some nodes.</summary>
    private async Task RewriteEdgesAsync(INeo4jTransaction transaction, string label, List<string> ids, CancellationToken cancellation)
    {
        var text = $"MATCH (a:{label})-[r:{string.Join('|', Rewritten)}]->() WHERE a.id IN $ids RETURN elementId(r), r.{Tally.Property}, r.{GraphNames.Key}, type(r), r.{EvidenceRows.Quotes}";
        using var page = await transaction.RunAsync(new Statement(text, writer => NeoValues.WriteTexts(writer, "ids", ids), IsRead: false), cancellation);
        var rows = page.Rows.EnumerateArray().ToList();
        await RunAsync(transaction, "UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.id SET r += row.p", writer => WriteRows(writer, rows, WriteEdge), cancellation);
    }

    private void WriteNode(Utf8JsonWriter writer, JsonElement row)
    {
        if (names.OfId(row[0].GetString()) is not { } type)
        {
            return;
        }

        var node = new NodeChange(type, row[0].GetString()!); // Its id was just read.
        node.Know(Tally.Parse(row[1].GetString()));
        node.Write(writer, names.Folding);
        if (row[2].ValueKind == JsonValueKind.Array)
        {
            NeoValues.WriteOrder(writer, "sources", [.. row[2].EnumerateArray().Select(source => source.GetString()!)]); // Written by this store, as texts.
        }
    }

    private void WriteEdge(Utf8JsonWriter writer, JsonElement row)
    {
        var type = names.Edge(row[3].GetString()!); // Asked for by the types' names.
        EdgeChange.WriteOrders(writer, type, Tally.Parse(row[1].GetString()), row[2].GetString());
        if (GraphNames.IsSaid(type))
        {
            NeoValues.WriteTexts(writer, GraphNames.Said, SearchTexts.Said(row[4].EnumerateArray().Select(quote => quote.GetString()!), names.Folding)); // Written by this store, as texts.
        }
    }

    private static void WriteRows(Utf8JsonWriter writer, List<JsonElement> rows, Action<Utf8JsonWriter, JsonElement> properties)
    {
        writer.WriteStartArray("rows");
        foreach (var row in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("id", row[0].GetString());
            writer.WriteStartObject("p");
            properties(writer, row);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static async Task RunAsync(INeo4jTransaction transaction, string text, Action<Utf8JsonWriter>? parameters, CancellationToken cancellation)
    {
        using var answer = await transaction.RunAsync(new Statement(text, parameters, IsRead: false), cancellation);
    }
}
