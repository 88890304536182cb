using System.Net.WebSockets;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http.Sockets;

/// <summary>A WebSocket that takes whole text messages of limited size, and sends them one at a time within a time limit.</summary>
internal sealed class MessageSocket(WebSocket socket, int maxBytes, TimeSpan sendLimit, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _receiving = new();

    /// <summary>The next message in the buffer; false where the client has closed, or is gone.</summary>
    /// <exception cref="SocketClosure">It is too long, or not text.</exception>
    public async Task<bool> ReceiveAsync(PooledBuffer message)
    {
        message.Truncate(0);
        while (true)
        {
            var received = await ReceivePartAsync(message);
            if (received.MessageType is WebSocketMessageType.Close)
            {
                return false;
            }

            message.Advance(received.Count);
            if (message.Length > maxBytes)
            {
                throw new SocketClosure(SocketClosure.TooBig, "The message is too long.");
            }

            if (received.EndOfMessage)
            {
                return received.MessageType is WebSocketMessageType.Text
                    ? true
                    : throw SocketClosure.Bad("Invalid message received: it is binary.");
            }
        }
    }

    /// <summary>Sends a message. Where the client is gone nothing happens: whoever receives learns of it.</summary>
    public Task SendAsync(ReadOnlyMemory<byte> message) => SendAsync(message, static () => true);

    /// <summary>Sends a message if <paramref name="isWanted"/> still says so when its turn comes.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> message, Func<bool> isWanted)
    {
        await _turn.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open && isWanted())
            {
                // Cancelling a send breaks the socket off, which is what a client gets that has stopped reading.
                using var limit = new Deadline(sendLimit, time, CancellationToken.None);
                await socket.SendAsync(message, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, limit.Token);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            socket.Abort();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Tells the client why this is the end. It has a few seconds to agree, else the socket is broken off.</summary>
    public async Task CloseAsync(SocketClosure closure)
    {
        await _turn.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                using var limit = new Deadline(Grace, time, CancellationToken.None);
                await socket.CloseOutputAsync((WebSocketCloseStatus)closure.Code, closure.Reason, limit.Token);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            socket.Abort();
        }
        finally
        {
            _turn.Release();
        }

        _receiving.CancelAfter(Grace);
    }

    public void Dispose() => _receiving.Dispose();

    private async Task<ValueWebSocketReceiveResult> ReceivePartAsync(PooledBuffer message)
    {
        try
        {
            return await socket.ReceiveAsync(message.GetMemory(1024), _receiving.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            return new ValueWebSocketReceiveResult(0, WebSocketMessageType.Close, endOfMessage: true);
        }
    }
}
