namespace PolicyGraph.Extraction.Text.Formats;

/// <summary>Files and folders as a user names them, to the files of papers in them.</summary>
public static class PaperPaths
{
    /// <summary>
    /// A file stays what it is; a folder becomes its files that can be read, those of its folders too, in ordinal order. A folder without any
    /// stays what it is, so that reading it says so.
    /// </summary>
    public static IEnumerable<string> Expand(IEnumerable<string> paths) =>
        paths.SelectMany(path => Directory.Exists(path) ? InFolder(path) : [path]);

    private static List<string> InFolder(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
            .Where(PaperReader.CanRead).Order(StringComparer.Ordinal).ToList();
        return files.Count > 0 ? files : [folder];
    }
}
