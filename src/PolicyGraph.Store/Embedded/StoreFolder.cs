using PolicyGraph.Store.Embedded.Journal;

namespace PolicyGraph.Store.Embedded;

/// <summary>Enters the folder of a store.</summary>
internal static class StoreFolder
{
    public static StoreLock Enter(string folder, EmbeddedStoreOptions options)
    {
        if (!options.CreateIfMissing && (!Directory.Exists(folder) || !Directory.EnumerateFiles(folder, JournalSegment.Pattern).Any()))
        {
            throw new StoreException(
                StoreErrorCode.Unsupported,
                $"There is no store in {folder}. Take papers in first (policygraph ingest), or name the right folder."
            );
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreErrorCode.NotWritable,
                $"The folder {folder} for the store cannot be made: {failure.Message}",
                failure
            );
        }

        return StoreLock.Take(folder);
    }
}
