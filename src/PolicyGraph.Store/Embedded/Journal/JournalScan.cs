using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>
/// Reads a journal file from its beginning: hands over every sound frame, passes over damaged bytes to the next sound frame, and tells a
/// tail that was never written to its end from one that is damaged.
/// </summary>
internal sealed class JournalScan(SafeFileHandle file)
{
    private readonly JournalWindow _window = new(file);
    private readonly List<(long Start, long End)> _damages = [];

    /// <summary>Runs of bytes that are no sound frames, with sound ones after them or content before them that looks complete.</summary>
    public IReadOnlyList<(long Start, long End)> Damages => _damages;

    /// <summary>Where an unfinished frame begins that nothing follows; the file's length where there is none.</summary>
    public long SoundLength { get; private set; }

    public void Run(Action<long, ReadOnlySpan<byte>> frame)
    {
        long at = JournalFormat.HeaderSize;
        SoundLength = _window.Length;
        while (at < _window.Length)
        {
            if (TryRead(at, out var content))
            {
                frame(at + JournalFormat.FrameHeaderSize, content);
                at += JournalFormat.FrameHeaderSize + content.Length;
            }
            else if (FindNext(at + 1) is { } next)
            {
                _damages.Add((at, next));
                at = next;
            }
            else
            {
                EndAt(at);
                return;
            }
        }
    }

    private void EndAt(long at)
    {
        if (IsUnfinished(at))
        {
            SoundLength = at;
        }
        else
        {
            _damages.Add((at, _window.Length));
        }
    }

    private bool TryRead(long at, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (!TryReadHeader(at, out var length, out var checksum) || at + JournalFormat.FrameHeaderSize + length > _window.Length)
        {
            return false;
        }

        content = _window.Read(at + JournalFormat.FrameHeaderSize, length);
        return JournalFormat.Checksum(content) == checksum;
    }

    private bool TryReadHeader(long at, out int length, out uint checksum)
    {
        (length, checksum) = (0, 0);
        return at + JournalFormat.FrameHeaderSize <= _window.Length
            && JournalFormat.TryReadFrame(_window.Read(at, JournalFormat.FrameHeaderSize), out length, out checksum);
    }

    private long? FindNext(long at)
    {
        while (_window.Find(JournalFormat.Marker, at) is { } found)
        {
            if (TryRead(found, out _))
            {
                return found;
            }

            at = found + 1;
        }

        return null;
    }

    /// <summary>A frame cut off by the end of the file, or room that a file system gave without its content.</summary>
    private bool IsUnfinished(long at)
    {
        var left = _window.Length - at;
        if (left < JournalFormat.FrameHeaderSize || _window.IsZero(at))
        {
            return true;
        }

        return TryReadHeader(at, out var length, out _) && at + JournalFormat.FrameHeaderSize + length > _window.Length;
    }
}
