using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http.Streams;

namespace PolicyGraph.GraphQL.Http.Sockets;

/// <summary>GraphQL over WebSocket: the subprotocol graphql-transport-ws. RFC 6455; over HTTP/2 RFC 8441.</summary>
internal sealed class SocketEndpoint
{
    private const string Protocol = "graphql-transport-ws";

    private readonly GraphQLEngine _engine;
    private readonly GraphQLHttpOptions _options;
    private readonly ConnectionGate _gate;
    private readonly CancellationToken _stopping;
    private readonly RequestDelegate _upgrade;

    public SocketEndpoint(
        GraphQLEngine engine,
        GraphQLHttpOptions options,
        ConnectionGate gate,
        IApplicationBuilder pipeline,
        CancellationToken stopping
    )
    {
        (_engine, _options, _gate, _stopping) = (engine, options, gate, stopping);
        pipeline.UseWebSockets().Run(AcceptAsync);
        _upgrade = pipeline.Build();
    }

    /// <summary>Whether the request asks for a socket.</summary>
    public static bool Takes(HttpRequest request) =>
        (
            HttpMethods.IsGet(request.Method)
            && request.Headers.Upgrade is [{ } upgrade]
            && upgrade.Equals("websocket", StringComparison.OrdinalIgnoreCase)
        )
        || (
            HttpMethods.IsConnect(request.Method)
            && request.HttpContext.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true }
        );

    public Task HandleAsync(HttpContext http) => _upgrade(http);

    private async Task AcceptAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            await ResponseSender.Refuse(http, HttpRefusal.BadRequest("The WebSocket handshake is not complete."));
            return;
        }

        if (!IsFromHere(http.Request))
        {
            await ResponseSender.Refuse(
                http,
                new HttpRefusal(StatusCodes.Status403Forbidden, "Pages of this origin may not open sockets here.")
            );
            return;
        }

        if (!_gate.TryEnter())
        {
            await _gate.RefuseAsync(http);
            return;
        }

        try
        {
            await ServeAsync(http);
        }
        finally
        {
            _gate.Leave();
        }
    }

    private async Task ServeAsync(HttpContext http)
    {
        var speaksIt = http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol);
        var streaming = _options.Streaming;
        var accept = new WebSocketAcceptContext
        {
            SubProtocol = speaksIt ? Protocol : null,
            KeepAliveInterval = streaming.KeepAlive,
            KeepAliveTimeout = streaming.KeepAlive,
        };
        using var web = await http.WebSockets.AcceptWebSocketAsync(accept);
        using var socket = new MessageSocket(web, _options.MaxRequestBytes, streaming.SendTimeLimit, _engine.Options.Time);
        if (!speaksIt)
        {
            await socket.CloseAsync(new SocketClosure(SocketClosure.UnknownProtocol, "Subprotocol not acceptable"));
        }

        using var stop = _stopping.UnsafeRegister(
            _ => _ = socket.CloseAsync(new SocketClosure(SocketClosure.GoingAway, "Going away")),
            state: null
        );
        await new SocketConnection(socket, http, _engine, streaming).RunAsync();
    }

    /// <summary>
    /// A WebSocket is not held to the same origin by browsers, so it is here: RFC 6455, section 10.2. Programs send no Origin.
    /// </summary>
    private bool IsFromHere(HttpRequest request) =>
        request.Headers.Origin is not [{ } origin]
        || _options.AllowedOrigins.Contains("*")
        || _options.AllowedOrigins.Contains(origin)
        || (
            Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)
        );
}
