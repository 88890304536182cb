namespace PolicyGraph.Commands;

/// <summary>Where <c>--out</c> leads, looked at before anything is read.</summary>
internal static class OutputPath
{
    private static readonly string[] Devices = ["/dev/", "/proc/", "/sys/"];

    private static bool IsDevice(string path) =>
        Devices.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal);

    /// <summary>A folder, made where it is missing.</summary>
    /// <exception cref="UsageException">A file has that name, or the folder cannot be made.</exception>
    public static string Folder(string path)
    {
        if (File.Exists(path))
        {
            throw new UsageException($"--out {path}: that is a file; name a folder.");
        }

        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--out {path}: the folder cannot be made. The system says: {error.Message}", error);
        }
    }

    /// <summary>A file, made anew or written over; where a link leads, so that the link stays.</summary>
    /// <exception cref="UsageException">A folder or a device has that name, or the folder that it is to lie in is missing.</exception>
    public static string NewFile(string path)
    {
        path = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
        if (IsDevice(Path.GetFullPath(path)))
        {
            // A file put in its place would take a device from every program of the machine.
            throw new UsageException(
                $"--out {path}: that is no place for a file; leave --out away and direct the output there (> {path})."
            );
        }

        if (Directory.Exists(path))
        {
            throw new UsageException($"--out {path}: that is a folder; name a file in it.");
        }

        return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))
            ? path
            : throw new UsageException($"--out {path}: the folder for it is missing; make it first.");
    }
}
