using PolicyGraph.Extraction.Text.Formats;

namespace PolicyGraph.Intake;

/// <summary>The files that paths stand for: a file itself, a folder's papers and records below it, in ordinal order.</summary>
internal static class PathWalk
{
    /// <summary>
    /// The files under <paramref name="path"/>; a folder without any, or a path that is not there, is given as it is, to fail where it is
    /// read.
    /// </summary>
    /// <param name="withRecords">Whether <c>.json</c> in a folder counts.</param>
    public static IEnumerable<FoundFile> Files(string path, bool withRecords)
    {
        var below = Directory.Exists(path) ? Below(path, withRecords) : [];
        return below.Count > 0
            ? below.Select(file => new FoundFile(file, Path.GetRelativePath(path, file)))
            : [new FoundFile(path, Path.GetFileName(path))];
    }

    private static List<string> Below(string folder, bool withRecords)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        };
        return
        [
            .. Directory
                .EnumerateFiles(folder, "*", options)
                .Where(file => (PaperReader.CanRead(file) || (withRecords && RecordFile.IsRecord(file))) && !IsNote(file))
                .Order(StringComparer.Ordinal),
        ];
    }

    // A folder's own README says what lies there; it is no paper.
    private static bool IsNote(string file) => Path.GetFileNameWithoutExtension(file).Equals("README", StringComparison.OrdinalIgnoreCase);
}
