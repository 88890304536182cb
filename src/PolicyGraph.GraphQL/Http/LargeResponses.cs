using Microsoft.AspNetCore.Http;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// Sends large responses piece by piece, as fast as the client reads, and keeps count of them, so that they never fill the memory together.
/// </summary>
internal sealed class LargeResponses(GraphQLHttpOptions options, TimeProvider time)
{
    /// <summary>A response of fewer bytes is handed to the server in one piece.</summary>
    public const int From = 1 << 20;

    private const int Piece = 64 * 1024;

    private long _inFlight;

    /// <summary>Takes room for a response; false where there is none. Each room taken must be given back.</summary>
    public bool TryEnter(int bytes)
    {
        if (Interlocked.Add(ref _inFlight, bytes) <= options.MaxBytesInFlight)
        {
            return true;
        }

        Leave(bytes);
        return false;
    }

    public void Leave(int bytes) => Interlocked.Add(ref _inFlight, -bytes);

    /// <summary>Sends a body, head first. A client that takes too long is cut off.</summary>
    public async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        using var slow = new CancellationTokenSource(options.MaxSendingTime, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, slow.Token);
        try
        {
            for (var at = 0; at < body.Length; at += Piece)
            {
                await http.Response.BodyWriter.WriteAsync(body.Slice(at, Math.Min(Piece, body.Length - at)), patience.Token);
            }
        }
        catch (OperationCanceledException)
        {
            http.Abort();
        }
    }
}
