using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Tests.Watching;
using PolicyGraph.Api.Writing;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Tests.Hosting;

/// <summary>The API behind a real server on a free port, over an empty store.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly WatchedStore _store;

    private ApiServer(WebApplication app, WatchedStore store)
    {
        (_app, _store) = (app, store);
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single() + ApiServices.Path) };
    }

    public HttpClient Client { get; }

    public IGraphStore Graph => _store.Graph;

    public static async Task<ApiServer> StartAsync(
        ApiAccess access,
        IPaperReader? reader = null,
        GraphQLHttpOptions? http = null,
        EngineOptions? engine = null
    )
    {
        var store = await WatchedStore.OpenAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddSingleton(WatchedStore.Api)
            .AddSingleton<IGraphStore>(store.Graph)
            .AddSingleton(store.Commits)
            .AddSingleton(access)
            .AddSingleton(http ?? new GraphQLHttpOptions())
            .AddSingleton(engine ?? new EngineOptions());
        if (reader is not null)
        {
            builder.Services.AddSingleton(reader);
        }

        builder.Services.AddPolicyGraphApi();
        var app = builder.Build();
        app.MapPolicyGraph();
        await app.StartAsync();
        return new ApiServer(app, store);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await _store.DisposeAsync();
    }
}
