using System.Globalization;
using System.Text;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>Holds a store's folder for one process: a file open for itself alone, with the process's number in it. The system lets go of it when the process ends, however it ends.</summary>
internal sealed class StoreLock : IDisposable
{
    public const string FileName = "lock";

    private readonly FileStream file;

    private StoreLock(FileStream file) => this.file = file;

    /// <exception cref="StoreException"><see cref="StoreErrorCode.Locked"/>: another process, or this one, has the store open; <see cref="StoreErrorCode.NotWritable"/>: the folder cannot be written.</exception>
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
            throw new StoreException(StoreErrorCode.NotWritable, $"The store in {folder} cannot be opened: {failure.Message} Make the folder writable.", failure);
        }
        catch (IOException failure)
        {
            throw new StoreException(
                StoreErrorCode.Locked, $"The store in {folder} is open in {Holder(path)}. Stop it, or name another folder.", failure);
        }

        held.SetLength(0);
        held.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        held.Flush();
        return new StoreLock(held);
    }

    public void Dispose() => file.Dispose();

    private static string Holder(string path)
    {
        try
        {
            using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return int.TryParse(reader.ReadToEnd(), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? $"process {process}" : "another process";
        }
        catch (IOException)
        {
            return "another process";
        }
    }
}
