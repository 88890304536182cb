using System.Text.Json;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http.Sockets;

/// <summary>A message of a client. GraphQL over WebSocket Protocol, "Message types".</summary>
/// <param name="Id">Of the operation; empty for messages about the connection.</param>
/// <param name="Payload">Undefined where there is none.</param>
internal readonly record struct SocketMessage(SocketMessageType Type, string Id, JsonElement Payload)
{
    /// <summary>Reads a message.</summary>
    /// <exception cref="SocketClosure">It is none that a client may send.</exception>
    public static SocketMessage Parse(ReadOnlyMemory<byte> utf8)
    {
        JsonElement message;
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = RawJson.MaxDepth });
            message = document.RootElement.Clone();
        }
        catch (JsonException broken)
        {
            throw SocketClosure.Bad($"Invalid message received: it is no JSON {RawJson.Where(broken)}.");
        }

        if (message.ValueKind is not JsonValueKind.Object)
        {
            throw SocketClosure.Bad($"Invalid message received: expected an object, found {Name(message)}.");
        }

        var type = TypeOf(message);
        var isOfOperation = type is SocketMessageType.Subscribe or SocketMessageType.Complete;
        return new SocketMessage(
            type,
            isOfOperation ? IdOf(message) : "",
            PayloadOf(message, isRequired: type is SocketMessageType.Subscribe)
        );
    }

    private static SocketMessageType TypeOf(JsonElement message)
    {
        if (!message.TryGetProperty("type", out var type) || type.ValueKind is not JsonValueKind.String)
        {
            throw SocketClosure.Bad("Invalid message received: it needs a `type`, which is a string.");
        }

        return type.GetString() switch
        {
            "connection_init" => SocketMessageType.Init,
            "ping" => SocketMessageType.Ping,
            "pong" => SocketMessageType.Pong,
            "subscribe" => SocketMessageType.Subscribe,
            "complete" => SocketMessageType.Complete,
            "connection_ack" or "next" or "error" => throw SocketClosure.Bad(
                $"Unexpected message of type {type.GetString()} received: only the server sends it."
            ),
            var unknown => throw SocketClosure.Bad($"Invalid message received: there is no type \"{unknown}\"."),
        };
    }

    private static string IdOf(JsonElement message) =>
        message.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String && id.GetString() is { Length: > 0 } text
            ? text
            : throw SocketClosure.Bad("Invalid message received: it needs an `id`, which is a string that is not empty.");

    private static JsonElement PayloadOf(JsonElement message, bool isRequired)
    {
        var isThere = message.TryGetProperty("payload", out var payload) && payload.ValueKind is not JsonValueKind.Null;
        return (isThere, payload.ValueKind) switch
        {
            (true, JsonValueKind.Object) => payload,
            (false, _) when !isRequired => default,
            _ => throw SocketClosure.Bad(
                $"Invalid message received: its `payload` must be an object{(isThere ? $", found {Name(payload)}" : "")}."
            ),
        };
    }

    private static string Name(JsonElement value) => value.ValueKind.ToString().ToLowerInvariant();
}

/// <summary>What a client may send.</summary>
internal enum SocketMessageType
{
    Init,
    Ping,
    Pong,
    Subscribe,
    Complete,
}
