using PolicyGraph.Extraction.Text.Formats;

namespace PolicyGraph.Intake;

/// <summary>The files that paths stand for: a file itself, a folder's papers and records below it, in ordinal order.</summary>
internal static class PathWalk
{
    /// <summary>The files under <paramref name="path"/>; empty for a folder without any. A path that is not there is given as it is, to fail where it is read.</summary>
    public static IEnumerable<string> Files(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        return Directory.EnumerateFiles(path, "*", options)
            .Where(file => (PaperReader.CanRead(file) || RecordFile.IsRecord(file)) && !IsNote(file))
            .Order(StringComparer.Ordinal);
    }

    // A folder's own README says what lies there; it is no paper.
    private static bool IsNote(string file) => Path.GetFileNameWithoutExtension(file).Equals("README", StringComparison.OrdinalIgnoreCase);
}
