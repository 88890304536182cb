using System.Text;
using System.Text.Json;
using System.Xml;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Exporting;

/// <summary>
/// GraphML (the GraphML Primer, 1.1), as Gephi, yEd, Cytoscape and NetworkX read it. Lists are JSON arrays. XML 1.0 cannot hold some
/// characters (most controls, half surrogate pairs); U+FFFD stands in their place.
/// </summary>
internal sealed class GraphMLOutput : IGraphOutput
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    private readonly XmlWriter _document;

    private GraphMLOutput(XmlWriter document) => _document = document;

    public static async Task<GraphMLOutput> BeginAsync(TextWriter output, GraphModel model)
    {
        var xml = XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                Async = true,
                Indent = true,
                NewLineChars = "\n",
                NewLineHandling = NewLineHandling.Entitize,
            }
        );
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "graphml", Namespace);
        await WriteKeysAsync(xml, "node", model.NodeTypes.Values.SelectMany(type => type.Properties), ["label"]);
        await WriteKeysAsync(xml, "edge", model.EdgeTypes.Values.SelectMany(type => type.Properties), ["type"]);
        foreach (var count in (string[])["documents", "evidence"])
        {
            await WriteKeyAsync(xml, "edge", count, "long");
        }

        await xml.WriteStartElementAsync(null, "graph", Namespace);
        await xml.WriteAttributeStringAsync(null, "edgedefault", null, "directed");
        return new GraphMLOutput(xml);
    }

    public async Task WriteAsync(GraphNode node)
    {
        await _document.WriteStartElementAsync(null, "node", Namespace);
        await _document.WriteAttributeStringAsync(null, "id", null, node.Id);
        await WriteDataAsync("node", "label", node.Type.Label);
        await WriteDataAsync("node", node.Properties.Where(pair => pair.Key != "id"));
        await _document.WriteEndElementAsync();
    }

    public async Task WriteAsync(GraphEdge edge)
    {
        await _document.WriteStartElementAsync(null, "edge", Namespace);
        await _document.WriteAttributeStringAsync(null, "source", null, edge.From.Id);
        await _document.WriteAttributeStringAsync(null, "target", null, edge.To.Id);
        await WriteDataAsync("edge", "type", edge.Type.Name);
        await WriteDataAsync("edge", edge.Properties);
        await _document.WriteEndElementAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _document.WriteEndDocumentAsync();
        await _document.FlushAsync();
        await _document.DisposeAsync();
    }

    private static async Task WriteKeysAsync(XmlWriter xml, string domain, IEnumerable<PropertyType> properties, string[] texts)
    {
        var kinds = properties.Where(property => property.Name != "id").GroupBy(property => property.Name, property => property.Kind);
        foreach (var text in texts)
        {
            await WriteKeyAsync(xml, domain, text, "string");
        }

        foreach (var property in kinds.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            await WriteKeyAsync(xml, domain, property.Key, property.Distinct().ToList() is [var kind] ? Type(kind) : "string");
        }
    }

    private static string Type(PropertyKind kind) =>
        kind switch
        {
            PropertyKind.Integer => "long",
            PropertyKind.Number => "double",
            PropertyKind.Truth => "boolean",
            _ => "string",
        };

    private static async Task WriteKeyAsync(XmlWriter xml, string domain, string name, string type)
    {
        await xml.WriteStartElementAsync(null, "key", Namespace);
        await xml.WriteAttributeStringAsync(null, "id", null, $"{domain}.{name}");
        await xml.WriteAttributeStringAsync(null, "for", null, domain);
        await xml.WriteAttributeStringAsync(null, "attr.name", null, name);
        await xml.WriteAttributeStringAsync(null, "attr.type", null, type);
        await xml.WriteEndElementAsync();
    }

    private async Task WriteDataAsync(string domain, IEnumerable<KeyValuePair<string, JsonElement>> properties)
    {
        foreach (var (name, value) in properties)
        {
            await WriteDataAsync(domain, name, value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText());
        }
    }

    private async Task WriteDataAsync(string domain, string name, string value)
    {
        await _document.WriteStartElementAsync(null, "data", Namespace);
        await _document.WriteAttributeStringAsync(null, "key", null, $"{domain}.{name}");
        await _document.WriteStringAsync(Allowed(value));
        await _document.WriteEndElementAsync();
    }

    private static string Allowed(string text)
    {
        var allowed = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            allowed.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\ufffd" : rune.ToString());
        }

        return allowed.ToString();
    }
}
