using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http.Sockets;

/// <summary>
/// The operations that run on one socket, by the ids that the client gave them. After an operation's end, by either side, nothing is sent
/// under its id.
/// </summary>
internal sealed class SocketOperations(MessageSocket socket, HttpContext http, GraphQLEngine engine, StreamingOptions options)
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _running = new(StringComparer.Ordinal);

    /// <summary>Starts an operation. It is subscribed when this returns.</summary>
    /// <exception cref="SocketClosure">One with this id runs already.</exception>
    public async Task BeginAsync(string id, GraphQLRequest request)
    {
        if (_running.Count >= options.MaxOperations)
        {
            var message = string.Create(CultureInfo.InvariantCulture, $"A socket may have {options.MaxOperations} operations at one time.");
            using var refusal = new PooledBuffer();
            ResponseOutput.WriteRefusal(refusal, [new GraphQLError(message, ErrorCodes.LimitExceeded)]);
            await socket.SendAsync(Message("error", id, Errors(refusal.WrittenMemory)));
            return;
        }

        var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        if (!_running.TryAdd(id, ending))
        {
            ending.Dispose();
            throw new SocketClosure(SocketClosure.IdInUse, $"Subscriber for {id} already exists");
        }

        _ = ServeAsync(id, request, ending);
    }

    /// <summary>Ends an operation, if it runs.</summary>
    public Task EndAsync(string id) => _running.TryRemove(id, out var ending) ? ending.CancelAsync() : Task.CompletedTask;

    public Task EndAllAsync() => Task.WhenAll(_running.Keys.Select(EndAsync));

    private async Task ServeAsync(string id, GraphQLRequest request, CancellationTokenSource ending)
    {
        var self = KeyValuePair.Create(id, ending);
        try
        {
            await foreach (var response in engine.StreamAsync(request, http, ending.Token))
            {
                var isLast = response.IsRefused;
                var message = isLast ? Message("error", id, Errors(response.Json)) : Message("next", id, response.Json.Span);
                await socket.SendAsync(message, () => isLast ? _running.TryRemove(self) : _running.Contains(self));
            }

            await socket.SendAsync(Message("complete", id, []), () => _running.TryRemove(self));
        }
        catch (OperationCanceledException)
        {
            // Ended by the client, or with the socket.
        }
        catch (Exception) when (_running.TryRemove(self))
        {
            await socket.CloseAsync(new SocketClosure(SocketClosure.InternalError, "Internal server error"));
            throw;
        }
        finally
        {
            _running.TryRemove(self);
        }
    }

    private static byte[] Message(string type, string id, ReadOnlySpan<byte> payload)
    {
        using var message = new PooledBuffer(payload.Length + 64);
        message.Write("{\"id\":"u8);
        message.WriteString(id);
        message.Write(",\"type\":"u8);
        message.WriteString(type);
        if (!payload.IsEmpty)
        {
            message.Write(",\"payload\":"u8);
            message.Write(payload);
        }

        message.Write((byte)'}');
        return message.WrittenSpan.ToArray();
    }

    /// <summary>The list of errors of a refusal.</summary>
    private static byte[] Errors(ReadOnlyMemory<byte> response)
    {
        using var document = JsonDocument.Parse(response);
        return JsonSerializer.SerializeToUtf8Bytes(document.RootElement.GetProperty("errors"));
    }
}
