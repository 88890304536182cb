using System.CommandLine;
using PolicyGraph.Exporting;

namespace PolicyGraph.Commands;

/// <summary>
/// <c>policygraph export [--format jsonl|csv|graphml|cypher] [--out PATH] [--store]</c>: all records as they came in, for <c>ingest</c>; or
/// the graph made of them, for other programs.
/// </summary>
internal static class ExportCommand
{
    public const string NodesFile = "nodes.csv";
    public const string RelationsFile = "relations.csv";

    public static Command Create()
    {
        var format = Format();
        var path = PathOption.Create(
            "--out",
            "File to write, of csv the folder for its two; without it all but csv go to standard output."
        );
        var store = CommonOptions.Store();
        var command = new Command("export", "Writes the records of all papers, or the graph made of them.") { format, path, store };
        command.SetAction(
            (parsed, cancellation) =>
                Failures.GuardAsync(
                    () =>
                        RunAsync(
                            ExportFormats.ByName[parsed.GetRequiredValue(format)],
                            parsed.GetValue(path),
                            parsed.GetRequiredValue(store),
                            cancellation
                        ),
                    cancellation
                )
        );
        return command;
    }

    private static Option<string> Format()
    {
        var format = new Option<string>("--format")
        {
            Description =
                "jsonl: the record of every paper, one a line; loses nothing, and ingest takes it. The others hold the merged graph "
                + "without texts and quotes: "
                + $"csv: {NodesFile} and {RelationsFile} (RFC 4180); graphml: for Gephi, yEd, Cytoscape, NetworkX; cypher: a script "
                + "for cypher-shell.",
            DefaultValueFactory = _ => "jsonl",
            HelpName = "jsonl|csv|graphml|cypher",
        };
        format.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var name }] && !ExportFormats.ByName.ContainsKey(name))
            {
                given.AddError($"--format must be one of {format.HelpName}, not '{name}'.");
            }
        });
        return format;
    }

    private static async Task<int> RunAsync(ExportFormat format, string? path, string location, CancellationToken cancellation)
    {
        if (format == ExportFormat.Csv && path is null)
        {
            throw new UsageException("csv is two tables; name a folder for them with --out.");
        }

        var place =
            path is null ? null
            : format == ExportFormat.Csv ? OutputPath.Folder(path)
            : OutputPath.NewFile(path);
        await using var graph = await Composition.OpenStoreAsync(location, createIfMissing: false, cancellation);
        var export = new Export(graph.Store, graph.Schema.Model, cancellation);
        if (place is null)
        {
            await using var console = Console.OpenStandardOutput();
            await export.RunAsync(format, console);
            return ExitCode.Success;
        }

        Console.WriteLine($"{await RunAsync(export, format, place)} in {path}");
        return ExitCode.Success;
    }

    private static async Task<string> RunAsync(Export export, ExportFormat format, string place)
    {
        await using var files = new PartialFiles();
        var told =
            format == ExportFormat.Csv
                ? await export.RunAsync(files.Create(Path.Combine(place, NodesFile)), files.Create(Path.Combine(place, RelationsFile)))
                : await export.RunAsync(format, files.Create(place));
        await files.CompleteAsync();
        return told;
    }
}
