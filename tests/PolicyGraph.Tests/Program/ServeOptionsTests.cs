using System.Net;
using System.Net.Http.Json;

namespace PolicyGraph.Tests.Program;

/// <summary>What the options of <c>serve</c> change, on both sides of each.</summary>
public sealed class ServeOptionsTests(NarrowServiceFixture narrow, ServiceFixture usual)
    : IClassFixture<NarrowServiceFixture>,
        IClassFixture<ServiceFixture>
{
    [Theory]
    [InlineData("{ agencies { nodes { name } } }", "")]
    [InlineData("{ agencies(first: 1) { nodes { issued(first: 1) { totalCount } } } }", "inside one another")]
    [InlineData("{ agencies(first: 600) { nodes { name } } }", "costs")]
    [InlineData("{ a: __typename }", "")]
    [InlineData("{ a: __typename b: __typename }", "aliases")]
    [InlineData("{ __typename __typename __typename __typename __typename __typename __typename __typename __typename }", "fields")]
    [InlineData(
        "{ __typename @skip(if: false) @skip(if: false) @skip(if: false) @skip(if: false) @skip(if: false) @skip(if: false) @skip(if: false) @skip(if: false) @skip(if: false) @skip(if: false) }",
        "tokens"
    )]
    [InlineData("{ __schema { queryType { name } } }", "switched off")]
    public async Task An_operation_is_held_to_the_limits_given(string query, string refusal)
    {
        var answer = (await narrow.AskAsync(query)).ToString();
        Assert.Contains(refusal, answer, StringComparison.Ordinal);
        Assert.Equal(refusal.Length > 0, answer.Contains("\"errors\"", StringComparison.Ordinal));
        if (refusal.Length > 0 && refusal != "tokens")
        {
            Assert.DoesNotContain("errors", (await usual.AskAsync(query)).ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("overview-1", true)]
    [InlineData("overview-2", false)]
    public async Task A_trusted_document_runs_by_its_id(string id, bool isRun)
    {
        using var response = await narrow.Client.PostAsJsonAsync((Uri?)null, new { documentId = id });
        Assert.Equal(isRun, (await response.Content.ReadAsStringAsync()).Contains("\"documents\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_registered_where_that_is_switched_off()
    {
        using var response = await narrow.Client.PostAsync(
            (Uri?)null,
            JsonContent.Create(new { extensions = new { persistedQuery = new { version = 1, sha256Hash = "00" } } })
        );
        Assert.Contains("PersistedQueryNotSupported", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        using var response = await narrow.Client.PostAsJsonAsync((Uri?)null, new { query = "{ __typename }", pad = new string(' ', 600) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("https://good.example", true)]
    [InlineData("https://bad.example", false)]
    public async Task Pages_of_the_allowed_origin_alone_may_ask(string origin, bool isAllowed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, (Uri?)null);
        request.Headers.Add("Origin", origin);
        using var response = await narrow.Client.SendAsync(request);
        Assert.Equal(isAllowed, response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("good.example", HttpStatusCode.OK)]
    [InlineData("bad.example", HttpStatusCode.MisdirectedRequest)]
    public async Task It_answers_by_the_name_that_it_is_told(string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, (Uri?)null)
        {
            Content = JsonContent.Create(new { query = "{ __typename }" }),
        };
        request.Headers.Host = host;
        using var response = await narrow.Client.SendAsync(request);
        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task The_schema_is_not_told_where_it_cannot_be_asked_for()
    {
        using var text = await narrow.Client.GetAsync(new Uri("/graphql/schema.graphql", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, text.StatusCode);
        Assert.DoesNotContain("Did you mean", (await narrow.AskAsync("{ agencys { totalCount } }")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_GET_needs_its_header_where_it_is_told_to()
    {
        using var without = await narrow.Client.GetAsync(new Uri("?query={__typename}", UriKind.Relative));
        using var same = await usual.Client.GetAsync(new Uri("?query={__typename}", UriKind.Relative));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.OK), (without.StatusCode, same.StatusCode));
    }

    [Fact]
    public async Task A_slow_operation_is_one_structured_line()
    {
        await narrow.AskAsync("query Slow { overview { documents } }");
        string line;
        do
        {
            line = await narrow.ReadLineAsync();
        } while (line.Length > 0 && !line.Contains("\"Name\":\"Slow\"", StringComparison.Ordinal));

        Assert.Matches("\"LogLevel\":\"Warning\".*\"Hash\":\"[0-9a-f]{64}\".*\"Price\":[0-9]+.*\"Outcome\":\"Complete\"", line);
    }

    [Theory]
    [InlineData("/v1/traces", "graphql.operation")]
    [InlineData("/v1/metrics", "graphql.stage.duration")]
    public async Task The_collector_gets_traces_and_metrics(string path, string name)
    {
        await narrow.AskAsync("{ overview { documents } }");
        Assert.True(await narrow.IsCollectedAsync(path, name));
    }

    [Theory]
    [InlineData("--max-depth", "0", "at least 1")]
    [InlineData("--time-limit", "-1", "a number of seconds")]
    [InlineData("--otlp", "collector", "http://localhost:4318")]
    [InlineData("--trusted", "no-such-folder", "no-such-folder")]
    public async Task A_wrong_value_is_named(string option, string value, string message)
    {
        using var folder = new TemporaryFolder();
        var run = await ProgramRun.RunAsync(folder.Path, "serve", "--urls", "http://127.0.0.1:0", option, value);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
