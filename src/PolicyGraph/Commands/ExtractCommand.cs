using System.CommandLine;
using PolicyGraph.Intake;
using PolicyGraph.Model;

namespace PolicyGraph.Commands;

/// <summary>
/// <c>policygraph extract PATH… [--out DIR] [--html | --explain]</c>: papers to records, one file each. A paper that fails is named, the
/// others go on, and the exit code says so.
/// </summary>
internal static class ExtractCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Papers, or folders of papers (.txt .md .html .docx .pdf .jsonl); a folder's README is passed over.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = PathOption.Create(
            "--out",
            "Folder for the records, NAME.json for NAME.txt (NAME.jsonl for a collection), in folders as below the folder named; "
                + "without it they go to standard output."
        );
        var html = new Option<bool>("--html")
        {
            Description = "Writes each record as one page to look at, NAME.html, with all that was found marked in the paper.",
        };
        var explain = new Option<bool>("--explain")
        {
            Description = "Writes the paper's lines with the rules that fired in each, NAME.explain.txt.",
        };
        var command = new Command("extract", "Reads papers and writes what they say as records.") { paths, folder, html, explain };
        command.SetAction(
            (parsed, cancellation) =>
                Failures.GuardAsync(
                    () =>
                        RunAsync(
                            parsed.GetRequiredValue(paths),
                            parsed.GetValue(folder),
                            Form(parsed.GetValue(html), parsed.GetValue(explain)),
                            cancellation
                        ),
                    cancellation
                )
        );
        return command;
    }

    private static RecordForm Form(bool html, bool explain) =>
        (html, explain) switch
        {
            (true, true) => throw new UsageException(
                "--html and --explain are two forms of a record; give one, and call again for the other."
            ),
            (true, _) => RecordForm.Page,
            (_, true) => RecordForm.Explanation,
            _ => RecordForm.Json,
        };

    private static async Task<int> RunAsync(string[] paths, string? folder, RecordForm form, CancellationToken cancellation)
    {
        var (written, failures) = (0, 0);
        var output = new RecordOutput(folder is null ? null : OutputPath.Folder(folder), form);
        await foreach (var (file, items) in new PaperIntake().ReadPapersAsync(paths, cancellation))
        {
            var problems = items.Select(item => item.Failure).OfType<string>().ToList();
            var records = items.Select(item => item.Record).OfType<DocumentRecord>().ToList();
            if (await output.WriteAsync(file, records, cancellation) is { } refusal)
            {
                problems.Add(refusal);
            }
            else
            {
                written += records.Count;
            }

            problems.ForEach(ErrorLine.Write);
            failures += problems.Count;
        }

        if (folder is not null)
        {
            Console.WriteLine($"{written} records in {folder}");
        }

        return failures == 0 ? ExitCode.Success
            : written > 0 ? ExitCode.Partly
            : ExitCode.BadInput;
    }
}
