using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Writing;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.Store;
using PolicyGraph.Store.Changes;

namespace PolicyGraph.Api.Hosting;

/// <summary>Puts the API into a host.</summary>
public static class ApiServices
{
    /// <summary>Where operations are asked.</summary>
    public const string Path = "/graphql";

    /// <summary>The category under which each write is logged, with the name of the key that allowed it.</summary>
    public const string WriteLogCategory = WriteLog.Category;

    /// <summary>Where the whole schema is read.</summary>
    public const string SchemaPath = "/graphql/schema.graphql";

    /// <summary>
    /// The schema and an engine over the <see cref="IGraphStore"/> that the host registers. <see cref="EngineOptions"/>,
    /// <see cref="GraphQLHttpOptions"/>, <see cref="ApiAccess"/>, <see cref="IPaperReader"/> and the <see cref="Broadcast{T}"/> of the
    /// store's commits that the host registers are used, else their defaults: everyone reads, nobody writes, nothing is told of changes.
    /// </summary>
    public static IServiceCollection AddPolicyGraphApi(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => PolicyGraphSchema.Load());
        services.TryAddSingleton(provider =>
            provider
                .GetRequiredService<PolicyGraphSchema>()
                .CreateEngine(
                    provider.GetRequiredService<IGraphStore>(),
                    provider.GetService<EngineOptions>(),
                    provider.GetService<ApiAccess>(),
                    provider.GetService<IPaperReader>(),
                    provider.GetService<Broadcast<GraphCommit>>(),
                    provider.GetService<ILoggerFactory>()?.CreateLogger(WriteLogCategory)
                )
        );
        return services;
    }

    /// <summary>
    /// The API at <see cref="Path"/> and, where clients may know it, its schema at <see cref="SchemaPath"/>. Without the right to read, or
    /// with an unknown key, the answer is 401.
    /// </summary>
    public static IEndpointRouteBuilder MapPolicyGraph(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var access = services.GetService<ApiAccess>() ?? ApiAccess.ReadOnly;
        var engine = services.GetRequiredService<GraphQLEngine>();
        endpoints.MapGraphQL(Path, engine, Guard(services.GetService<GraphQLHttpOptions>() ?? new GraphQLHttpOptions(), access));
        if (engine.Options.TellsSchema)
        {
            MapSchema(endpoints, services.GetRequiredService<PolicyGraphSchema>().Text, access);
        }

        return endpoints;
    }

    /// <summary>A socket is let in to show its key in its first message.</summary>
    private static GraphQLHttpOptions Guard(GraphQLHttpOptions options, ApiAccess access) =>
        options with
        {
            Refuses = http =>
                GraphQLEndpoint.IsSocketHandshake(http.Request) && !access.ShowsKey(http.Request)
                    ? null
                    : access.Refuse(http.Request, ApiRights.Read),
            RefusesUpload = http => access.Refuse(http.Request, ApiRights.Write),
            AnswersArePrivate = access.ReadingNeedsKey,
            Streaming = options.Streaming with { AdmitsSocket = access.AdmitsSocket },
        };

    private static void MapSchema(IEndpointRouteBuilder endpoints, string text, ApiAccess access) =>
        endpoints.MapGet(
            SchemaPath,
            (HttpContext http) =>
                access.Refuse(http.Request, ApiRights.Read) is { } refusal
                    ? refusal.SendAsync(http)
                    : Results.Text(text, "application/graphql; charset=utf-8").ExecuteAsync(http)
        );
}
