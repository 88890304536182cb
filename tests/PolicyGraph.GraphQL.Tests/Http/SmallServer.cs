using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Http;
using PolicyGraph.GraphQL.Tests.Execution;

namespace PolicyGraph.GraphQL.Tests.Http;

/// <summary>The small service behind a real server on a free port.</summary>
internal sealed class SmallServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SmallServer(WebApplication app, Uri address)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static Task<SmallServer> StartAsync(GraphQLHttpOptions? http = null, EngineOptions? engine = null) =>
        StartAsync(SmallService.Engine(engine), http);

    public static async Task<SmallServer> StartAsync(GraphQLEngine engine, GraphQLHttpOptions? http = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGraphQL("/graphql", engine, http);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new SmallServer(app, new Uri($"{address}/graphql"));
    }

    /// <summary>The status, the headers and the body of a POST of this JSON.</summary>
    public async Task<(int Status, HttpResponseMessage Message, string Body)> PostAsync(
        string json,
        string contentType = "application/json",
        string? accept = null
    )
    {
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(json));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = content };
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        var message = await Client.SendAsync(request);
        return ((int)message.StatusCode, message, await message.Content.ReadAsStringAsync());
    }

    /// <summary>Ends as a host does when it is told to.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
