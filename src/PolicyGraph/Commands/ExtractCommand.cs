using System.CommandLine;
using System.Security.Cryptography;
using System.Text.Json;
using PolicyGraph.Extraction;
using PolicyGraph.Model;

namespace PolicyGraph.Commands;

/// <summary><c>policygraph extract FILE… [--out DIR]</c>: papers to records, one JSON file each.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Papers to read.", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<DirectoryInfo?>("--out") { Description = "Folder for the records, NAME.json for NAME.txt; without it they go to standard output." };
        var command = new Command("extract", "Reads papers and writes what they say as records.") { files, folder };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(files), parsed.GetValue(folder), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo[] files, DirectoryInfo? folder, CancellationToken cancellation)
    {
        folder?.Create();
        var extractor = new Extractor();
        foreach (var file in files)
        {
            var bytes = await File.ReadAllBytesAsync(file.FullName, cancellation);
            var head = new DocumentHead { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)), Source = file.Name };
            var record = extractor.Extract(System.Text.Encoding.UTF8.GetString(bytes), head);
            var json = JsonSerializer.Serialize(record, RecordJson.Indented.DocumentRecord);
            if (folder is null)
            {
                await Console.Out.WriteLineAsync(json);
            }
            else
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, Path.ChangeExtension(file.Name, ".json")), json + "\n", cancellation);
            }
        }

        return 0;
    }
}
