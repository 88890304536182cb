using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// Holds clients to the Retry-After that they are told (RFC 9110, section 10.2.3). The first refusal for want of room goes at once; who
/// asks again on the same connection before the time is refused only when it has come. So a flood of retries costs one request a second for
/// each connection, and leaves the processor to the others.
/// </summary>
internal sealed class RetryPacing(TimeProvider time)
{
    /// <summary>What clients are told to wait.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private static readonly object Key = new();

    /// <summary>Comes back when a refusal may go.</summary>
    /// <exception cref="OperationCanceledException">The client went away meanwhile.</exception>
    public Task WaitAsync(HttpContext http)
    {
        if (http.Features.Get<IConnectionItemsFeature>()?.Items is not { } connection)
        {
            return Task.CompletedTask;
        }

        var left = Left(connection);
        if (left > TimeSpan.Zero)
        {
            return HoldAsync(connection, left, http.RequestAborted);
        }

        Note(connection);
        return Task.CompletedTask;
    }

    private async Task HoldAsync(IDictionary<object, object?> connection, TimeSpan left, CancellationToken client)
    {
        await Task.Delay(left, time, client);
        Note(connection);
    }

    private TimeSpan Left(IDictionary<object, object?> connection)
    {
        // Over HTTP/2 several requests of a connection come here at one time.
        lock (connection)
        {
            return connection.TryGetValue(Key, out var refused) && refused is long at ? Pause - time.GetElapsedTime(at) : TimeSpan.Zero;
        }
    }

    private void Note(IDictionary<object, object?> connection)
    {
        lock (connection)
        {
            connection[Key] = time.GetTimestamp();
        }
    }
}
