using PolicyGraph.Api.Hosting;
using PolicyGraph.Commands;
using PolicyGraph.GraphQL.Diagnostics;
using PolicyGraph.Store;

namespace PolicyGraph.Serving;

/// <summary>The service over one open graph: GraphQL, its page, its schema, its health.</summary>
internal static class WebService
{
    /// <summary>Serves until <paramref name="cancellation"/>; the exit code tells why it ended.</summary>
    public static async Task<int> RunAsync(OpenGraph graph, ServiceSettings settings, CancellationToken cancellation)
    {
        await using var app = Build(graph, settings);
        using var telemetry = Telemetry.Start(settings.Telemetry.Collector);
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (Exception error)
            when (error is IOException or InvalidOperationException or FormatException or System.Net.Sockets.SocketException)
        {
            ErrorLine.Write($"cannot listen at {settings.Urls}: {error.Message} Name another address with --urls http://127.0.0.1:PORT.");
            return ExitCode.CannotListen;
        }

        Console.WriteLine($"Serving at {string.Join(", ", app.Urls.Select(url => url + ApiServices.Path))} (Ctrl+C ends it).");
        await app.WaitForShutdownAsync(cancellation);
        return ExitCode.Success;
    }

    private static WebApplication Build(OpenGraph graph, ServiceSettings settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.Sources.Clear(); // The command line alone says how to serve, and no appsettings.json of the folder that it is called in.
        builder.Configuration.AddInMemoryCollection();
        builder.WebHost.UseUrls(settings.Urls).UseInlineSockets();
        builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
        Log(builder.Logging, settings.Telemetry);
        builder.Services.AddSingleton(settings.Http);
        builder.Services.AddSingleton(services =>
            settings.Engine with
            {
                Logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(EngineDiagnostics.Name),
            }
        );
        builder.Services.AddPolicyGraph(graph, settings.Access);
        var app = builder.Build();
        app.UseSafeguards(settings);
        app.UseExplorer(ApiServices.Path);
        app.MapPolicyGraph();
        app.MapGet("/health/live", () => Results.Text("live"));
        app.MapGet("/health/ready", ReadyAsync);
        return app;
    }

    private static void Log(ILoggingBuilder logging, TelemetrySettings settings)
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None); // RunAsync says it in one line.
        logging.AddFilter(ApiServices.WriteLogCategory, LogLevel.Information);
        if (settings.LogsEveryOperation)
        {
            logging.AddFilter(EngineDiagnostics.Name, LogLevel.Information);
        }

        if (settings.LogsJson)
        {
            logging.ClearProviders().AddJsonConsole(console => console.UseUtcTimestamp = true);
        }
    }

    private static async Task<IResult> ReadyAsync(IGraphStore store, CancellationToken cancellation)
    {
        try
        {
            await store.StatusAsync(cancellation);
            return Results.Text("ready");
        }
        catch (StoreException error)
        {
            return Results.Text(error.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
