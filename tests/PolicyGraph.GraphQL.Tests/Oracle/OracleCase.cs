using System.Text.Json.Nodes;

namespace PolicyGraph.GraphQL.Tests.Oracle;

/// <summary>One operation for both implementations.</summary>
/// <param name="Schema">The name of a file of Schemas, without its ending.</param>
/// <param name="Query">The document.</param>
/// <param name="Variables">An object, or null.</param>
internal sealed record OracleCase(string Schema, string Query, JsonObject? Variables = null)
{
    public JsonObject ToJson() =>
        new()
        {
            ["schema"] = Schema,
            ["query"] = Query,
            ["variables"] = Variables?.DeepClone(),
        };

    public static OracleCase Read(JsonNode node) => new((string)node["schema"]!, (string)node["query"]!, node["variables"] as JsonObject);
}
