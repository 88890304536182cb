using Microsoft.Extensions.Logging;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Tests.Execution;

namespace PolicyGraph.GraphQL.Tests.Diagnostics;

public sealed class OperationReportTests
{
    [Theory]
    [InlineData("query Find($n: String!) { ship(name: $n) { id } }", "Information", "GraphQL query Find")]
    [InlineData("query Find($n: String!) { ship(name: $n) { crew { broken } } }", "Information", "BROKEN")]
    [InlineData("query Find($n: String!) { nope }", "Information", "GRAPHQL_VALIDATION_FAILED")]
    public void Writes_one_line_for_an_operation_and_none_of_its_values(string query, string level, string part)
    {
        var log = new LineLog();
        SmallService.Ask(query, """{"n":"Aurora"}""", options: new EngineOptions { Logger = log, SlowAfter = TimeSpan.FromMinutes(1) });
        var line = Assert.Single(log.Lines);
        Assert.StartsWith(level, line);
        Assert.Contains(part, line);
        Assert.DoesNotContain("Aurora", line);
    }

    [Fact]
    public void Marks_slow_operations()
    {
        var log = new LineLog();
        SmallService.Ask("{ __typename }", options: new EngineOptions { Logger = log, SlowAfter = TimeSpan.Zero });
        Assert.StartsWith("Warning Slow GraphQL query", Assert.Single(log.Lines));
    }

    private sealed class LineLog : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}
