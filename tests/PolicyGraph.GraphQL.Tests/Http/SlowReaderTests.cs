using System.Net.Sockets;
using System.Text;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Tests.Http;

/// <summary>A client that asks for much and does not read it keeps its room until its time is over, and not longer.</summary>
public sealed class SlowReaderTests
{
    /// <summary>More than any socket buffers.</summary>
    private const int Length = 32 << 20;

    private const string Request = """{"query":"{ much }"}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Schema Schema = SchemaBuilder.Build("type Query { much: String }");

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off_and_gives_its_room_back()
    {
        var time = new ManualTime();
        await using var server = await StartAsync(time);
        using var client = await AskAsync(server, time);
        Assert.Equal(503, (await server.PostAsync(Request)).Status);
        time.Advance(Patience);
        Assert.True(await ReadToEndAsync(client) < Length);
        Assert.Equal(200, (await server.PostAsync(Request)).Status);
    }

    [Fact]
    public async Task A_client_that_reads_in_time_gets_all_of_it()
    {
        var time = new ManualTime();
        await using var server = await StartAsync(time);
        using var client = await AskAsync(server, time);
        time.Advance(Patience - TimeSpan.FromTicks(1));
        Assert.True(await ReadToEndAsync(client) > Length);
    }

    private static Task<SmallServer> StartAsync(TimeProvider time) =>
        SmallServer.StartAsync(
            new GraphQLEngine(
                Schema,
                (_, _) => new Much(),
                new EngineOptions
                {
                    Time = time,
                    Limits = new() { MaxResponseBytes = 2 * Length },
                }
            ),
            new GraphQLHttpOptions { MaxSendingTime = Patience, MaxBytesInFlight = Length * 3 / 2 }
        );

    /// <summary>Asks, and comes back when the answer is on its way.</summary>
    private static async Task<TcpClient> AskAsync(SmallServer server, ManualTime time)
    {
        var isSending = time.TimerOf(Patience);
        var client = new TcpClient();
        await client.ConnectAsync(server.Client.BaseAddress!.Host, server.Client.BaseAddress.Port);
        var head =
            $"POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {Request.Length}\r\n\r\n{Request}";
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        await isSending;
        return client;
    }

    private static async Task<long> ReadToEndAsync(TcpClient client)
    {
        var (total, buffer) = (0L, new byte[1 << 20]);
        try
        {
            while (await client.GetStream().ReadAsync(buffer) is > 0 and var read)
            {
                total += read;
            }
        }
        catch (IOException)
        {
            // Cut off.
        }

        return total;
    }

    private sealed class Much : IRootFieldPlanner, IRootFieldPlan
    {
        private static readonly string Text = new('x', Length);

        public IRootFieldPlan Plan(FieldSelection field, PlanningContext context) => this;

        public string Explain(OperationValues values) => "much";

        public ValueTask WriteAsync(OperationContext context, CancellationToken cancellation)
        {
            context.Output.WriteString(Text);
            return ValueTask.CompletedTask;
        }
    }
}
