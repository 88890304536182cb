using System.Net;
using System.Net.WebSockets;
using System.Text;
using PolicyGraph.Api.Writing;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http;
using PolicyGraph.GraphQL.Persisted;

namespace PolicyGraph.Api.Tests.Hosting;

/// <summary>Who is let in, over each of the transports.</summary>
public sealed class AccessTests
{
    private const string Reading = "reading-secret-0001";
    private const string Writing = "writing-secret-0001";

    private static readonly ApiKey[] Keys = [new("reader", Reading, ApiRights.Read), new("curator", Writing, ApiRights.Write)];

    [Theory]
    [InlineData(false, "/graphql?query={__typename}", null, null)]
    [InlineData(false, "/graphql?query={__typename}", "Bearer wrong-secret-00001", "Bearer error=\"invalid_token\"")]
    [InlineData(true, "/graphql?query={__typename}", null, "Bearer")]
    [InlineData(true, "/graphql?query={__typename}", "Bearer wrong-secret-00001", "Bearer error=\"invalid_token\"")]
    [InlineData(true, "/graphql?query={__typename}", "Bearer " + Reading, null)]
    [InlineData(true, "/graphql/schema.graphql", null, "Bearer")]
    [InlineData(true, "/graphql/schema.graphql", "Bearer " + Reading, null)]
    [InlineData(false, "/graphql/schema.graphql", null, null)]
    [InlineData(false, "/graphql/schema.graphql", "Bearer wrong-secret-00001", "Bearer error=\"invalid_token\"")]
    public async Task Reading_needs_a_key_where_it_is_told_to_and_a_wrong_one_is_told(
        bool isPrivate,
        string path,
        string? key,
        string? challenge
    )
    {
        await using var server = await ApiServer.StartAsync(new ApiAccess(Keys, isPrivate));
        using var response = await SendAsync(server, path, key, upgrades: false);
        Assert.Equal(challenge is null ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(challenge ?? "", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(
            challenge is not null,
            (await response.Content.ReadAsStringAsync()).Contains("\"code\":\"UNAUTHENTICATED\"", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(true, false, HttpStatusCode.OK)]
    [InlineData(false, false, HttpStatusCode.NotFound)]
    [InlineData(true, true, HttpStatusCode.NotFound)]
    public async Task The_schema_is_served_where_it_may_be_known(bool allowsIntrospection, bool onlyTrusted, HttpStatusCode status)
    {
        var options = new EngineOptions
        {
            AllowsIntrospection = allowsIntrospection,
            Persisted = PersistedDocuments.Trusted(new Dictionary<string, byte[]>(), onlyTrusted),
        };
        await using var server = await ApiServer.StartAsync(ApiAccess.ReadOnly, engine: options);
        using var response = await SendAsync(server, "/graphql/schema.graphql", key: null, upgrades: false);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData(true, "max-age=60, private")]
    [InlineData(false, "public, max-age=60")]
    public async Task What_needs_a_key_is_kept_by_no_shared_cache(bool isPrivate, string control)
    {
        const string Text = "{ __typename }";
        var hash = PersistedDocuments.Hash(Encoding.UTF8.GetBytes(Text));
        await using var server = await ApiServer.StartAsync(
            new ApiAccess(Keys, isPrivate),
            http: new GraphQLHttpOptions { MaxAge = TimeSpan.FromMinutes(1) }
        );
        var extensions = Uri.EscapeDataString($$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""");
        using var response = await SendAsync(
            server,
            $"/graphql?query={Text}&extensions={extensions}",
            isPrivate ? "Bearer " + Reading : null,
            upgrades: false
        );
        Assert.Equal(control, response.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/graphql?query={__typename}", HttpStatusCode.BadRequest)]
    [InlineData("/graphql/schema.graphql", HttpStatusCode.Unauthorized)]
    public async Task A_handshake_that_is_none_reads_nothing(string path, HttpStatusCode status)
    {
        await using var server = await ApiServer.StartAsync(new ApiAccess(Keys, ReadingNeedsKey: true));
        using var response = await SendAsync(server, path, key: null, upgrades: true);
        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData(true, "", null, "4403")]
    [InlineData(true, ",\"payload\":{\"Authorization\":\"Bearer wrong-secret-00001\"}", null, "4403")]
    [InlineData(true, ",\"payload\":{\"Authorization\":7}", null, "4403")]
    [InlineData(true, ",\"payload\":{\"authorization\":\"Bearer " + Reading + "\"}", null, "FORBIDDEN")]
    [InlineData(true, ",\"payload\":{\"Authorization\":\"Bearer " + Writing + "\"}", null, "removed")]
    [InlineData(true, "", "Bearer " + Writing, "removed")]
    [InlineData(true, ",\"payload\":{\"Authorization\":\"Bearer " + Writing + "\"}", "Bearer " + Reading, "FORBIDDEN")]
    [InlineData(false, "", null, "FORBIDDEN")]
    [InlineData(false, ",\"payload\":{\"Authorization\":\"Bearer wrong-secret-00001\"}", null, "4403")]
    [InlineData(false, ",\"payload\":{\"Authorization\":\"Bearer " + Writing + "\"}", null, "removed")]
    public async Task A_socket_shows_its_key_in_its_handshake_or_its_first_message(
        bool isPrivate,
        string payload,
        string? header,
        string answer
    )
    {
        await using var server = await ApiServer.StartAsync(new ApiAccess(Keys, isPrivate));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        if (header is not null)
        {
            socket.Options.SetRequestHeader("Authorization", header);
        }

        await socket.ConnectAsync(new UriBuilder(server.Client.BaseAddress!) { Scheme = "ws" }.Uri, patience.Token);
        await SendAsync(socket, $$"""{"type":"connection_init"{{payload}}}""", patience.Token);
        var first = await ReceiveAsync(socket, patience.Token);
        if (first.StartsWith('{'))
        {
            await SendAsync(
                socket,
                """{"id":"1","type":"subscribe","payload":{"query":"mutation { removeDocument(id: \"x\") { removed } }"}}""",
                patience.Token
            );
            first = await ReceiveAsync(socket, patience.Token);
        }

        Assert.Contains(answer, first, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(ApiServer server, string path, string? key, bool upgrades)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Authorization", key is null ? [] : [key]);
        if (upgrades)
        {
            request.Headers.TryAddWithoutValidation("Upgrade", "websocket");
            request.Headers.TryAddWithoutValidation("Connection", "Upgrade");
        }

        return await server.Client.SendAsync(request);
    }

    private static Task SendAsync(ClientWebSocket socket, string message, CancellationToken cancellation) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, cancellation);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellation)
    {
        var buffer = new byte[4096];
        var part = await socket.ReceiveAsync(buffer, cancellation);
        return part.MessageType is WebSocketMessageType.Close
            ? $"closed with {(int?)part.CloseStatus}"
            : Encoding.UTF8.GetString(buffer, 0, part.Count);
    }
}
