using System.CommandLine;

namespace PolicyGraph.Commands;

/// <summary><c>policygraph remove ID… [--store]</c>: takes papers away, with exactly what no other paper supports.</summary>
internal static class RemoveCommand
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("ID")
        {
            Description = "Ids of documents, as the API and ingest give them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var store = CommonOptions.Store();
        var command = new Command("remove", "Takes papers out of the graph.") { ids, store };
        command.SetAction(
            (parsed, cancellation) =>
                Failures.GuardAsync(
                    () => RunAsync(parsed.GetRequiredValue(ids), parsed.GetRequiredValue(store), cancellation),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string[] ids, string location, CancellationToken cancellation)
    {
        await using var graph = await Composition.OpenStoreAsync(location, createIfMissing: false, cancellation);
        var removed = 0;
        foreach (var id in ids)
        {
            if (await graph.Store.RemoveAsync(id, cancellation))
            {
                removed++;
                Console.WriteLine($"removed {id}");
            }
            else
            {
                ErrorLine.Write(
                    $"{id}: the store has no such document. `policygraph query \"{{ documents {{ nodes {{ id title }} }} }}\"` lists them."
                );
            }
        }

        return removed == ids.Length ? ExitCode.Success
            : removed > 0 ? ExitCode.Partly
            : ExitCode.BadInput;
    }
}
