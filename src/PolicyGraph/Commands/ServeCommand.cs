using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Intake;
using PolicyGraph.Serving;

namespace PolicyGraph.Commands;

/// <summary><c>policygraph serve [PATH…] [--urls] [--store] …</c>: takes papers in, then answers GraphQL until it is stopped.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var paths = CommonOptions.Paths(ArgumentArity.ZeroOrMore);
        var store = CommonOptions.Store();
        var urls = ListenAddress.Create();
        var (access, limits, documents) = (new AccessFlags(), new LimitFlags(), new DocumentFlags());
        var (http, telemetry) = (new HttpFlags(), new TelemetryFlags());
        var command = new Command("serve", "Takes papers in and answers GraphQL at /graphql.") { paths, store, urls };
        access.AddTo(command);
        documents.AddTo(command);
        http.AddTo(command);
        telemetry.AddTo(command);
        limits.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
                Failures.GuardAsync(
                    async () =>
                    {
                        var settings = new ServiceSettings(
                            parsed.GetRequiredValue(urls),
                            access.ReadHosts(parsed),
                            access.Read(parsed),
                            await documents.ReadAsync(
                                parsed,
                                limits.Read(parsed) with
                                {
                                    SlowAfter = telemetry.ReadSlowAfter(parsed),
                                },
                                cancellation
                            ),
                            http.Read(parsed),
                            telemetry.Read(parsed)
                        );
                        return await RunAsync(parsed.GetValue(paths) ?? [], parsed.GetRequiredValue(store), settings, cancellation);
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string location, ServiceSettings settings, CancellationToken cancellation)
    {
        if (Array.Find(paths, path => !Path.Exists(path)) is { } missing)
        {
            throw new UsageException(
                $"{missing}: there is no such file or folder, so the service does not start. Check how the path is written, and from "
                    + "which folder."
            );
        }

        InlineSockets.Prefer();
        await using var graph = await Composition.OpenStoreAsync(location, createIfMissing: true, cancellation);
        if (paths.Length > 0 && await new Ingestion(graph.Store).RunAsync(paths, cancellation) == ExitCode.BadInput)
        {
            throw new UsageException(
                "None of the papers named could be taken in, so the service does not start. Mend them, or leave them out."
            );
        }

        return await WebService.RunAsync(graph, settings, cancellation);
    }
}
