using System.Net;
using System.Text;
using System.Text.Json;
using PolicyGraph.GraphQL.Http;
using PolicyGraph.GraphQL.Tests.Subscriptions;

namespace PolicyGraph.GraphQL.Tests.Http.Streams;

/// <summary>GraphQL over Server-Sent Events, event by event.</summary>
public sealed class StreamTests
{
    private const string Listen = """{"query":"subscription { said { text } }"}""";

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", """event: next|data: {"data":{"hello":"hello world"}}||event: complete|data: ||""")]
    [InlineData(
        """{"query":"subscription { count(to: 2) }"}""",
        """event: next|data: {"data":{"count":1}}||event: next|data: {"data":{"count":2}}||event: complete|data: ||"""
    )]
    [InlineData("""{"query":"subscription { count(to: 0) }"}""", "event: complete|data: ||")]
    [InlineData(
        """{"query":"{ nope }"}""",
        """event: next|data: {"errors":[{"message":"Cannot query field \"nope\" on type \"Query\".","locations":[{"line":1,"column":3}],"extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}]}||event: complete|data: ||"""
    )]
    [InlineData(
        """{"query":"subscription { closed }"}""",
        """event: next|data: {"errors":[{"message":"Nobody may listen.","extensions":{"code":"CLOSED"}}]}||event: complete|data: ||"""
    )]
    public async Task An_operation_has_its_own_stream(string request, string events)
    {
        await using var server = await StartAsync();
        using var response = await PostAsync(server, request);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal((":||" + events).Replace('|', '\n'), await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_subscription_is_asked_for_by_GET_too()
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "?query=subscription{count(to:1)}");
        request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        using var response = await server.Client.SendAsync(request);
        Assert.Contains("""data: {"data":{"count":1}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_subscription_without_a_stream_is_told_where_to_go()
    {
        await using var server = await StartAsync();
        var (_, _, body) = await server.PostAsync(Listen);
        Assert.Contains("text/event-stream", body);
    }

    [Fact]
    public async Task Who_has_the_head_misses_nothing_and_who_goes_is_forgotten()
    {
        var talk = new TalkService();
        await using var server = await SmallServer.StartAsync(talk.Engine);
        using (var response = await PostAsync(server, Listen))
        {
            Assert.Equal(1, talk.Sayings.Subscribers);
            talk.Sayings.Publish("now");
            using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
            Assert.Equal("""{"data":{"said":{"text":"now"}}}""", await NextAsync(events));
        }

        await UntilAsync(() => talk.Sayings.Subscribers == 0);
    }

    [Fact]
    public async Task The_server_ends_a_stream_without_completing_it_when_it_stops()
    {
        var talk = new TalkService();
        await using var server = await SmallServer.StartAsync(talk.Engine);
        using var response = await PostAsync(server, Listen);
        var stopping = server.StopAsync();
        Assert.Equal(":\n\n", await response.Content.ReadAsStringAsync());
        await stopping;
        Assert.Equal(0, talk.Sayings.Subscribers);
    }

    [Fact]
    public async Task A_quiet_stream_is_kept_alive()
    {
        await using var server = await StartAsync(new StreamingOptions { KeepAlive = TimeSpan.FromMilliseconds(20) });
        using var response = await PostAsync(server, Listen);
        using var events = new StreamReader(await response.Content.ReadAsStreamAsync());
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(":", await events.ReadLineAsync());
            Assert.Equal("", await events.ReadLineAsync());
        }
    }

    [Fact]
    public async Task There_is_a_limit_to_the_streams_reserved_ones_included()
    {
        await using var server = await StartAsync(new StreamingOptions { MaxConnections = 2 });
        using var open = await PostAsync(server, Listen);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(server, HttpMethod.Put)).StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync(server, HttpMethod.Put)).StatusCode);
        using var refused = await PostAsync(server, Listen);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
    }

    [Fact]
    public async Task Many_operations_share_one_stream()
    {
        var talk = new TalkService();
        await using var server = await SmallServer.StartAsync(
            talk.Engine,
            new GraphQLHttpOptions { Streaming = new StreamingOptions { MaxOperations = 2 } }
        );
        var token = await (await SendAsync(server, HttpMethod.Put)).Content.ReadAsStringAsync();
        Assert.Matches("^[0-9a-f]{32}$", token);

        // The first comes before the stream is open, and waits.
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(server, token, "early", "{ hello }")).StatusCode);
        using var stream = await SendAsync(server, HttpMethod.Get, token, accept: "text/event-stream");
        using var events = new StreamReader(await stream.Content.ReadAsStreamAsync());
        Assert.Equal("""{"id":"early","payload":{"data":{"hello":"hello world"}}}""", await NextAsync(events));
        Assert.Equal("""{"id":"early"}""", await NextAsync(events));
        Assert.Equal(HttpStatusCode.Conflict, (await SendAsync(server, HttpMethod.Get, token, accept: "text/event-stream")).StatusCode);

        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(server, token, "s", "subscription { said { text } }")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await AskAsync(server, token, "s", "subscription { said { text } }")).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(server, token, "t", "subscription { said { length } }")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(server, token, "u", "{ hello }")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(server, HttpMethod.Delete, token, query: "?operationId=t")).StatusCode);
        talk.Sayings.Publish("now");
        Assert.Equal("""{"id":"s","payload":{"data":{"said":{"text":"now"}}}}""", await NextAsync(events));
        stream.Dispose();
        await UntilAsync(() => talk.Sayings.Subscribers == 0);
    }

    [Fact]
    public async Task A_reservation_runs_out()
    {
        var talk = new TalkService();
        await using var server = await SmallServer.StartAsync(
            talk.Engine,
            new GraphQLHttpOptions
            {
                Streaming = new StreamingOptions { ReservationTimeLimit = TimeSpan.FromMilliseconds(300), MaxConnections = 1 },
            }
        );
        var token = await (await SendAsync(server, HttpMethod.Put)).Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Accepted, (await AskAsync(server, token, "s", "subscription { said { text } }")).StatusCode);
        await UntilAsync(() => talk.Sayings.Subscribers == 0);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(server, HttpMethod.Get, token, accept: "text/event-stream")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(server, HttpMethod.Put)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "unknown", "", 404)]
    [InlineData("DELETE", "unknown", "?operationId=1", 404)]
    [InlineData("DELETE", null, "?operationId=1", 404)]
    [InlineData("DELETE", "known", "", 400)]
    [InlineData("POST", "unknown", "", 404)]
    [InlineData("POST", "known", "", 400)]
    public async Task A_wrong_request_is_refused_with_its_reason(string method, string? token, string query, int status)
    {
        await using var server = await StartAsync();
        token = token is "known" ? await (await SendAsync(server, HttpMethod.Put)).Content.ReadAsStringAsync() : token;
        using var response = await SendAsync(
            server,
            new HttpMethod(method),
            token,
            query,
            "text/event-stream",
            method is "POST" ? """{"query":"{ hello }"}""" : null
        );
        Assert.Equal(status, (int)response.StatusCode);
    }

    private static Task<SmallServer> StartAsync(StreamingOptions? options = null) =>
        SmallServer.StartAsync(new TalkService().Engine, new GraphQLHttpOptions { Streaming = options ?? new StreamingOptions() });

    private static Task<HttpResponseMessage> PostAsync(SmallServer server, string json) =>
        SendAsync(server, HttpMethod.Post, accept: "text/event-stream", body: json);

    private static Task<HttpResponseMessage> AskAsync(SmallServer server, string token, string id, string query) =>
        SendAsync(server, HttpMethod.Post, token, body: JsonSerializer.Serialize(new { query, extensions = new { operationId = id } }));

    private static async Task<HttpResponseMessage> SendAsync(
        SmallServer server,
        HttpMethod method,
        string? token = null,
        string query = "",
        string? accept = null,
        string? body = null
    )
    {
        using var request = new HttpRequestMessage(method, query);
        request.Headers.TryAddWithoutValidation("X-GraphQL-Event-Stream-Token", token is null ? [] : [token]);
        request.Headers.TryAddWithoutValidation("Accept", accept ?? "application/json");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>The data of the next event.</summary>
    private static async Task<string> NextAsync(StreamReader events)
    {
        while (await events.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return line["data: ".Length..];
            }
        }

        return "the end";
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!holds())
        {
            await tick.WaitForNextTickAsync(patience.Token);
        }
    }
}
