using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace PolicyGraph.GraphQL.Http;

/// <summary>
/// How an endpoint keeps connections open: event streams (graphql-sse) and WebSockets (graphql-transport-ws). The defaults are safe for a
/// service open to the world.
/// </summary>
public sealed record StreamingOptions
{
    /// <summary>
    /// Streams and sockets open at one time, reserved streams included; 1,000 unless told otherwise. Past it the answer is status 503.
    /// </summary>
    public int MaxConnections { get; init; } = 1000;

    /// <summary>
    /// Operations that run on one socket or shared stream at one time; 100 unless told otherwise. Past it an operation gets the error
    /// <c>LIMIT_EXCEEDED</c>.
    /// </summary>
    public int MaxOperations { get; init; } = 100;

    /// <summary>
    /// How long a socket may wait with <c>connection_init</c>; 3 seconds unless told otherwise. Past it it is closed with 4408.
    /// </summary>
    public TimeSpan InitTimeLimit { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a reserved stream waits to be opened; 10 seconds unless told otherwise.</summary>
    public TimeSpan ReservationTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How often an idle connection is kept alive, by a comment or a ping; 12 seconds unless told otherwise. A socket that leaves a ping
    /// unanswered for as long again is dropped.
    /// </summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// How long a client may take to accept one message; 30 seconds unless told otherwise. Past it it is dropped: it has stopped reading.
    /// </summary>
    public TimeSpan SendTimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Judges a socket by its handshake and the payload of <c>connection_init</c> (undefined where there is none); where it says no the
    /// socket is closed with 4403. Unless told otherwise it says yes. It may change the request's headers: a browser cannot send
    /// <c>Authorization</c> with a WebSocket, and puts it into the payload.
    /// </summary>
    public Func<HttpContext, JsonElement, bool> AdmitsSocket { get; init; } = (_, _) => true;
}
