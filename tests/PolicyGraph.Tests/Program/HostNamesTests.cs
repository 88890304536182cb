using PolicyGraph.Serving;

namespace PolicyGraph.Tests.Program;

/// <summary>By which names the service answers, for what it listens at and what it was told.</summary>
public sealed class HostNamesTests
{
    [Theory]
    [InlineData(
        "http://127.0.0.1:5080",
        null,
        "127.0.0.1 localhost app.localhost [::1] 192.168.1.5",
        "evil.example localhost.evil.example 127.0.0.1.evil.example"
    )]
    [InlineData(
        "http://localhost:5080;http://graph.example:5081",
        null,
        "localhost 127.0.0.1 graph.example GRAPH.example",
        "evil.example a.graph.example"
    )]
    [InlineData("http://192.168.1.5:5080", "graph.example", "192.168.1.5 graph.example", "evil.example")]
    [InlineData("http://0.0.0.0:5080", null, "evil.example localhost", "")]
    [InlineData("http://*:5080", null, "evil.example", "")]
    [InlineData("http://[::]:5080", null, "evil.example", "")]
    [InlineData("http://+:5080", "graph.example", "graph.example localhost 10.0.0.1", "evil.example")]
    public void A_request_is_answered_by_the_names_allowed_alone(string urls, string? more, string answered, string refused)
    {
        var names = HostNames.Of(urls, more is null ? [] : [more]);
        Assert.All(answered.Split(' '), name => Assert.True(names.Answers(name), name));
        Assert.All(refused.Split(' ', StringSplitOptions.RemoveEmptyEntries), name => Assert.False(names.Answers(name), name));
    }
}
