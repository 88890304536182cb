using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http.Sockets;

namespace PolicyGraph.GraphQL.Http;

/// <summary>Puts an engine behind a path.</summary>
public static class GraphQLEndpoint
{
    /// <summary>Whether a request asks for a WebSocket: answered by the protocol alone, never with an operation's data.</summary>
    public static bool IsSocketHandshake(HttpRequest request) => SocketEndpoint.Takes(request);

    /// <summary>
    /// GraphQL at this path: over HTTP by POST and GET (OPTIONS for pages of allowed origins), over Server-Sent Events (graphql-sse, also
    /// PUT and DELETE), over WebSocket (graphql-transport-ws); 405 for the rest. Open connections end when the host stops.
    /// </summary>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints,
        string path,
        GraphQLEngine engine,
        GraphQLHttpOptions? options = null
    ) => endpoints.Map(path, new GraphQLHttpHandler(engine, options ?? new GraphQLHttpOptions(), endpoints).HandleAsync);
}
