using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>One file of the journal.</summary>
internal sealed record JournalSegment(string Path, int Number, SafeFileHandle File, JournalHeader Header)
{
    public const string Pattern = "journal-*.pgj";

    private const string Prefix = "journal-";

    public string Name => System.IO.Path.GetFileName(Path);

    public static string PathOf(string folder, int number) =>
        System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number:D8}.pgj"));

    /// <summary>Makes an empty file of the journal; the file and its name are on the disk before it comes back.</summary>
    public static async Task<JournalSegment> CreateAsync(
        string folder,
        int number,
        bool isBase,
        string suffix,
        JournalDisk disk,
        CancellationToken cancellation
    )
    {
        var path = PathOf(folder, number) + suffix;
        var file = System.IO.File.OpenHandle(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        try
        {
            var header = JournalFormat.Header(isBase, number);
            await disk.WriteAsync(file, header, 0, cancellation);
            disk.Flush(file);
            disk.FlushFolder(folder);
            return new JournalSegment(path, number, file, JournalFormat.ReadHeader(header));
        }
        catch
        {
            file.Dispose();
            System.IO.File.Delete(path);
            throw;
        }
    }

    /// <summary>Opens a file of the journal.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.Unsupported"/>: it is something else, or of a newer format.</exception>
    public static JournalSegment Open(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        if (!int.TryParse(name.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw new StoreException(
                StoreErrorCode.Unsupported,
                $"{path} is named like a journal file but has no number; move it out of the store's folder."
            );
        }

        var file = System.IO.File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[JournalFormat.HeaderSize];
        var isWhole = RandomAccess.Read(file, bytes, 0) == bytes.Length;
        var header = JournalFormat.ReadHeader(bytes);
        if (isWhole && header is { IsJournal: true, IsSound: true, Version: > JournalFormat.Version })
        {
            file.Dispose();
            throw new StoreException(
                StoreErrorCode.Unsupported,
                $"The store was written in format {header.Version}; this version reads up to format {JournalFormat.Version}. Use a "
                    + "newer policygraph. Nothing was changed."
            );
        }

        return new JournalSegment(path, number, file, header);
    }
}
