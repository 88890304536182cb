using System.Diagnostics;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Tests.Execution;
using PolicyGraph.GraphQL.Tests.Http;

namespace PolicyGraph.GraphQL.Tests.Diagnostics;

/// <summary>The spans of an operation, as any listener sees them.</summary>
public sealed class TracingTests
{
    [Fact]
    public async Task An_operation_is_one_span_and_its_stages_are_under_it()
    {
        using var spans = new Spans("Traced");
        await using (var server = await SmallServer.StartAsync())
        {
            await server.PostAsync("""{"query":"query Traced { ship(name: \"Aurora\") { id } again: __typename }"}""");
            await server.PostAsync("""{"query":"query Traced { ship(name: \"Aurora\") { id } again: __typename }"}""");
        }

        var operations = spans.Of("graphql.operation");
        Assert.Equal(2, operations.Count);
        Assert.Equal(
            ["graphql.parse", "graphql.plan", "graphql.store again", "graphql.store ship", "graphql.validate", "graphql.write"],
            spans.Under(operations[0])
        );
        Assert.Equal(["graphql.store again", "graphql.store ship", "graphql.write"], spans.Under(operations[1]));
        Assert.Equal(
            ("query", "Complete"),
            (operations[0].GetTagItem("graphql.operation.type"), operations[0].GetTagItem("graphql.operation.outcome"))
        );
    }

    [Theory]
    [InlineData("query Failed { ship(name: \"Aurora\") { crew { broken } } }", "BROKEN")]
    [InlineData("query Failed { nope }", "GRAPHQL_VALIDATION_FAILED")]
    public void A_failed_operation_is_marked_by_its_code(string query, string code)
    {
        using var spans = new Spans();
        using var test = new Activity("test").Start();
        SmallService.Ask(query);
        var operation = Assert.Single(spans.Of("graphql.operation"), span => span.ParentSpanId == test.SpanId);
        Assert.Equal((ActivityStatusCode.Error, code), (operation.Status, operation.StatusDescription));
        Assert.Same(test, Activity.Current);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, null)]
    public void A_slow_operation_is_marked(int slowAfter, bool? mark)
    {
        using var spans = new Spans("Slow");
        SmallService.Ask("query Slow { __typename }", options: new EngineOptions { SlowAfter = TimeSpan.FromSeconds(slowAfter) });
        Assert.Equal(mark, Assert.Single(spans.Of("graphql.operation")).GetTagItem("graphql.operation.slow"));
    }

    /// <summary>All spans of the engine while it lives; other tests' operations are told apart by their name.</summary>
    private sealed class Spans : IDisposable
    {
        private readonly List<Activity> _ended = [];
        private readonly ActivityListener _listener;
        private readonly string? _operation;

        public Spans(string? operation = null)
        {
            _operation = operation;
            _listener = new ActivityListener
            {
                ShouldListenTo = source => source.Name == "PolicyGraph.GraphQL",
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStopped = Add,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IReadOnlyList<Activity> Of(string name)
        {
            lock (_ended)
            {
                return
                [
                    .. _ended.Where(span =>
                        span.OperationName == name && (_operation is null || Equals(span.GetTagItem("graphql.operation.name"), _operation))
                    ),
                ];
            }
        }

        public IReadOnlyList<string> Under(Activity parent)
        {
            lock (_ended)
            {
                return
                [
                    .. _ended
                        .Where(span => span.ParentSpanId == parent.SpanId)
                        .Select(span => $"{span.OperationName} {span.GetTagItem("graphql.field.name")}".Trim())
                        .Order(StringComparer.Ordinal),
                ];
            }
        }

        public void Dispose() => _listener.Dispose();

        private void Add(Activity span)
        {
            lock (_ended)
            {
                _ended.Add(span);
            }
        }
    }
}
