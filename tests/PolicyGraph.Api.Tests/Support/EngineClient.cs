using System.Text;
using System.Text.Json;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.Api.Tests.Support;

/// <summary>Asks an engine as a client would.</summary>
public static class EngineClient
{
    /// <summary>The whole response.</summary>
    public static async Task<JsonElement> AskAsync(this GraphQLEngine engine, string operation, string variables = "", object? host = null)
    {
        using var output = new PooledBuffer();
        var request = new GraphQLRequest { Query = Encoding.UTF8.GetBytes(operation), Variables = Encoding.UTF8.GetBytes(variables) };
        await engine.ExecuteAsync(request, output, host, CancellationToken.None);
        return JsonDocument.Parse(output.WrittenMemory.ToArray()).RootElement;
    }

    /// <summary>The data of a response without errors.</summary>
    public static async Task<JsonElement> DataAsync(this GraphQLEngine engine, string operation, string variables = "")
    {
        var response = await engine.AskAsync(operation, variables);
        Assert.False(response.TryGetProperty("errors", out var errors), $"{errors}\n{operation}");
        return response.GetProperty("data");
    }
}
