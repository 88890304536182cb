using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>A file read through a buffer that moves along it.</summary>
internal sealed class JournalWindow(SafeFileHandle file)
{
    private const int Size = 4 << 20;

    private byte[] _buffer = new byte[Size];
    private long _start;
    private int _filled;

    public long Length { get; } = RandomAccess.GetLength(file);

    /// <summary>Bytes of the file, to be used before the next call; <paramref name="count"/> must lie within it.</summary>
    public ReadOnlySpan<byte> Read(long at, int count)
    {
        if (at < _start || at + count > _start + _filled)
        {
            Fill(at, count);
        }

        return _buffer.AsSpan((int)(at - _start), count);
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
        if (count > _buffer.Length)
        {
            _buffer = new byte[count];
        }

        _start = at;
        _filled = 0;
        var wanted = (int)Math.Min(_buffer.Length, Length - at);
        while (_filled < wanted)
        {
            var read = RandomAccess.Read(file, _buffer.AsSpan(_filled, wanted - _filled), at + _filled);
            if (read == 0)
            {
                throw new StoreException(
                    StoreErrorCode.Damaged,
                    "A journal file became shorter while it was read; something else writes to the store's folder."
                );
            }

            _filled += read;
        }
    }
}
