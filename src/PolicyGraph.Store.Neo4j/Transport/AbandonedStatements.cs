namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>
/// Ends statements whose callers went away or lost patience: Neo4j would go on with them. Each is known by a parameter that no statement
/// reads.
/// </summary>
internal sealed class AbandonedStatements(HttpTransport transport)
{
    /// <summary>The parameter that tells one request from others.</summary>
    public const string Parameter = "requestId";

    private const string End =
        $"SHOW TRANSACTIONS YIELD transactionId AS abandoned, parameters WHERE parameters.{Parameter} = $ended TERMINATE TRANSACTIONS abandoned YIELD message RETURN message";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>A request that was just sent may not run yet; one that ended is never seen.</summary>
    private static readonly TimeSpan[] Looks = [TimeSpan.Zero, TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(200)];

    /// <summary>Does what it can; a server that does not answer is left to its own limits.</summary>
    public async Task EndAsync(string request)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            foreach (var wait in Looks)
            {
                await Task.Delay(wait, TimeProvider.System, limit.Token);
                using var answer = await transport.RunOnceAsync(
                    new Statement(End, writer => writer.WriteString("ended", request), IsRead: true),
                    limit.Token
                );
                if (answer.Rows.GetArrayLength() > 0)
                {
                    return;
                }
            }
        }
        catch (Exception error) when (error is StoreException or OperationCanceledException)
        {
            // The caller hears of its own failure; this one would tell nothing more.
        }
    }
}
