using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using PolicyGraph.Model;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>
/// Where one document's record lies on the disk. Its content never changes, so a place serves every version of the graph; compaction moves
/// it by setting another <see cref="Location"/>. Files stay open as long as a place leads to them, also after they were deleted.
/// </summary>
internal sealed class RecordPlace(RecordLocation? location)
{
    private volatile RecordLocation? _location = location;

    public RecordLocation Location
    {
        get => _location ?? throw new InvalidOperationException("The record has not been written yet.");
        set => _location = value;
    }

    /// <summary>The length of the document's text in UTF-16 code units; −1 where it has none.</summary>
    public int TextLength => Location.TextLength;

    /// <summary>Reads a part of the document's text into <paramref name="characters"/>.</summary>
    public void ReadText(int start, Span<char> characters)
    {
        var place = Location;
        ReadAll(place.File, place.Offset + RecordEncoder.TextOffset + ((long)start * sizeof(char)), MemoryMarshal.AsBytes(characters));
    }

    /// <summary>Reads the whole record, without its source.</summary>
    public DocumentRecord Read()
    {
        var place = Location;
        var bytes = ArrayPool<byte>.Shared.Rent(place.Length);
        try
        {
            ReadAll(place.File, place.Offset, bytes.AsSpan(0, place.Length));
            return RecordDecoder.Decode(bytes.AsSpan(0, place.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Reads the record's bytes as they lie there.</summary>
    public byte[] ReadBytes()
    {
        var place = Location;
        var bytes = new byte[place.Length];
        ReadAll(place.File, place.Offset, bytes);
        return bytes;
    }

    private static void ReadAll(SafeFileHandle file, long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var read = RandomAccess.Read(file, bytes, offset);
            if (read == 0)
            {
                throw new StoreException(
                    StoreErrorCode.Damaged,
                    "A journal file of the store has become shorter while it was open; restore the file or open the store again."
                );
            }

            bytes = bytes[read..];
            offset += read;
        }
    }
}

/// <summary>A run of a journal file that holds a record as <see cref="RecordEncoder"/> writes it.</summary>
internal sealed record RecordLocation(SafeFileHandle File, long Offset, int Length, int TextLength);
