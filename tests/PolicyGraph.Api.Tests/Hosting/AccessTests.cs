using System.Net;
using System.Net.WebSockets;
using System.Text;
using PolicyGraph.Api.Writing;

namespace PolicyGraph.Api.Tests.Hosting;

/// <summary>Who is let in, over each of the transports.</summary>
public sealed class AccessTests
{
    private const string Reading = "reading-secret-0001";
    private const string Writing = "writing-secret-0001";

    private static readonly ApiKey[] Keys = [new("reader", Reading, ApiRights.Read), new("curator", Writing, ApiRights.Write)];

    [Theory]
    [InlineData(false, "/graphql?query={__typename}", null, 200)]
    [InlineData(true, "/graphql?query={__typename}", null, 401)]
    [InlineData(true, "/graphql?query={__typename}", "Bearer wrong-secret-00001", 401)]
    [InlineData(true, "/graphql?query={__typename}", "Bearer " + Reading, 200)]
    [InlineData(true, "/graphql/schema.graphql", null, 401)]
    [InlineData(true, "/graphql/schema.graphql", "Bearer " + Reading, 200)]
    [InlineData(false, "/graphql/schema.graphql", null, 200)]
    public async Task Reading_needs_a_key_where_it_is_told_to(bool isPrivate, string path, string? key, int status)
    {
        await using var server = await ApiServer.StartAsync(new ApiAccess(Keys, isPrivate));
        using var response = await SendAsync(server, path, key, upgrades: false);
        Assert.Equal(status, (int)response.StatusCode);
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
    [InlineData(false, ",\"payload\":{\"Authorization\":\"Bearer " + Writing + "\"}", null, "removed")]
    public async Task A_socket_shows_its_key_in_its_handshake_or_its_first_message(bool isPrivate, string payload, string? header, string answer)
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
            await SendAsync(socket, """{"id":"1","type":"subscribe","payload":{"query":"mutation { removeDocument(id: \"x\") { removed } }"}}""", patience.Token);
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
        return part.MessageType is WebSocketMessageType.Close ? $"closed with {(int?)part.CloseStatus}" : Encoding.UTF8.GetString(buffer, 0, part.Count);
    }
}
