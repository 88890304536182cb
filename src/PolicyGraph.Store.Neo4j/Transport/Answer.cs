using System.Text.Json;

namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>The rows of one statement, as the Query API's <c>data</c>. Owns the memory under it; dispose of it after reading.</summary>
public sealed class Answer(JsonDocument document) : IDisposable
{
    /// <summary>Rows in order, each an array of values in the order of <c>RETURN</c>.</summary>
    public JsonElement Rows { get; } = document.RootElement.GetProperty("data").GetProperty("values");

    /// <summary>The whole answer, for what stands beside the rows (<c>queryPlan</c>, <c>counters</c>).</summary>
    public JsonElement Root { get; } = document.RootElement;

    public void Dispose() => document.Dispose();
}
