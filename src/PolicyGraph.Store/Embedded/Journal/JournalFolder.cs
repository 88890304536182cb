namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>Which files of a folder are the journal.</summary>
internal static class JournalFolder
{
    /// <summary>How a file ends that a compaction has not finished.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>The files in force, oldest first; none in an empty folder. Leftovers of a crashed compaction are deleted.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.Unsupported"/>: there are other files but no journal.</exception>
    public static List<JournalSegment> Open(string folder)
    {
        foreach (var leftover in Directory.EnumerateFiles(folder, JournalSegment.Pattern + Unfinished))
        {
            File.Delete(leftover);
        }

        var segments = Directory
            .EnumerateFiles(folder, JournalSegment.Pattern)
            .Order(StringComparer.Ordinal)
            .Select(JournalSegment.Open)
            .ToList();
        if (
            segments.Count == 0
            && Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(path => !StoreLock.IsLockFile(path)) is { } other
        )
        {
            throw new StoreException(
                StoreErrorCode.Unsupported,
                $"{folder} is no store: it holds {Path.GetFileName(other)} but no journal. Name another folder, or an empty one for "
                    + "a new store."
            );
        }

        return DropObsolete(segments);
    }

    private static List<JournalSegment> DropObsolete(List<JournalSegment> segments)
    {
        var start = segments.FindLastIndex(segment => segment.Header is { IsJournal: true, IsSound: true, IsBase: true });
        for (var i = 0; i < start; i++)
        {
            segments[i].File.Dispose();
            File.Delete(segments[i].Path);
        }

        return start <= 0 ? segments : segments[start..];
    }
}
