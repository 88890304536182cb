using System.Net;
using PolicyGraph.GraphQL.Http;

namespace PolicyGraph.GraphQL.Tests.Http;

public sealed class GraphQLHttpTests
{
    public static TheoryData<string> Requests() =>
        [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Http", "requests.txt")).Where(line => !line.StartsWith('#'))];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Answers_with_the_status_of_the_case(string line)
    {
        var columns = line.Split('|').Select(column => column.Trim()).ToArray();
        await using var server = await SmallServer.StartAsync();
        using var request = new HttpRequestMessage(
            new HttpMethod(columns[1].Split(' ')[0]),
            columns[1].Contains('?') ? columns[1][columns[1].IndexOf('?')..] : ""
        );
        if (columns[2] is not "-")
        {
            request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(columns[4]));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", columns[2]);
        }

        if (columns[3] is not "-")
        {
            request.Headers.TryAddWithoutValidation("Accept", columns[3]);
        }

        using var response = await server.Client.SendAsync(request);
        Assert.Equal(columns[5], ((int)response.StatusCode).ToString());
        Assert.Contains(columns[6], await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 413)]
    public async Task Takes_bodies_up_to_the_limit(int bytes, int status)
    {
        await using var server = await SmallServer.StartAsync(new GraphQLHttpOptions { MaxRequestBytes = 200 });
        const string Query = """{"query":"{ __typename }"}""";
        var (found, _, _) = await server.PostAsync(Query + new string(' ', bytes - Query.Length));
        Assert.Equal(status, found);
    }

    [Fact]
    public async Task Refuses_broken_UTF8()
    {
        await using var server = await SmallServer.StartAsync();
        using var content = new ByteArrayContent([.. "{\"query\":\"{ ship(name: \\\""u8, 0xC3, 0x28, .. "\\\") { id } }\"}"u8]);
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        using var response = await server.Client.PostAsync("", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(63, 200)]
    [InlineData(64, 400)]
    public async Task Refuses_JSON_that_nests_too_deep(int depth, int status)
    {
        await using var server = await SmallServer.StartAsync();
        var (found, _, _) = await server.PostAsync(
            $$"""{"query":"{ __typename }","extra":{{new string('[', depth)}}{{new string(']', depth)}}}"""
        );
        Assert.Equal(status, found);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip;q=1, br;q=0.5", "gzip")]
    [InlineData("deflate", null)]
    public async Task Compresses_as_the_client_likes_best(string accepted, string? expected)
    {
        await using var server = await SmallServer.StartAsync(new GraphQLHttpOptions { CompressesFrom = 10 });
        using var request = new HttpRequestMessage(HttpMethod.Get, "?query={__schema{types{name}}}");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
    }

    [Theory]
    [InlineData("https://good.example", "https://good.example", "https://good.example")]
    [InlineData("https://good.example", "https://bad.example", null)]
    [InlineData("https://good.example", null, null)]
    [InlineData("*", "https://any.example", "*")]
    [InlineData("*", null, null)]
    [InlineData(null, "https://any.example", null)]
    public async Task Lets_pages_of_allowed_origins_in(string? listed, string? origin, string? allowed)
    {
        await using var server = await SmallServer.StartAsync(new GraphQLHttpOptions { AllowedOrigins = listed is null ? [] : [listed] });
        using var request = new HttpRequestMessage(HttpMethod.Options, "");
        request.Headers.TryAddWithoutValidation("Origin", origin is null ? [] : [origin]);
        request.Headers.TryAddWithoutValidation("Access-Control-Request-Headers", "content-type");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
        Assert.Equal(listed is "https://good.example", response.Headers.Vary.Contains("Origin")); // Else a cache would give one origin's answer to another.
    }

    [Theory]
    [InlineData("POST", 401)]
    [InlineData("GET", 401)]
    [InlineData("OPTIONS", 204)]
    public async Task Who_is_turned_away_is_told_as_by_any_error_and_a_page_can_read_it(string method, int status)
    {
        var refusal = new HttpRefusal(401, "Show a key.", "UNAUTHENTICATED", "Bearer");
        await using var server = await SmallServer.StartAsync(
            new GraphQLHttpOptions { AllowedOrigins = ["https://good.example"], Refuses = _ => refusal }
        );
        using var request = new HttpRequestMessage(new HttpMethod(method), "");
        request.Headers.TryAddWithoutValidation("Origin", "https://good.example");
        using var response = await server.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("https://good.example", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        if (status == 401)
        {
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
            Assert.Equal(
                """{"errors":[{"message":"Show a key.","extensions":{"code":"UNAUTHENTICATED"}}]}""",
                await response.Content.ReadAsStringAsync()
            );
        }
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 400)]
    public async Task Holds_GET_to_a_header_where_it_is_told_to(bool hasHeader, int status)
    {
        await using var server = await SmallServer.StartAsync(new GraphQLHttpOptions { RequiresPreflightForGet = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, "?query={__typename}");
        if (hasHeader)
        {
            request.Headers.Add("GraphQL-Require-Preflight", "1");
        }

        using var response = await server.Client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData(int.MaxValue, 200)]
    [InlineData(1 << 20, 503)]
    public async Task Refuses_large_responses_that_find_no_room(int room, int status)
    {
        await using var server = await SmallServer.StartAsync(
            new GraphQLHttpOptions { MaxBytesInFlight = room, MaxRequestBytes = 2 << 20 }
        );
        var alias = new string('a', 12_000);
        var fields = string.Join(' ', Enumerable.Range(0, 90).Select(i => $"{alias}{i}: __typename"));
        var (found, message, body) = await server.PostAsync($$"""{"query":"{ {{fields}} }"}""", accept: "application/json");
        Assert.Equal(status, found);
        Assert.Equal(status == 200, body.Length > 1 << 20);
        Assert.Equal(status == 200 ? null : TimeSpan.FromSeconds(1), message.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task One_hundred_thousand_braces_are_one_clear_error()
    {
        await using var server = await SmallServer.StartAsync();
        var (status, _, body) = await server.PostAsync(
            $$"""{"query":"{{string.Concat(Enumerable.Repeat("{a", 100_000))}}"}""",
            accept: "application/graphql-response+json"
        );
        Assert.Equal(400, status);
        Assert.Contains("nests deeper than 200 levels", body);
    }
}
