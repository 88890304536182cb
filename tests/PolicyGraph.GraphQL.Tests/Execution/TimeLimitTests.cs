using System.Text;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Execution;

/// <summary>Operations that do not end by themselves.</summary>
public sealed class TimeLimitTests
{
    private static readonly Schema Schema = SchemaBuilder.Build("type Query { wait: String }");

    [Fact]
    public async Task Ends_when_the_time_is_up()
    {
        var (outcome, response) = await AskAsync(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        Assert.Equal((OutcomeKind.Refused, "TIMED_OUT"), (outcome.Kind, outcome.Code));
        Assert.Equal(
            """{"errors":[{"message":"The operation took longer than 0.02 s. Ask for less at once.","extensions":{"code":"TIMED_OUT"}}]}""",
            response
        );
    }

    [Fact]
    public async Task Ends_when_the_client_goes_away()
    {
        using var client = new CancellationTokenSource();
        var asking = AskAsync(TimeSpan.FromMinutes(1), client.Token);
        await client.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Does_not_begin_for_a_client_that_is_gone() =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            AskAsync(TimeSpan.FromMinutes(1), new CancellationToken(canceled: true))
        );

    private static async Task<(OperationOutcome Outcome, string Response)> AskAsync(TimeSpan limit, CancellationToken client)
    {
        var engine = new GraphQLEngine(Schema, (_, _) => new WaitingPlanner(), new EngineOptions { TimeLimit = limit });
        using var output = new PooledBuffer();
        var outcome = await engine.ExecuteAsync(new GraphQLRequest { Query = "{ wait }"u8.ToArray() }, output, host: null, client);
        return (outcome, Encoding.UTF8.GetString(output.WrittenSpan));
    }

    private sealed class WaitingPlanner : IRootFieldPlanner, IRootFieldPlan
    {
        public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) => this;

        public string Explain(OperationValues values) => "wait";

        public async ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
        {
            var forever = new TaskCompletionSource();
            await using var registration = cancellation.Register(() => forever.TrySetCanceled(cancellation));
            await forever.Task;
        }
    }
}
