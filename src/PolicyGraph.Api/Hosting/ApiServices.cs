using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Hosting;

/// <summary>Puts the API into a host.</summary>
public static class ApiServices
{
    /// <summary>Where operations are asked.</summary>
    public const string Path = "/graphql";

    /// <summary>Where the whole schema is read.</summary>
    public const string SchemaPath = "/graphql/schema.graphql";

    /// <summary>
    /// The schema and an engine over the <see cref="IGraphStore"/> that the host registers. <see cref="EngineOptions"/> and <see cref="GraphQLHttpOptions"/>
    /// that the host registers are used, else their defaults.
    /// </summary>
    public static IServiceCollection AddPolicyGraphApi(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => PolicyGraphSchema.Load());
        services.TryAddSingleton(provider => provider.GetRequiredService<PolicyGraphSchema>()
            .CreateEngine(provider.GetRequiredService<IGraphStore>(), provider.GetService<EngineOptions>()));
        return services;
    }

    /// <summary>The API at <see cref="Path"/> and its schema at <see cref="SchemaPath"/>.</summary>
    public static IEndpointRouteBuilder MapPolicyGraph(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        endpoints.MapGraphQL(Path, services.GetRequiredService<GraphQLEngine>(), services.GetService<GraphQLHttpOptions>());
        var text = services.GetRequiredService<PolicyGraphSchema>().Text;
        endpoints.MapGet(SchemaPath, () => Results.Text(text, "application/graphql; charset=utf-8"));
        return endpoints;
    }
}
