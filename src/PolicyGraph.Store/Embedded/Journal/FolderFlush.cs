using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>
/// Brings the names in a folder to the disk: a file's own fsync does not bring the name under which it is found (fsync(2)). On Windows
/// nothing is to be done, where the file system keeps a log of names. The folder's own name is one of the folder above.
/// </summary>
internal static class FolderFlush
{
    private const int ReadOnly = 0;

    /// <exception cref="IOException">The folder cannot be opened, or the disk refused.</exception>
    public static void Run(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle((nint)Open(folder, ReadOnly), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException(
                $"The folder {folder} cannot be opened to bring its names to the disk: {Marshal.GetLastPInvokeErrorMessage()}."
            );
        }

        RandomAccess.FlushToDisk(handle);
    }

    // .NET opens no folders. The result is a file descriptor, −1 where there is none.
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
