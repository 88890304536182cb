using PolicyGraph.GraphQL.Tests.Oracle;

namespace PolicyGraph.GraphQL.Tests.Http;

/// <summary>The clients that people use, from npm, each with one operation: see tests/clients/ask.mjs.</summary>
public sealed class ClientTests
{
    internal static NodeProject Clients { get; } = new("clients");

    [ClientFact]
    public async Task Serves_Apollo_Client_urql_GraphiQL_and_Relays_compiler()
    {
        await using var server = await SmallServer.StartAsync();
        var schema = Path.Combine(AppContext.BaseDirectory, "Schemas", "small.graphql");
        var answers = await Clients.RunAsync("ask.mjs", server.Client.BaseAddress!.ToString(), schema);
        Assert.Equal("apollo Aurora\nurql Aurora\ngraphiql Aurora\nrelay Aurora", answers);
    }

    private sealed class ClientFactAttribute : FactAttribute
    {
        public ClientFactAttribute() => Skip = Clients.WhyNot;
    }
}
