using PolicyGraph.Store.Embedded.Journal;

namespace PolicyGraph.Store.Embedded;

/// <summary>Enters the folder of a store.</summary>
internal static class StoreFolder
{
    /// <exception cref="StoreException">There is no store and none may be made, or the folder cannot be made or is in use.</exception>
    public static StoreLock Enter(string folder, EmbeddedStoreOptions options, JournalDisk disk)
    {
        if (File.Exists(folder))
        {
            throw new StoreException(StoreErrorCode.Unsupported, $"{folder} is a file, and a store is a folder: name a folder.");
        }

        if (!options.CreateIfMissing && (!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, JournalSegment.Pattern).Any()))
        {
            throw new StoreException(
                StoreErrorCode.Unsupported,
                $"There is no store in {folder}. Take papers in first (policygraph ingest), or name the right folder."
            );
        }

        try
        {
            Create(Path.GetFullPath(folder), disk);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreErrorCode.NotWritable,
                $"The folder {folder} for the store cannot be made: name one in a place where you may write. The system says: "
                    + $"{failure.Message}",
                failure
            );
        }

        return StoreLock.Take(folder);
    }

    /// <summary>Makes a folder and those above it that are missing, and brings the names of all of them to the disk.</summary>
    private static void Create(string folder, JournalDisk disk)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        var above = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder))!; // A root is always there.
        Create(above, disk);
        Directory.CreateDirectory(folder);
        disk.FlushFolder(above);
    }
}
