namespace PolicyGraph.Store.Neo4j.Transport;

/// <summary>A transaction of the Query API, open on the member that began it.</summary>
internal sealed class HttpTransaction(HttpTransport transport, Uri path, string? affinity) : INeo4jTransaction
{
    private bool _isOpen = true;

    public async ValueTask<Answer> RunAsync(Statement statement, CancellationToken cancellation)
    {
        try
        {
            var (answer, _) = await transport.SendAsync(HttpMethod.Post, path, statement, affinity, cancellation);
            return new Answer(answer);
        }
        catch (StoreException error)
        {
            // After an error of its own the server has rolled it back; after one of the way there it is still open, and holds its locks.
            _isOpen = error.Code == StoreErrorCode.Unavailable;
            throw;
        }
    }

    public async ValueTask CommitAsync(CancellationToken cancellation)
    {
        var (answer, _) = await transport.SendAsync(HttpMethod.Post, new Uri(path + "/commit"), statement: null, affinity, cancellation);
        answer.Dispose();
        _isOpen = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        try
        {
            // The caller may have been cancelled; rolling back must be tried all the same.
            var (answer, _) = await transport.SendAsync(HttpMethod.Delete, path, statement: null, affinity, CancellationToken.None);
            answer.Dispose();
        }
        catch (StoreException)
        {
            // A server that is gone has rolled it back, or will by its own time limit.
        }
    }
}
