using System.Globalization;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>
/// Holds a store's folder for one process: a file open for itself alone, and the process's number in another
/// beside it, since nobody else can read the first. The system lets go of it when the process ends, however it ends.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    private const string FileName = "lock";
    private const string HolderName = "lock.pid";

    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <exception cref="StoreException"><see cref="StoreErrorCode.Locked"/>: another process, or this one, has the store open;
    /// <see cref="StoreErrorCode.NotWritable"/>: the folder cannot be written.</exception>
    public static StoreLock Take(string folder)
    {
        var path = Path.Combine(folder, FileName);
        FileStream held;
        try
        {
            held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StoreException(
                StoreErrorCode.NotWritable,
                $"The store in {folder} cannot be opened: {failure.Message} Make the folder writable.",
                failure
            );
        }
        catch (IOException failure)
        {
            throw new StoreException(
                StoreErrorCode.Locked,
                $"The store in {folder} is open in {Holder(folder)}. Stop it, or name another folder.",
                failure
            );
        }

        File.WriteAllText(Path.Combine(folder, HolderName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return new StoreLock(held);
    }

    public void Dispose() => _file.Dispose();

    /// <summary>True for the files of a lock.</summary>
    public static bool IsLockFile(string path) => Path.GetFileName(path) is FileName or HolderName;

    private static string Holder(string folder)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, HolderName));
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var process)
                ? $"process {process}"
                : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
