using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Writing;
using PolicyGraph.Intake;
using PolicyGraph.Serving;

namespace PolicyGraph.Commands;

/// <summary><c>policygraph serve [PATH…] [--urls] [--store] …</c>: takes papers in, then answers GraphQL until it is stopped.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var paths = CommonOptions.Paths(ArgumentArity.ZeroOrMore);
        var store = CommonOptions.Store();
        var urls = new Option<string>("--urls") { Description = "Where to listen; several addresses with semicolons between.", DefaultValueFactory = _ => DefaultUrl };
        var keys = new Option<FileInfo?>("--keys") { Description = "File of keys that let their bearers in, a line each: NAME read|write SECRET. Without it everyone reads and nobody writes." };
        var isPrivate = new Option<bool>("--private") { Description = "Reading too needs a key." };
        var (limits, documents, http, telemetry) = (new LimitFlags(), new DocumentFlags(), new HttpFlags(), new TelemetryFlags());
        var command = new Command("serve", "Takes papers in and answers GraphQL at /graphql.") { paths, store, urls, keys, isPrivate };
        documents.AddTo(command);
        http.AddTo(command);
        telemetry.AddTo(command);
        limits.AddTo(command);
        command.SetAction((parsed, cancellation) => Failures.GuardAsync(
            async () =>
            {
                var settings = new ServiceSettings(
                    parsed.GetRequiredValue(urls),
                    new ApiAccess(KeyFile.Read(parsed.GetValue(keys)), parsed.GetValue(isPrivate)),
                    await documents.ReadAsync(parsed, limits.Read(parsed) with { SlowAfter = telemetry.ReadSlowAfter(parsed) }, cancellation),
                    http.Read(parsed),
                    telemetry.Read(parsed));
                return await RunAsync(parsed.GetValue(paths) ?? [], parsed.GetRequiredValue(store), settings, cancellation);
            },
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string location, ServiceSettings settings, CancellationToken cancellation)
    {
        InlineSockets.Prefer();
        await using var graph = await Composition.OpenStoreAsync(location, cancellation);
        if (paths.Length > 0)
        {
            await new Ingestion(graph.Store).RunAsync(paths, cancellation);
        }

        return await WebService.RunAsync(graph, settings, cancellation);
    }
}
