using System.Diagnostics;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>A statement that nobody waits for any more is ended on the server too.</summary>
[Collection(ServerCollection.Name)]
public class AbandonedTests
{
    private const string Endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a % 7 + b)";
    private const string Running =
        "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 1000000)' RETURN count(*)";

    [ServerTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelling_ends_the_statement_on_the_server(bool inTransaction)
    {
        var server = await Neo4jServer.GetAsync();
        await using var transport = server.Transport();
        using var cancel = new CancellationTokenSource();

        var running = RunAsync(transport, inTransaction, cancel.Token);
        Assert.True(await IsSeenAsync(server, count => count == 1), "The statement never ran.");
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.True(await IsSeenAsync(server, count => count == 0), "The statement goes on.");
    }

    [ServerFact]
    public async Task The_time_limit_ends_the_statement_on_the_server()
    {
        var server = await Neo4jServer.GetAsync();
        await using var transport = server.Transport(new HttpClient { Timeout = TimeSpan.FromSeconds(2) });

        var failure = await Assert.ThrowsAsync<StoreException>(() => RunAsync(transport, inTransaction: false, CancellationToken.None));

        Assert.Equal(StoreErrorCode.TooExpensive, failure.Code);
        Assert.Contains("within 2 s", failure.Message, StringComparison.Ordinal);
        Assert.True(await IsSeenAsync(server, count => count == 0), "The statement goes on.");
    }

    private static async Task RunAsync(HttpTransport transport, bool inTransaction, CancellationToken cancellation)
    {
        var statement = new Statement(Endless, null, IsRead: true);
        if (!inTransaction)
        {
            using var alone = await transport.RunAsync(statement, cancellation);
            return;
        }

        await using var transaction = await transport.BeginAsync(cancellation);
        using var answer = await transaction.RunAsync(statement, cancellation);
    }

    /// <summary>Looks again and again how many run; false where it is not as expected for half a minute.</summary>
    private static async Task<bool> IsSeenAsync(Neo4jServer server, Func<long, bool> expected)
    {
        await using var transport = server.Transport();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(30); )
        {
            using var answer = await transport.RunAsync(new Statement(Running, null, IsRead: true), CancellationToken.None);
            if (expected(answer.Rows[0][0].GetInt64()))
            {
                return true;
            }
        }

        return false;
    }
}
