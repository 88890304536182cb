using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.GraphQL.Http;

/// <summary>Puts an engine behind a path.</summary>
public static class GraphQLEndpoint
{
    /// <summary>GraphQL over HTTP at this path: POST and GET, OPTIONS for pages of allowed origins, 405 for the rest.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path, GraphQLEngine engine, GraphQLHttpOptions? options = null) =>
        endpoints.Map(path, new GraphQLHttpHandler(engine, options ?? new GraphQLHttpOptions()).HandleAsync);
}
