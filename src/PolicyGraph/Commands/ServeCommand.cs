using System.CommandLine;
using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Writing;
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
        var hosts = new Option<string[]>("--allow-host")
        {
            Description =
                "Name that requests may call the service by, beside its addresses, localhost and the names in --urls; may be given "
                + "several times. Where it listens at every address (0.0.0.0, *) all names without it.",
            DefaultValueFactory = _ => [],
        };
        var keys = PathOption.Create(
            "--keys",
            "File of keys that let their bearers in, a line each: NAME read|write SECRET, the secret of at least "
                + $"{ApiKey.ShortestSecret} characters. Without it everyone reads and nobody writes."
        );
        var isPrivate = new Option<bool>("--private") { Description = "Reading too needs a key; needs --keys." };
        var (limits, documents, http, telemetry) = (new LimitFlags(), new DocumentFlags(), new HttpFlags(), new TelemetryFlags());
        var command = new Command("serve", "Takes papers in and answers GraphQL at /graphql.")
        {
            paths,
            store,
            urls,
            hosts,
            keys,
            isPrivate,
        };
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
                            parsed.GetRequiredValue(hosts),
                            Access(parsed.GetValue(keys), parsed.GetValue(isPrivate)),
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

    private static ApiAccess Access(string? file, bool isPrivate)
    {
        var keys = KeyFile.Read(file);
        return isPrivate && keys.Count == 0
            ? throw new UsageException(
                "--private: reading needs a key, and there are none, so nobody could read; name a file that holds them with --keys FILE."
            )
            : new ApiAccess(keys, isPrivate);
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
