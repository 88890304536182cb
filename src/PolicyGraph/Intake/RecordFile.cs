using System.Runtime.CompilerServices;
using System.Text.Json;
using PolicyGraph.Model;

namespace PolicyGraph.Intake;

/// <summary>
/// Records as they lie in files: one in a <c>.json</c>, one a line in a <c>.jsonl</c>. A file that cannot be read is a failure among the
/// items.
/// </summary>
internal static class RecordFile
{
    /// <summary>True where the name is that of a single record.</summary>
    public static bool IsRecord(string path) => Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the name is that of a file of many papers or records.</summary>
    public static bool IsCollection(string path) => Path.GetExtension(path).Equals(".jsonl", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// True where the file is there and holds records and no papers; of a <c>.jsonl</c> its first line decides: a record has a
    /// <c>document</c>, a paper has none.
    /// </summary>
    public static bool Holds(string path) =>
        File.Exists(path)
        && (IsRecord(path) || (IsCollection(path) && FirstLine(path)?.Contains("\"document\"", StringComparison.Ordinal) == true));

    public static async IAsyncEnumerable<IntakeItem> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var items = (IsRecord(path) ? ReadOneAsync(path, cancellation) : ReadLinesAsync(path, cancellation)).GetAsyncEnumerator(
            cancellation
        );
        while (await NextAsync(items, path) is { } item)
        {
            yield return item;
        }
    }

    /// <summary>The next item; after what the system says against reading on there is none.</summary>
    private static async Task<IntakeItem?> NextAsync(IAsyncEnumerator<IntakeItem> items, string path)
    {
        try
        {
            return await items.MoveNextAsync() ? items.Current : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, $"{path}: it cannot be read. The system says: {error.Message}");
        }
    }

    private static async IAsyncEnumerable<IntakeItem> ReadOneAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var single = Parse(path, firstLine: 1, await File.ReadAllTextAsync(path, cancellation));
        yield return single with
        {
            Record = single.Record is { } record ? WithSource(record, path) : null,
        };
    }

    private static async IAsyncEnumerable<IntakeItem> ReadLinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellation))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return Parse(path, number, line);
            }
        }
    }

    /// <summary>The first line with anything in it; null where it cannot be had, which whoever reads on will say.</summary>
    private static string? FirstLine(string path)
    {
        try
        {
            return File.ReadLines(path).FirstOrDefault(line => line.Length > 0);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IntakeItem Parse(string path, int firstLine, string json)
    {
        try
        {
            return new(RecordJson.Parse(json), null);
        }
        catch (JsonException error)
        {
            return new(
                null,
                $"{path}:{firstLine + (error.LineNumber ?? 0)}: this is no record of a document: {RecordJson.Mistake(error)}. The "
                    + "form is that of `policygraph extract`."
            );
        }
    }

    private static DocumentRecord WithSource(DocumentRecord record, string source) =>
        record.Document.Source is null ? record with { Document = record.Document with { Source = source } } : record;
}
