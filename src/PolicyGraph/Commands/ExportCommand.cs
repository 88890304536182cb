using System.CommandLine;
using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store;

namespace PolicyGraph.Commands;

/// <summary><c>policygraph export [--out FILE] [--store]</c>: all records as they came in, one a line; <c>ingest</c> takes them into another store without loss.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo?>("--out") { Description = "File for the records (.jsonl); without it they go to standard output." };
        var store = CommonOptions.Store();
        var command = new Command("export", "Writes the records of all papers, one a line.") { file, store };
        command.SetAction((parsed, cancellation) => Failures.GuardAsync(
            () => RunAsync(parsed.GetValue(file), parsed.GetRequiredValue(store), cancellation), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo? file, string location, CancellationToken cancellation)
    {
        await using var graph = await Composition.OpenStoreAsync(location, cancellation);
        if (file is null)
        {
            await using var console = Console.OpenStandardOutput();
            await WriteAsync(graph.Store, console, cancellation);
            return ExitCode.Success;
        }

        // Written beside its place first, so that an export cut short never stands where a whole one was.
        var partial = file.FullName + ".partial";
        await using (var output = new FileStream(partial, FileMode.Create, FileAccess.Write))
        {
            var count = await WriteAsync(graph.Store, output, cancellation);
            Console.WriteLine($"{count} records in {file.Name}");
        }

        File.Move(partial, file.FullName, overwrite: true);
        return ExitCode.Success;
    }

    private static async Task<int> WriteAsync(IGraphStore store, Stream output, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var record in store.ExportAsync(cancellation))
        {
            await JsonSerializer.SerializeAsync(output, record, RecordJson.Compact.DocumentRecord, cancellation);
            await output.WriteAsync("\n"u8.ToArray(), cancellation);
            count++;
        }

        return count;
    }
}
