using System.CommandLine;

namespace PolicyGraph.Commands;

/// <summary><c>policygraph status [--store]</c>: what the graph holds, and what a person should know of it.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var store = CommonOptions.Store();
        var command = new Command("status", "Shows what the graph holds.") { store };
        command.SetAction(
            (parsed, cancellation) => Failures.GuardAsync(() => RunAsync(parsed.GetRequiredValue(store), cancellation), cancellation)
        );
        return command;
    }

    private static async Task<int> RunAsync(string location, CancellationToken cancellation)
    {
        await using var graph = await Composition.OpenStoreAsync(location, createIfMissing: false, cancellation);
        var status = await graph.Store.StatusAsync(cancellation);
        Console.WriteLine($"store      {status.Location}");
        Console.WriteLine($"documents  {status.Documents}");
        Print("nodes", status.Nodes);
        Print("relations", status.Edges);
        foreach (var note in status.Notes)
        {
            Console.WriteLine($"note       {note}");
        }

        return ExitCode.Success;
    }

    private static void Print(string title, IReadOnlyDictionary<string, long> counts)
    {
        Console.WriteLine($"{title, -10} {counts.Values.Sum()}");
        foreach (
            var (name, count) in counts
                .Where(pair => pair.Value > 0)
                .OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
        )
        {
            Console.WriteLine($"  {name, -16} {count}");
        }
    }
}
