using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Http;

/// <summary>
/// Who is refused for want of room and asks again at once is held to the Retry-After that it was told; who waits, asks for the first time
/// or asks for something else is not.
/// </summary>
public sealed class RetryPacingTests
{
    private const string Dear = """{"query":"{ dear }"}""";
    private const string Cheap = """{"query":"{ cheap }"}""";

    private static readonly Schema Schema = SchemaBuilder.Build(
        "directive @cost(weight: String!) on FIELD_DEFINITION type Query { dear: String @cost(weight: \"10\") cheap: String @cost(weight: \"9\") }"
    );

    [Fact]
    public async Task A_retry_before_its_time_is_refused_when_the_time_has_come()
    {
        var time = new ManualTime();
        await using var server = await StartFullAsync(time);
        Assert.Equal(("1", 503), await AskDearAsync(server));

        time.Advance(TimeSpan.FromMilliseconds(400));
        var isHeld = time.TimerOf(TimeSpan.FromMilliseconds(600));
        var retry = AskDearAsync(server);
        await isHeld;
        time.Advance(TimeSpan.FromMilliseconds(599));
        Assert.False(retry.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(("1", 503), await retry);
    }

    [Fact]
    public async Task A_retry_in_its_time_is_refused_at_once()
    {
        var time = new ManualTime();
        await using var server = await StartFullAsync(time);
        Assert.Equal(("1", 503), await AskDearAsync(server));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("1", 503), await AskDearAsync(server));
    }

    [Fact]
    public async Task Other_operations_and_other_connections_are_not_held()
    {
        var time = new ManualTime();
        await using var server = await StartFullAsync(time);
        Assert.Equal(("1", 503), await AskDearAsync(server));
        Assert.Equal(200, (await server.PostAsync(Cheap)).Status);

        using var other = new HttpClient { BaseAddress = server.Client.BaseAddress };
        using var content = new StringContent(Dear, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(503, (int)(await other.PostAsync("", content)).StatusCode);
    }

    /// <summary>A server whose one place for dear operations is taken for good.</summary>
    private static async Task<SmallServer> StartFullAsync(TimeProvider time)
    {
        var engine = new GraphQLEngine(
            Schema,
            (_, field) => new Field(field.Name == "dear"),
            new EngineOptions
            {
                HeavyFrom = 10,
                HeavyAtOnce = 1,
                MaxHeavyWaiting = 0,
                Time = time,
            }
        );
        var server = await SmallServer.StartAsync(engine);
        var entered = new PooledBuffer();
        _ = engine
            .ExecuteAsync(new GraphQLRequest { Query = "{ dear }"u8.ToArray() }, entered, host: null, CancellationToken.None)
            .AsTask();
        return server;
    }

    private static async Task<(string? RetryAfter, int Status)> AskDearAsync(SmallServer server)
    {
        var (status, message, _) = await server.PostAsync(Dear);
        return (message.Headers.RetryAfter?.ToString(), status);
    }

    private sealed class Field(bool isEndless) : IRootFieldPlanner, IRootFieldPlan
    {
        public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) => this;

        public string Explain(OperationValues values) => "field";

        public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
        {
            if (isEndless)
            {
                await new TaskCompletionSource().Task;
            }

            context.Output.WriteString("");
        }
    }
}
