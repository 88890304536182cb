using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PolicyGraph.Store;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Exporting;

/// <summary>
/// Reads the merged graph out of any store, a page at a time, by the same queries that answer operations. A page sees one version of the
/// graph; what is written meanwhile may be in it or not, as with any list that is paged through.
/// </summary>
internal sealed class GraphReader(IGraphStore store, GraphModel model)
{
    private const long NodesPerPage = 1000;
    private const long AllRelations = int.MaxValue;
    private static readonly Slot First = new(0);
    private static readonly Slot After = new(1);
    private static readonly Slot None = new(2);
    private static readonly Slot All = new(3);

    private IEnumerable<NodeType> Types { get; } = [.. model.NodeTypes.Values.OrderBy(type => type.Label, StringComparer.Ordinal)];

    private string[] EdgeProperties { get; } =
    [
        .. model
            .EdgeTypes.Values.SelectMany(type => type.Properties)
            .Select(property => property.Name)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    public async IAsyncEnumerable<GraphNode> NodesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var type in Types)
        {
            var shape = new Shape([.. type.Properties.Select(property => new PropertyField(new(property.Name), property.Name))]);
            await foreach (var node in RowsAsync(type, shape, cancellation))
            {
                yield return new GraphNode(type, node.GetProperty("id").GetString() ?? "", Present(node).ToList());
            }
        }
    }

    public async IAsyncEnumerable<GraphEdge> EdgesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var shape = new Shape([new PropertyField(new("id"), "id"), Outgoing()]);
        foreach (var type in Types)
        {
            await foreach (var node in RowsAsync(type, shape, cancellation))
            {
                var from = new GraphEnd(type, node.GetProperty("id").GetString() ?? "");
                foreach (var edge in node.GetProperty("out").GetProperty("edges").EnumerateArray())
                {
                    yield return Edge(from, edge);
                }
            }
        }
    }

    private RelationField Outgoing()
    {
        var end = new Shape([new LabelField(new("label")), new PropertyField(new("id"), "id")]);
        List<EdgeField> fields = [new RowEdgeField(new("type"), new LabelField(new("type"))), new RowNodeField(new("to"), end)];
        fields.AddRange(EdgeProperties.Select(name => new RowEdgeField(new(name), new PropertyField(new(name), name))));
        fields.Add(new RowEdgeField(new("documents"), new EvidenceCountField(new("documents"), OfDocuments: true)));
        fields.Add(new RowEdgeField(new("evidence"), new EvidenceCountField(new("evidence"), OfDocuments: false)));
        var step = new Step([.. model.EdgeTypes.Keys.Order(StringComparer.Ordinal)], Direction.Out, []);
        return new RelationField(
            new("out"),
            step,
            new Connection(null, null, [], new Page(All, None, None, None), [new EdgesField(new("edges"), fields)])
        );
    }

    private GraphEdge Edge(GraphEnd from, JsonElement edge)
    {
        var type = model.EdgeTypes[edge.GetProperty("type").GetString() ?? ""];
        var to = edge.GetProperty("to");
        var properties = Present(edge)
            .Where(pair => pair.Key is not ("type" or "to") && (type.IsFact || pair.Key is not ("documents" or "evidence")));
        return new GraphEdge(
            type,
            from,
            new GraphEnd(model.NodeTypes[to.GetProperty("label").GetString() ?? ""], to.GetProperty("id").GetString() ?? ""),
            properties.ToList()
        );
    }

    private async IAsyncEnumerable<JsonElement> RowsAsync(
        NodeType type,
        Shape shape,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var connection = new Connection(
            null,
            null,
            [],
            new Page(First, After, None, None),
            [new EdgesField(new("edges"), [new CursorField(new("cursor")), new RowNodeField(new("node"), shape)])]
        );
        var query = store.Prepare(new GraphQuery(new ListRoot(type.Label, connection)));
        for (string? after = null; ; )
        {
            var output = new ArrayBufferWriter<byte>();
            await query.WriteAsync(new Parameters([NodesPerPage, after, null, AllRelations]), output, cancellation);
            using var page = JsonDocument.Parse(output.WrittenMemory);
            var rows = page.RootElement.GetProperty("edges");
            foreach (var row in rows.EnumerateArray())
            {
                after = row.GetProperty("cursor").GetString();
                yield return row.GetProperty("node");
            }

            if (rows.GetArrayLength() < NodesPerPage)
            {
                yield break;
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, JsonElement>> Present(JsonElement row) =>
        row.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .Select(member => KeyValuePair.Create(member.Name, member.Value));
}
