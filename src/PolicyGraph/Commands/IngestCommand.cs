using System.CommandLine;
using PolicyGraph.Intake;

namespace PolicyGraph.Commands;

/// <summary><c>policygraph ingest PATH… [--store]</c>: papers and records into the graph.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var paths = CommonOptions.Paths(ArgumentArity.OneOrMore);
        var store = CommonOptions.Store();
        var command = new Command("ingest", "Takes papers and records into the graph.") { paths, store };
        command.SetAction(
            (parsed, cancellation) =>
                Failures.GuardAsync(
                    async () =>
                    {
                        await using var graph = await Composition.OpenStoreAsync(
                            parsed.GetRequiredValue(store),
                            createIfMissing: true,
                            cancellation
                        );
                        return await new Ingestion(graph.Store).RunAsync(parsed.GetRequiredValue(paths), cancellation);
                    },
                    cancellation
                )
        );
        return command;
    }
}
