using System.Runtime.CompilerServices;
using System.Text.Json;
using PolicyGraph.Model;

namespace PolicyGraph.Intake;

/// <summary>Records as they lie in files: one in a <c>.json</c>, one a line in a <c>.jsonl</c>.</summary>
internal static class RecordFile
{
    /// <summary>True where the name is that of a single record.</summary>
    public static bool IsRecord(string path) => Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the file holds records and no papers; of a <c>.jsonl</c> its first line decides: a record has a <c>document</c>, a paper has none.</summary>
    public static bool Holds(string path) =>
        IsRecord(path)
        || (Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase)
            && File.Exists(path)
            && File.ReadLines(path).FirstOrDefault(line => line.Length > 0)?.Contains("\"document\"", StringComparison.Ordinal) == true);

    public static async IAsyncEnumerable<IntakeItem> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (IsRecord(path))
        {
            var single = Parse(path, await File.ReadAllTextAsync(path, cancellation));
            yield return single with { Record = single.Record is { } record ? WithSource(record, path) : null };
            yield break;
        }

        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse($"{path}:{number}", line);
            }
        }
    }

    private static IntakeItem Parse(string source, string json)
    {
        try
        {
            var record = JsonSerializer.Deserialize(json, RecordJson.Compact.DocumentRecord);
            return record is null
                ? new(null, $"{source}: it holds null where a record was expected.")
                : new(record, null);
        }
        catch (JsonException error)
        {
            return new(null, $"{source}: this is no record of a document: {error.Message} The form is that of `policygraph extract`.");
        }
    }

    private static DocumentRecord WithSource(DocumentRecord record, string source) =>
        record.Document.Source is null ? record with { Document = record.Document with { Source = source } } : record;
}
