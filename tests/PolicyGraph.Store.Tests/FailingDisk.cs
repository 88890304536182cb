using Microsoft.Win32.SafeHandles;
using PolicyGraph.Store.Embedded.Journal;

namespace PolicyGraph.Store.Tests;

public enum FailingCall
{
    None,
    Write,
    Flush,

    /// <summary>Of the folder, once no file in it is unfinished.</summary>
    FlushFolder,
}

/// <summary>A disk that is full when told so; a failing write leaves half of its bytes.</summary>
internal sealed class FailingDisk : JournalDisk
{
    public FailingCall Fails { get; set; }

    public override async ValueTask WriteAsync(SafeFileHandle file, ReadOnlyMemory<byte> bytes, long offset, CancellationToken cancellation)
    {
        if (Fails == FailingCall.Write)
        {
            await base.WriteAsync(file, bytes[..(bytes.Length / 2)], offset, cancellation);
            throw new IOException("No space left on device.");
        }

        await base.WriteAsync(file, bytes, offset, cancellation);
    }

    public override void Flush(SafeFileHandle file)
    {
        if (Fails == FailingCall.Flush)
        {
            throw new IOException("Input/output error.");
        }

        base.Flush(file);
    }

    public override void FlushFolder(string folder)
    {
        if (Fails == FailingCall.FlushFolder && !Directory.EnumerateFiles(folder, "*" + JournalFolder.Unfinished).Any())
        {
            throw new IOException("Input/output error.");
        }

        base.FlushFolder(folder);
    }
}
