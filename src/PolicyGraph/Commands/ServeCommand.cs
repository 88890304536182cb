using System.CommandLine;
using PolicyGraph.Intake;
using PolicyGraph.Serving;

namespace PolicyGraph.Commands;

/// <summary><c>policygraph serve [PATH…] [--urls] [--store]</c>: takes papers in, then answers GraphQL until it is stopped.</summary>
internal static class ServeCommand
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Create()
    {
        var paths = CommonOptions.Paths(ArgumentArity.ZeroOrMore);
        var store = CommonOptions.Store();
        var urls = new Option<string>("--urls") { Description = "Where to listen; several addresses with semicolons between.", DefaultValueFactory = _ => DefaultUrl };
        var command = new Command("serve", "Takes papers in and answers GraphQL at /graphql.") { paths, store, urls };
        command.SetAction((parsed, cancellation) => Failures.GuardAsync(
            () => RunAsync(parsed.GetValue(paths) ?? [], parsed.GetRequiredValue(store), parsed.GetRequiredValue(urls), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string location, string urls, CancellationToken cancellation)
    {
        await using var graph = await Composition.OpenStoreAsync(location, cancellation);
        if (paths.Length > 0)
        {
            await new Ingestion(graph.Store).RunAsync(paths, cancellation);
        }

        return await WebService.RunAsync(graph, urls, cancellation);
    }
}
