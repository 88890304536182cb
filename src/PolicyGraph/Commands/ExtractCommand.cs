using System.CommandLine;
using PolicyGraph.Extraction;
using PolicyGraph.Extraction.Text.Formats;
using PolicyGraph.Intake;
using PolicyGraph.Model;

namespace PolicyGraph.Commands;

/// <summary><c>policygraph extract PATH… [--out DIR] [--html | --explain]</c>: papers to records, one file each. A paper that fails is named, the others go on, and the exit code says so.</summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Papers, or folders of papers (.txt .md .html .docx .pdf .jsonl).", Arity = ArgumentArity.OneOrMore };
        var folder = new Option<DirectoryInfo?>("--out") { Description = "Folder for the records, NAME.json for NAME.txt (NAME.jsonl for a collection); without it they go to standard output." };
        var html = new Option<bool>("--html") { Description = "Writes each record as one page to look at, NAME.html, with all that was found marked in the paper." };
        var explain = new Option<bool>("--explain") { Description = "Writes the paper's lines with the rules that fired in each, NAME.explain.txt." };
        var command = new Command("extract", "Reads papers and writes what they say as records.") { paths, folder, html, explain };
        command.SetAction((parsed, cancellation) =>
        {
            var form = parsed.GetValue(html) ? RecordForm.Page : parsed.GetValue(explain) ? RecordForm.Explanation : RecordForm.Json;
            return Failures.GuardAsync(() => RunAsync(parsed.GetRequiredValue(paths), parsed.GetValue(folder), form, cancellation), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, DirectoryInfo? folder, RecordForm form, CancellationToken cancellation)
    {
        folder?.Create();
        var (read, failures) = (0, 0);
        var extractor = new Extractor();
        var output = new RecordOutput(folder, form);
        var files = paths.SelectMany(path => PathWalk.Files(path, withRecords: false));
        await foreach (var extracted in InOrder.RunAsync(files, path => ExtractAsync(extractor, path, cancellation), cancellation))
        {
            try
            {
                await output.WriteAsync(extracted.Path, extracted.Records, cancellation);
                read += extracted.Records.Count;
                if (extracted.Failure is { } failure)
                {
                    throw failure;
                }
            }
            catch (PaperException e)
            {
                failures++;
                await Console.Error.WriteLineAsync(e.Message);
            }
        }

        return failures == 0 ? ExitCode.Success : read > 0 ? ExitCode.Partly : ExitCode.BadInput;
    }

    private static async Task<Extracted> ExtractAsync(Extractor extractor, string path, CancellationToken cancellation)
    {
        var records = new List<DocumentRecord>();
        try
        {
            await foreach (var paper in new PaperReader().ReadAsync(path, cancellation))
            {
                records.Add(extractor.Extract(paper.Text, paper.Head));
            }

            return new(path, records, null);
        }
        catch (PaperException e)
        {
            return new(path, records, e);
        }
    }

    /// <summary>The records of one file, and why there are no more of them.</summary>
    private sealed record Extracted(string Path, List<DocumentRecord> Records, PaperException? Failure);
}
