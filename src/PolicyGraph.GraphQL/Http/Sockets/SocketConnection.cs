using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http.Sockets;

/// <summary>
/// One socket that speaks graphql-transport-ws, from its first message to its end. Operations run side by side; messages are taken one
/// after another.
/// </summary>
internal sealed class SocketConnection(MessageSocket socket, HttpContext http, GraphQLEngine engine, StreamingOptions options)
{
    private readonly SocketOperations _operations = new(socket, http, engine, options);
    private bool _isInitialized;
    private volatile bool _isAcknowledged;
    private bool _isBroken;

    /// <summary>Answers until the client closes, or breaks the protocol.</summary>
    public async Task RunAsync()
    {
        using var message = new PooledBuffer();
        var patience = engine.Options.Time.CreateTimer(_ => CheckInit(), state: null, options.InitTimeLimit, Timeout.InfiniteTimeSpan);
        await using (patience.ConfigureAwait(false))
        {
            try
            {
                while (await TakeAsync(message))
                {
                    // Each turn takes one message.
                }
            }
            finally
            {
                await _operations.EndAllAsync();
            }
        }
    }

    /// <summary>
    /// Takes one message; false after the last. After a breach of the protocol nothing is taken any more, only the client's agreement to
    /// the end is waited for.
    /// </summary>
    private async Task<bool> TakeAsync(PooledBuffer message)
    {
        try
        {
            if (!await socket.ReceiveAsync(message))
            {
                await _operations.EndAllAsync();
                await socket.CloseAsync(new SocketClosure(SocketClosure.Normal, ""));
                return false;
            }

            if (!_isBroken)
            {
                await HandleAsync(SocketMessage.Parse(message.WrittenMemory));
            }
        }
        catch (SocketClosure closure)
        {
            _isBroken = true;
            await socket.CloseAsync(closure);
        }

        return true;
    }

    private Task HandleAsync(SocketMessage message) =>
        message.Type switch
        {
            SocketMessageType.Init => InitAsync(message.Payload),
            SocketMessageType.Ping => socket.SendAsync(Pong(message.Payload)),
            SocketMessageType.Subscribe => SubscribeAsync(message),
            SocketMessageType.Complete => _operations.EndAsync(message.Id),
            _ => Task.CompletedTask,
        };

    private async Task InitAsync(JsonElement payload)
    {
        if (_isInitialized)
        {
            throw new SocketClosure(SocketClosure.TooManyInits, "Too many initialisation requests");
        }

        _isInitialized = true;
        if (!options.AdmitsSocket(http, payload))
        {
            throw new SocketClosure(SocketClosure.Forbidden, "Forbidden");
        }

        _isAcknowledged = true;
        await socket.SendAsync("""{"type":"connection_ack"}"""u8.ToArray());
    }

    private Task SubscribeAsync(SocketMessage message)
    {
        if (!_isAcknowledged)
        {
            throw new SocketClosure(SocketClosure.Unauthorized, "Unauthorized");
        }

        return RequestReader.TryReadBody(
            http.Request,
            JsonSerializer.SerializeToUtf8Bytes(message.Payload),
            out var request,
            out var refusal
        )
            ? _operations.BeginAsync(message.Id, request)
            : throw SocketClosure.Bad($"Invalid message received: {refusal.Message}");
    }

    private void CheckInit()
    {
        if (!_isAcknowledged)
        {
            _ = socket.CloseAsync(new SocketClosure(SocketClosure.InitTimeout, "Connection initialisation timeout"));
        }
    }

    private static byte[] Pong(JsonElement payload) =>
        payload.ValueKind is JsonValueKind.Undefined
            ? """{"type":"pong"}"""u8.ToArray()
            : [.. """{"type":"pong","payload":"""u8, .. JsonSerializer.SerializeToUtf8Bytes(payload), (byte)'}'];
}
