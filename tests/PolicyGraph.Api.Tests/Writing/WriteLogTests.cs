using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.Api.Writing;

namespace PolicyGraph.Api.Tests.Writing;

public sealed class WriteLogTests
{
    private const string Secret = "writing-secret-0001";

    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    [Theory]
    [InlineData(
        """mutation { ingestRecord(record: "{\"document\": {\"title\": \"甲文\", \"source\": \"甲.txt\"}}") { id } }""",
        "Information: curator took in document_* from 甲.txt: Added"
    )]
    [InlineData(
        """mutation { ingestRecord(record: "{\"document\": {\"source\": \"a\\nb\"}, \"relations\": [{\"type\": \"ISSUED\", \"from\": \"e1\", \"to\": \"e2\", \"evidence\": \"\"}]}") { id } }""",
        "Information: curator sent a paper from a b that was refused: *e1*"
    )]
    [InlineData("""mutation { removeDocument(id: "x") { removed } }""", "Information: curator took away x: it was there False")]
    public async Task A_write_is_logged_with_the_name_of_its_key_and_never_the_key(string operation, string pattern)
    {
        await using var store = await TestStore.OpenAsync(Api, []);
        var log = new Lines();
        var access = new ApiAccess(
            [new ApiKey("reader", "reading-secret-0001", ApiRights.Read), new ApiKey("curator", Secret, ApiRights.Write)],
            ReadingNeedsKey: false
        );
        var http = new DefaultHttpContext { Request = { Headers = { Authorization = $"Bearer {Secret}" } } };
        await Api.CreateEngine(store.Graph, access: access, writes: log).AskAsync(operation, host: http);
        var line = Assert.Single(log.Written);
        Assert.Matches($"^{string.Join(".*", pattern.Split('*').Select(System.Text.RegularExpressions.Regex.Escape))}$", line);
        Assert.DoesNotContain(Secret, line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_is_refused_is_not_logged()
    {
        await using var store = await TestStore.OpenAsync(Api, []);
        var log = new Lines();
        await Api.CreateEngine(store.Graph, access: ApiAccess.ReadOnly, writes: log)
            .AskAsync("mutation { removeDocument(id: \"x\") { removed } }", host: new DefaultHttpContext());
        Assert.Empty(log.Written);
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class Lines : ILogger
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
