using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>Frames gathered in memory, to be appended together with one flush. Each transaction is one frame.</summary>
internal sealed class JournalBatch
{
    private ArrayBufferWriter<byte> frames = new();
    private ArrayBufferWriter<byte> content = new();
    private readonly List<(RecordPlace Place, long Offset, int Length, int TextLength)> places = [];

    public ReadOnlyMemory<byte> Bytes => frames.WrittenMemory;

    /// <summary>Adds one transaction.</summary>
    /// <exception cref="StoreException"><see cref="StoreErrorCode.BadRecord"/>: it is longer than a frame may be.</exception>
    public void Add(IReadOnlyList<JournalEntry> entries)
    {
        content.ResetWrittenCount();
        var start = frames.WrittenCount + JournalFormat.FrameHeaderSize;
        var first = places.Count;
        foreach (var entry in entries)
        {
            JournalEntries.Write(content, entry);
            if (entry is PutEntry put)
            {
                var textLength = BitConverter.ToInt32(put.Record.Span[..sizeof(int)]);
                places.Add((put.Place, start + content.WrittenCount - put.Record.Length, put.Record.Length, textLength));
            }
        }

        if (content.WrittenCount > JournalFormat.LongestContent)
        {
            places.RemoveRange(first, places.Count - first);
            throw new StoreException(StoreErrorCode.BadRecord, $"The record takes {content.WrittenCount} bytes; at most {JournalFormat.LongestContent} can be kept. Split the paper.");
        }

        JournalFormat.WriteFrame(frames, content.WrittenSpan);
    }

    /// <summary>Lets go of the bytes once they are written; places can still be told.</summary>
    public void DropBytes()
    {
        frames = new();
        content = new();
    }

    /// <summary>Tells every record where it lies, once the bytes are in a file at <paramref name="offset"/>.</summary>
    public void Settle(SafeFileHandle file, long offset)
    {
        foreach (var (place, start, length, textLength) in places)
        {
            place.Location = new RecordLocation(file, offset + start, length, textLength);
        }
    }
}
