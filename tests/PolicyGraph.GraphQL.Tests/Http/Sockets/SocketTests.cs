using System.Net.WebSockets;
using System.Text.Json;
using PolicyGraph.GraphQL.Http;
using PolicyGraph.GraphQL.Tests.Subscriptions;

namespace PolicyGraph.GraphQL.Tests.Http.Sockets;

/// <summary>GraphQL over WebSocket, message by message.</summary>
public sealed class SocketTests
{
    public static TheoryData<string> Conversations() => [.. Conversation.All.Keys];

    [Theory]
    [MemberData(nameof(Conversations))]
    public async Task Messages_come_back_as_the_script_says(string name)
    {
        var lines = Conversation.All[name];
        var isWait = lines is [['!', ..]];
        await using var server = await StartAsync(
            new StreamingOptions
            {
                MaxOperations = 2,
                InitTimeLimit = isWait ? TimeSpan.FromMilliseconds(50) : TimeSpan.FromSeconds(20),
                AdmitsSocket = (_, payload) =>
                    payload.ValueKind is JsonValueKind.Undefined || payload.GetProperty("who").GetString() == "me",
            }
        );
        using var client = await SocketClient.ConnectAsync(server);
        foreach (var line in lines)
        {
            if (line[0] == '>')
            {
                await client.SendAsync(line[2..]);
                continue;
            }

            var received = await client.ReceiveAsync();
            if (line[0] == '!')
            {
                Assert.StartsWith(line, received);
            }
            else
            {
                Assert.Equal(Plain(line[2..]), Plain(received));
            }
        }

        await client.CloseAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task A_client_of_another_protocol_is_refused(string? protocol)
    {
        await using var server = await StartAsync();
        try
        {
            using var client = await SocketClient.ConnectAsync(server, protocol);
            Assert.Equal("! 4406 Subprotocol not acceptable", await client.ReceiveAsync());
        }
        catch (WebSocketException refused)
        {
            // The client itself breaks off where it asked for a protocol and got none.
            Assert.NotNull(protocol);
            Assert.Equal(WebSocketError.UnsupportedProtocol, refused.WebSocketErrorCode);
        }
    }

    [Theory]
    [InlineData(100, "{\"type\":\"pong\"}")]
    [InlineData(101, "! 1009 The message is too long.")]
    public async Task Takes_messages_up_to_the_limit(int bytes, string answer)
    {
        await using var server = await SmallServer.StartAsync(new TalkService().Engine, new GraphQLHttpOptions { MaxRequestBytes = 100 });
        using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync("""{"type":"ping"}""".PadRight(bytes));
        Assert.Equal(answer, await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_binary_message_closes_the_socket()
    {
        await using var server = await StartAsync();
        using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync("""{"type":"ping"}""", WebSocketMessageType.Binary);
        Assert.Equal("! 4400 Invalid message received: it is binary.", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_client_that_closes_is_forgotten()
    {
        var talk = new TalkService();
        await using var server = await SmallServer.StartAsync(talk.Engine);
        using (var client = await SubscribedAsync(server, "1"))
        {
            Assert.Equal(1, talk.Sayings.Subscribers);
            await client.CloseAsync();
        }

        Assert.Equal(0, talk.Sayings.Subscribers);
    }

    [Fact]
    public async Task The_server_says_that_it_stops()
    {
        var talk = new TalkService();
        await using var server = await SmallServer.StartAsync(talk.Engine);
        using var client = await SubscribedAsync(server, "1");
        var stopping = server.StopAsync();
        Assert.Equal("! 1001 Going away", await client.ReceiveAsync());
        await client.CloseAsync();
        await stopping;
        Assert.Equal(0, talk.Sayings.Subscribers);
    }

    [Fact]
    public async Task There_is_a_limit_to_the_sockets()
    {
        await using var server = await StartAsync(new StreamingOptions { MaxConnections = 1 });
        using var first = await SubscribedAsync(server, "1");
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.ConnectAsync(server));
        Assert.Contains("503", refused.Message);
    }

    [Theory]
    [InlineData("https://good.example", true)]
    [InlineData("https://bad.example", false)]
    public async Task Only_pages_of_allowed_origins_open_sockets(string origin, bool isAllowed)
    {
        await using var server = await SmallServer.StartAsync(
            new TalkService().Engine,
            new GraphQLHttpOptions { AllowedOrigins = ["https://good.example"] }
        );
        var connecting = SocketClient.ConnectAsync(server, origin: origin);
        if (isAllowed)
        {
            (await connecting).Dispose();
        }
        else
        {
            Assert.Contains("403", (await Assert.ThrowsAsync<WebSocketException>(() => connecting)).Message);
        }
    }

    private static Task<SmallServer> StartAsync(StreamingOptions? options = null) =>
        SmallServer.StartAsync(new TalkService().Engine, new GraphQLHttpOptions { Streaming = options ?? new StreamingOptions() });

    /// <summary>A client who listens; messages are taken in order, so the pong tells that the subscription stands.</summary>
    private static async Task<SocketClient> SubscribedAsync(SmallServer server, string id)
    {
        var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync("""{"type":"connection_init"}""");
        await client.SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"subscription { said { text } }"}}""");
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync());
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
        return client;
    }

    private static string Plain(string json) => JsonSerializer.Serialize(JsonElement.Parse(json));
}
