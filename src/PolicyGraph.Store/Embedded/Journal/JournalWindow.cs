using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>A file read through a buffer that moves along it.</summary>
internal sealed class JournalWindow(SafeFileHandle file)
{
    private const int Size = 4 << 20;

    private byte[] buffer = new byte[Size];
    private long start;
    private int filled;

    public long Length { get; } = RandomAccess.GetLength(file);

    /// <summary>Bytes of the file, to be used before the next call; <paramref name="count"/> must lie within it.</summary>
    public ReadOnlySpan<byte> Read(long at, int count)
    {
        if (at < start || at + count > start + filled)
        {
            Fill(at, count);
        }

        return buffer.AsSpan((int)(at - start), count);
    }

    /// <summary>Where <paramref name="wanted"/> stands next, from <paramref name="at"/> on.</summary>
    public long? Find(ReadOnlySpan<byte> wanted, long at)
    {
        while (at + wanted.Length <= Length)
        {
            var run = Read(at, (int)Math.Min(Size / 2, Length - at));
            var found = run.IndexOf(wanted);
            if (found >= 0)
            {
                return at + found;
            }

            at += run.Length - wanted.Length + 1;
        }

        return null;
    }

    /// <summary>True where nothing but zeros follows.</summary>
    public bool IsZero(long at)
    {
        while (at < Length)
        {
            var run = Read(at, (int)Math.Min(Size / 2, Length - at));
            if (run.ContainsAnyExcept((byte)0))
            {
                return false;
            }

            at += run.Length;
        }

        return true;
    }

    private void Fill(long at, int count)
    {
        if (count > buffer.Length)
        {
            buffer = new byte[count];
        }

        start = at;
        filled = 0;
        var wanted = (int)Math.Min(buffer.Length, Length - at);
        while (filled < wanted)
        {
            var read = RandomAccess.Read(file, buffer.AsSpan(filled, wanted - filled), at + filled);
            if (read == 0)
            {
                throw new StoreException(StoreErrorCode.Damaged, "A journal file became shorter while it was read; something else writes to the store's folder.");
            }

            filled += read;
        }
    }
}
