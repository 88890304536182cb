using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>Frames gathered in memory, to be appended together with one flush. Each transaction is one frame.</summary>
internal sealed class JournalBatch
{
    private ArrayBufferWriter<byte> _frames = new();
    private ArrayBufferWriter<byte> _content = new();
    private readonly List<(RecordPlace Place, long Offset, int Length, int TextLength)> _places = [];

    public ReadOnlyMemory<byte> Bytes => _frames.WrittenMemory;

    /// <summary>Adds one transaction.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadRecord"/>: it is longer than a frame may be.</exception>
    public void Add(IReadOnlyList<JournalEntry> entries)
    {
        _content.ResetWrittenCount();
        var start = _frames.WrittenCount + JournalFormat.FrameHeaderSize;
        var first = _places.Count;
        foreach (var entry in entries)
        {
            JournalEntries.Write(_content, entry);
            if (entry is PutEntry put)
            {
                var textLength = BitConverter.ToInt32(put.Record.Span[..sizeof(int)]);
                _places.Add((put.Place, start + _content.WrittenCount - put.Record.Length, put.Record.Length, textLength));
            }
        }

        if (_content.WrittenCount > JournalFormat.LongestContent)
        {
            _places.RemoveRange(first, _places.Count - first);
            throw new StoreException(
                StoreErrorCode.BadRecord,
                $"The record takes {_content.WrittenCount} bytes; at most {JournalFormat.LongestContent} can be kept. Split the paper."
            );
        }

        JournalFormat.WriteFrame(_frames, _content.WrittenSpan);
    }

    /// <summary>Lets go of the bytes once they are written; places can still be told.</summary>
    public void DropBytes()
    {
        _frames = new();
        _content = new();
    }

    /// <summary>Tells every record where it lies, once the bytes are in a file at <paramref name="offset"/>.</summary>
    public void Settle(SafeFileHandle file, long offset)
    {
        foreach (var (place, start, length, textLength) in _places)
        {
            place.Location = new RecordLocation(file, offset + start, length, textLength);
        }
    }
}
