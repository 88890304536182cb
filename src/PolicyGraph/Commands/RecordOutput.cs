using System.Text.Json;
using PolicyGraph.Extraction.Reports;
using PolicyGraph.Intake;
using PolicyGraph.Model;

namespace PolicyGraph.Commands;

/// <summary>
/// Writes records: to a folder, each under the name and in the folders of its paper, or one after the other to standard output.
/// </summary>
internal sealed class RecordOutput(string? folder, RecordForm form)
{
    private readonly Dictionary<string, string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Writes the records of one file. Gives why it does not, where another file of this run has the same name; else null.
    /// </summary>
    public async Task<string?> WriteAsync(FoundFile file, List<DocumentRecord> records, CancellationToken cancellation)
    {
        if (records.Count == 0)
        {
            return null;
        }

        var isCollection = Path.GetExtension(file.Path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);
        var text = string.Concat(records.Select(record => Text(record, isCollection)));
        if (folder is null)
        {
            await Console.Out.WriteAsync(text);
            return null;
        }

        var name = Path.ChangeExtension(file.Name, Ending(isCollection));
        if (!_written.TryAdd(name, file.Path))
        {
            return $"{file.Path}: its record would overwrite that of {_written[name]}, both being {name}. Give one of them another name, or "
                + "extract it into another folder.";
        }

        var place = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(place) ?? folder);
        await File.WriteAllTextAsync(place, text, cancellation);
        return null;
    }

    private string Text(DocumentRecord record, bool isCollection) =>
        form switch
        {
            RecordForm.Page => MarkedPage.Of(record),
            RecordForm.Explanation => Explanation.Of(record),
            _ => JsonSerializer.Serialize(record, (isCollection ? RecordJson.Compact : RecordJson.Indented).DocumentRecord) + "\n",
        };

    private string Ending(bool isCollection) =>
        form switch
        {
            RecordForm.Page => ".html",
            RecordForm.Explanation => ".explain.txt",
            _ => isCollection ? ".jsonl" : ".json",
        };
}

/// <summary>What is written of a record.</summary>
internal enum RecordForm
{
    Json,
    Page,
    Explanation,
}
