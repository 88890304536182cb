using System.Net.WebSockets;
using System.Text;

namespace PolicyGraph.GraphQL.Tests.Http.Sockets;

/// <summary>A bare WebSocket client that fails a test instead of waiting for ever.</summary>
internal sealed class SocketClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _patience = new(Patience);

    public static async Task<SocketClient> ConnectAsync(
        SmallServer server,
        string? protocol = "graphql-transport-ws",
        string? origin = null
    )
    {
        var client = new SocketClient();
        if (protocol is not null)
        {
            client._socket.Options.AddSubProtocol(protocol);
        }

        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        await client._socket.ConnectAsync(new UriBuilder(server.Client.BaseAddress!) { Scheme = "ws" }.Uri, client._patience.Token);
        return client;
    }

    public Task SendAsync(string message, WebSocketMessageType type = WebSocketMessageType.Text) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message), type, endOfMessage: true, _patience.Token);

    /// <summary>The next message; of a close <c>! CODE REASON</c>.</summary>
    public async Task<string> ReceiveAsync()
    {
        var bytes = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, _patience.Token);
            if (part.MessageType is WebSocketMessageType.Close)
            {
                return $"! {(int?)part.CloseStatus} {part.CloseStatusDescription}".TrimEnd();
            }

            bytes.AddRange(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString([.. bytes]);
            }
        }
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, _patience.Token);

    public void Dispose()
    {
        _socket.Dispose();
        _patience.Dispose();
    }
}
