using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>What the journal asks of a disk, so that tests can let it fail.</summary>
internal class JournalDisk
{
    /// <summary>Writes bytes into a file at a place.</summary>
    public virtual ValueTask WriteAsync(SafeFileHandle file, ReadOnlyMemory<byte> bytes, long offset, CancellationToken cancellation) =>
        RandomAccess.WriteAsync(file, bytes, offset, cancellation);

    /// <summary>Comes back when all that was written is on the disk (fsync).</summary>
    public virtual void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    /// <summary>Comes back when the names of a folder's files, new and changed, are on the disk.</summary>
    public virtual void FlushFolder(string folder) => FolderFlush.Run(folder);
}
