namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>Kills the server around one of the requests: before it is sent, while it is under way, or when its response is there.</summary>
internal sealed class KillingHandler(Neo4jServer server, int request, int moment) : DelegatingHandler(new SocketsHttpHandler())
{
    private int _seen;

    /// <summary>When it did so.</summary>
    public DateTime KilledAt { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _seen) != request)
        {
            return await base.SendAsync(message, cancellationToken);
        }

        if (moment == 0)
        {
            await KillAsync();
        }

        var sending = base.SendAsync(message, cancellationToken);
        if (moment == 1)
        {
            await KillAsync();
        }

        var response = await sending;
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        if (moment == 2)
        {
            await KillAsync();
        }

        return response;
    }

    private async Task KillAsync()
    {
        KilledAt = DateTime.UtcNow;
        await server.KillAsync();
    }
}
