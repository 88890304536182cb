using System.Text;
using System.Text.Json;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Exporting;

/// <summary>
/// A script of Cypher statements for Neo4j 5, which may run any number of times. Neo4j compiles each anew, so each has a hundred rows: those
/// of one kind wait for one another, and no relation goes before the last node. A script has no parameters, so here alone values stand in the
/// text: as literals of plain ASCII letters, digits and escapes, whatever they hold.
/// </summary>
internal sealed class CypherOutput(TextWriter script, GraphModel model) : IGraphOutput
{
    private const int RowsPerStatement = 100;
    private readonly Dictionary<string, List<string>> _waiting = [];
    private bool _hasEdges;

    public async Task WriteAsync(GraphNode node)
    {
        var merge = $"MERGE (n:{Unique(node.Type)} {{id: row.id}}) SET n += row.p{(node.Type.IsEntity ? $", n:{node.Type.Label}" : "")}";
        await AddAsync(merge, $"{{id: {Text(node.Id)}, p: {Map(node.Properties)}}}");
    }

    public async Task WriteAsync(GraphEdge edge)
    {
        var key = string.Join(", ", edge.Type.Key.Select(name => $"{name}: row.k.{name}"));
        var merge =
            $"MATCH (a:{Unique(edge.From.Type)} {{id: row.a}}) MATCH (b:{Unique(edge.To.Type)} {{id: row.b}}) MERGE (a)-[r:{edge.Type.Name}{(key.Length > 0 ? $" {{{key}}}" : "")}]->(b) SET r += row.p";
        var keys = edge.Type.Key.Select(name =>
            edge.Properties.FirstOrDefault(pair => pair.Key == name) is { Key: not null } given
                ? $"{name}: {Literal(given.Value)}"
                : $"{name}: ''"
        );
        if (!_hasEdges)
        {
            _hasEdges = true;
            await SendAllAsync();
        }

        await AddAsync(
            merge,
            $"{{a: {Text(edge.From.Id)}, b: {Text(edge.To.Id)}, k: {{{string.Join(", ", keys)}}}, p: {Map(edge.Properties)}}}"
        );
    }

    public async ValueTask DisposeAsync()
    {
        await SendAllAsync();
        await script.FlushAsync();
    }

    private static string Unique(NodeType type) => type.IsEntity ? GraphModel.EntityLabel : type.Label;

    private async Task AddAsync(string merge, string row)
    {
        if (_waiting.Count == 0)
        {
            await BeginAsync();
        }

        if (!_waiting.TryGetValue(merge, out var rows))
        {
            _waiting[merge] = rows = [];
        }

        rows.Add(row);
        if (rows.Count == RowsPerStatement)
        {
            await SendAsync(merge, rows);
        }
    }

    private async Task BeginAsync()
    {
        foreach (var label in model.NodeTypes.Values.Select(Unique).Distinct().Order(StringComparer.Ordinal))
        {
            await script.WriteLineAsync(
                $"CREATE CONSTRAINT {label.ToLowerInvariant()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE;"
            );
        }
    }

    private async Task SendAllAsync()
    {
        foreach (var (merge, rows) in _waiting.Where(batch => batch.Value.Count > 0))
        {
            await SendAsync(merge, rows);
        }
    }

    private async Task SendAsync(string merge, List<string> rows)
    {
        await script.WriteLineAsync($"UNWIND [\n{string.Join(",\n", rows)}\n] AS row {merge};");
        rows.Clear();
    }

    private static string Map(IEnumerable<KeyValuePair<string, JsonElement>> properties) =>
        $"{{{string.Join(", ", properties.Select(pair => $"{pair.Key}: {Literal(pair.Value)}"))}}}";

    private static string Literal(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Text(value.GetString() ?? ""),
            JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Literal))}]",
            JsonValueKind.Number => Number(value),
            _ => value.GetRawText(),
        };

    /// <summary>A whole number up to 2⁶³ as an integer; any other as a float, which a point or an exponent tells.</summary>
    private static string Number(JsonElement value)
    {
        var text = value.GetRawText();
        return value.TryGetInt64(out _) || text.AsSpan().ContainsAny(".eE") ? text : text + ".0";
    }

    /// <summary>
    /// Cypher reads <c>\u0027</c> as a quote before it looks for strings, so a backslash that a value holds would be dangerous beside any
    /// letter; what is not known to be harmless is told by its number.
    /// </summary>
    private static string Text(string value)
    {
        var literal = new StringBuilder(value.Length + 2).Append('\'');
        foreach (var unit in value)
        {
            if (unit is '\'' or '\\')
            {
                literal.Append("\\u005c\\u00").Append(((int)unit).ToString("x2"));
            }
            else if (unit is >= ' ' and <= '~' or >= '\u4e00' and <= '\u9fff')
            {
                literal.Append(unit);
            }
            else
            {
                literal.Append("\\u").Append(((int)unit).ToString("x4"));
            }
        }

        return literal.Append('\'').ToString();
    }
}
