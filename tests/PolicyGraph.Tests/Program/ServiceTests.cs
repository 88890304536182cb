using System.Net;
using System.Net.Http.Headers;

namespace PolicyGraph.Tests.Program;

/// <summary>The service over the samples: its page, its schema, its health, and what it does with hostile requests.</summary>
public sealed class ServiceTests(ServiceFixture service) : IClassFixture<ServiceFixture>
{
    [Fact]
    public async Task A_browser_gets_a_page_that_loads_nothing_from_elsewhere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, (Uri?)null);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var response = await service.Client.SendAsync(request);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotMatch("(?:src|href)=\"(?:https?:)?//", page);
        Assert.Matches(
            "default-src 'self'; script-src 'self'.*; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single()
        );
    }

    [Theory]
    [InlineData("/graphql?query={__typename}", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("/graphql/schema.graphql", "evil.example:5080", HttpStatusCode.MisdirectedRequest)]
    [InlineData("/", "evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("/health/live", "evil.example", HttpStatusCode.OK)]
    [InlineData("/graphql?query={__typename}", "localhost:1", HttpStatusCode.OK)]
    public async Task A_page_that_lets_its_own_name_lead_here_is_refused(string path, string host, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = host;

        using var response = await service.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(
            status is HttpStatusCode.MisdirectedRequest,
            (await response.Content.ReadAsStringAsync()).Contains("--allow-host evil.example", StringComparison.Ordinal)
        );
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task The_schema_is_served_as_text()
    {
        var schema = await service.Client.GetStringAsync(new Uri("/graphql/schema.graphql", UriKind.Relative));

        Assert.Contains("type Agency implements", schema, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told(string path)
    {
        using var response = await service.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_hundred_thousand_nested_braces_are_refused_and_the_service_lives()
    {
        var refused = await service.AskAsync(new string('{', 100_000));
        Assert.True(refused.TryGetProperty("errors", out var errors));
        Assert.Equal(1, errors.GetArrayLength());

        var answer = await service.AskAsync("{ agencies { totalCount } }");
        Assert.True(answer.GetProperty("data").GetProperty("agencies").GetProperty("totalCount").GetInt32() > 0);
    }
}
