using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Writing;
using PolicyGraph.Intake;
using PolicyGraph.Store;
using PolicyGraph.Store.Embedded;

namespace PolicyGraph;

/// <summary>The one composition root: which store, which schema, which services.</summary>
internal static class Composition
{
    /// <summary>Opens the store that <paramref name="location"/> means: a folder, made where it is missing.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message says why and what to do.</exception>
    public static async Task<OpenGraph> OpenStoreAsync(string location, CancellationToken cancellation)
    {
        var schema = PolicyGraphSchema.Load();
        var store = await EmbeddedGraphStore.OpenAsync(location, schema.Model, EmbeddedStoreOptions.Default, cancellation);
        return new OpenGraph(schema, store);
    }

    /// <summary>Puts an open graph and the API over it into a host's services.</summary>
    public static IServiceCollection AddPolicyGraph(this IServiceCollection services, OpenGraph graph, ApiAccess access) =>
        services
            .AddSingleton(graph.Schema)
            .AddSingleton(graph.Store)
            .AddSingleton(access)
            .AddSingleton<IPaperReader, UploadedPapers>()
            .AddPolicyGraphApi();
}

/// <summary>A store with the schema that it was opened with. Disposing of it closes the store.</summary>
internal sealed record OpenGraph(PolicyGraphSchema Schema, IGraphStore Store) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
