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
