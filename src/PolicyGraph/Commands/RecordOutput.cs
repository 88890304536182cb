using System.Text.Json;
using PolicyGraph.Extraction.Reports;
using PolicyGraph.Extraction.Text.Formats;
using PolicyGraph.Model;

namespace PolicyGraph.Commands;

/// <summary>Writes records: to a folder, each under the name of its paper, or one after the other to standard output.</summary>
internal sealed class RecordOutput(DirectoryInfo? folder, RecordForm form)
{
    private readonly Dictionary<string, string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="PaperException">Another paper of this run has the same name.</exception>
    public async Task WriteAsync(string path, List<DocumentRecord> records, CancellationToken cancellation)
    {
        if (records.Count == 0)
        {
            return;
        }

        var isCollection = Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);
        var text = string.Concat(records.Select(r => form switch
        {
            RecordForm.Page => MarkedPage.Of(r),
            RecordForm.Explanation => Explanation.Of(r),
            _ => JsonSerializer.Serialize(r, (isCollection ? RecordJson.Compact : RecordJson.Indented).DocumentRecord) + "\n",
        }));
        if (folder is null)
        {
            await Console.Out.WriteAsync(text);
            return;
        }

        var name = Path.ChangeExtension(Path.GetFileName(path), form switch
        {
            RecordForm.Page => ".html",
            RecordForm.Explanation => ".explain.txt",
            _ => isCollection ? ".jsonl" : ".json",
        });
        if (!_written.TryAdd(name, path))
        {
            throw new PaperException(path, $"its record would overwrite that of {_written[name]}, both being {name}", "Give one of them another name, or extract it into another folder.");
        }

        await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text, cancellation);
    }
}

/// <summary>What is written of a record.</summary>
internal enum RecordForm
{
    Json,
    Page,
    Explanation,
}
