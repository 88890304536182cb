using System.Buffers;
using System.Text.Json;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Exporting;

/// <summary>
/// Two tables (RFC 4180, UTF-8, a header row): nodes with a column for every property that any type has, and relations. A missing value is
/// an empty field, an empty text a quoted one; a list is a JSON array.
/// </summary>
internal sealed class CsvOutput(TextWriter nodes, TextWriter edges, GraphModel model) : IGraphOutput
{
    private const string LineEnd = "\r\n";
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");

    private readonly string[] _nodeColumns =
    [
        .. model
            .NodeTypes.Values.SelectMany(type => type.Properties)
            .Select(property => property.Name)
            .Where(name => name != "id")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
    private readonly string[] _edgeColumns =
    [
        .. model
            .EdgeTypes.Values.SelectMany(type => type.Properties)
            .Select(property => property.Name)
            .Distinct()
            .Order(StringComparer.Ordinal),
        "documents",
        "evidence",
    ];
    private bool _hasNodes;
    private bool _hasEdges;

    public async Task WriteAsync(GraphNode node)
    {
        await BeginNodesAsync();
        await WriteRowAsync(nodes, [node.Id, node.Type.Label], _nodeColumns, node.Properties);
    }

    public async Task WriteAsync(GraphEdge edge)
    {
        await BeginEdgesAsync();
        await WriteRowAsync(edges, [edge.From.Id, edge.Type.Name, edge.To.Id], _edgeColumns, edge.Properties);
    }

    /// <summary>An empty graph has its header rows too.</summary>
    public async ValueTask DisposeAsync()
    {
        await BeginNodesAsync();
        await BeginEdgesAsync();
        await nodes.FlushAsync();
        await edges.FlushAsync();
    }

    private async Task BeginNodesAsync()
    {
        if (!_hasNodes)
        {
            _hasNodes = true;
            await nodes.WriteAsync($"id,label,{string.Join(',', _nodeColumns)}{LineEnd}");
        }
    }

    private async Task BeginEdgesAsync()
    {
        if (!_hasEdges)
        {
            _hasEdges = true;
            await edges.WriteAsync($"from,type,to,{string.Join(',', _edgeColumns)}{LineEnd}");
        }
    }

    private static Task WriteRowAsync(
        TextWriter table,
        IEnumerable<string> fixedFields,
        string[] columns,
        IReadOnlyList<KeyValuePair<string, JsonElement>> properties
    )
    {
        var values = columns.Select(column => properties.FirstOrDefault(pair => pair.Key == column).Value).Select(Field);
        return table.WriteAsync(string.Join(',', fixedFields.Concat(values)) + LineEnd);
    }

    private static string Field(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Undefined => "",
            JsonValueKind.String => Quote(value.GetString() ?? ""),
            JsonValueKind.Array => Quote(value.GetRawText()),
            _ => value.GetRawText(),
        };

    private static string Quote(string text) =>
        text.Length == 0 || text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
