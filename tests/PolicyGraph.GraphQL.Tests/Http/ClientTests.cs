using PolicyGraph.GraphQL.Tests.Oracle;
using PolicyGraph.GraphQL.Tests.Subscriptions;

namespace PolicyGraph.GraphQL.Tests.Http;

/// <summary>The clients that people use, from npm: see tests/clients.</summary>
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

    [ClientFact]
    public async Task Serves_the_reference_clients_of_graphql_sse_and_graphql_ws()
    {
        var talk = new TalkService();
        await using var server = await SmallServer.StartAsync(talk.Engine);
        var answers = await Clients.RunAsync("listen.mjs", server.Client.BaseAddress!.ToString());
        const string Heard = "hello world, echo, 1-2-3, GRAPHQL_VALIDATION_FAILED";
        Assert.Equal($"graphql-sse, distinct connections: {Heard}\ngraphql-sse, single connection: {Heard}\ngraphql-ws: {Heard}", answers);
    }

    private sealed class ClientFactAttribute : FactAttribute
    {
        public ClientFactAttribute() => Skip = Clients.WhyNot;
    }
}
