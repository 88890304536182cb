using System.Text;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Execution;

/// <summary>Dear operations wait for their turn, cheap ones never wait for them, and what is too much is refused at once.</summary>
public sealed class HeavyLaneTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(
        "directive @cost(weight: String!) on FIELD_DEFINITION type Query { dear: String @cost(weight: \"10\") cheap: String @cost(weight: \"9\") }"
    );

    [Fact]
    public async Task Runs_one_lets_one_wait_and_refuses_the_third()
    {
        var gate = new Gate();
        var engine = new GraphQLEngine(
            Schema,
            (_, field) => field.Name == "dear" ? gate : new Gate(isOpen: true),
            new EngineOptions
            {
                HeavyFrom = 10,
                HeavyAtOnce = 1,
                MaxHeavyWaiting = 1,
            }
        );
        var running = AskAsync(engine, "{ dear }");
        await gate.Entered;
        var waiting = AskAsync(engine, "{ dear }");
        Assert.Equal("OVERLOADED", (await AskAsync(engine, "{ dear }")).Code);
        Assert.Null((await AskAsync(engine, "{ cheap }")).Code);
        Assert.Equal((false, false, 1), (running.IsCompleted, waiting.IsCompleted, gate.Runs));
        gate.Open();
        Assert.Null((await running).Code);
        Assert.Null((await waiting).Code);
        Assert.Null((await AskAsync(engine, "{ dear }")).Code);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, false)]
    public async Task A_cheap_operation_that_takes_long_is_heavy(int longFrom, bool isHeavy)
    {
        var gate = new Gate(isOpen: true);
        var engine = new GraphQLEngine(Schema, (_, _) => gate, new EngineOptions { LongFrom = TimeSpan.FromSeconds(longFrom) });
        Assert.Null((await AskAsync(engine, "{ cheap }")).Code);
        Assert.Equal(isHeavy, gate.HadItsOwnThread);
    }

    [Fact]
    public async Task A_client_that_goes_away_gives_its_place_to_another()
    {
        var gate = new Gate();
        var engine = new GraphQLEngine(
            Schema,
            (_, _) => gate,
            new EngineOptions
            {
                HeavyFrom = 10,
                HeavyAtOnce = 1,
                MaxHeavyWaiting = 1,
            }
        );
        var running = AskAsync(engine, "{ dear }");
        await gate.Entered;
        using var client = new CancellationTokenSource();
        var leaving = AskAsync(engine, "{ dear }", client.Token);
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving);
        var waiting = AskAsync(engine, "{ dear }");
        gate.Open();
        Assert.Equal((null, null), ((await running).Code, (await waiting).Code));
    }

    [Theory]
    [InlineData(200_000, true)]
    [InlineData(2_000, false)]
    public async Task A_response_that_grows_too_long_is_taken_back(int limit, bool isWhole)
    {
        var engine = new GraphQLEngine(Schema, (_, _) => new Gate(isOpen: true, text: new string('x', 100_000)));
        using var output = new PooledBuffer(16, limit);
        var outcome = await engine.ExecuteAsync(
            new GraphQLRequest { Query = "{ cheap }"u8.ToArray() },
            output,
            host: null,
            CancellationToken.None
        );
        Assert.Equal(isWhole ? null : "LIMIT_EXCEEDED", outcome.Code);
        Assert.Equal(isWhole, output.Length > 100_000);
        Assert.Equal(!isWhole, Encoding.UTF8.GetString(output.WrittenSpan).Contains("more than 2000 bytes", StringComparison.Ordinal));
    }

    private static async Task<OperationOutcome> AskAsync(GraphQLEngine engine, string query, CancellationToken client = default)
    {
        using var output = new PooledBuffer();
        return await engine.ExecuteAsync(new GraphQLRequest { Query = Encoding.UTF8.GetBytes(query) }, output, host: null, client);
    }

    /// <summary>A field that is answered when the gate is open.</summary>
    private sealed class Gate(bool isOpen = false, string text = "") : IRootFieldPlanner, IRootFieldPlan
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => _entered.Task;

        public int Runs { get; private set; }

        public bool HadItsOwnThread { get; private set; }

        public void Open() => _open.TrySetResult();

        public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) => this;

        public string Explain(OperationValues values) => "gate";

        public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
        {
            Runs++;
            HadItsOwnThread = !Thread.CurrentThread.IsThreadPoolThread;
            _entered.TrySetResult();
            if (!isOpen)
            {
                await _open.Task.WaitAsync(cancellation);
            }

            context.Output.WriteString(text);
        }
    }
}
