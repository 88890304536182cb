using PolicyGraph.Extraction.Text.Formats;

namespace PolicyGraph.Intake;

/// <summary>The files that paths stand for: a file itself, a folder's papers and records below it, in ordinal order.</summary>
internal static class PathWalk
{
    /// <summary>The files under <paramref name="path"/>; a folder without any, or a path that is not there, is given as it is, to fail where it is read.</summary>
    /// <param name="withRecords">Whether <c>.json</c> in a folder counts.</param>
    public static IEnumerable<string> Files(string path, bool withRecords)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        var files = Directory.EnumerateFiles(path, "*", options)
            .Where(file => (PaperReader.CanRead(file) || (withRecords && RecordFile.IsRecord(file))) && !IsNote(file))
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : [path];
    }

    // A folder's own README says what lies there; it is no paper.
    private static bool IsNote(string file) => Path.GetFileNameWithoutExtension(file).Equals("README", StringComparison.OrdinalIgnoreCase);
}
