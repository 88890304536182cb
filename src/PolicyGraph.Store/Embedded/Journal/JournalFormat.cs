using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace PolicyGraph.Store.Embedded.Journal;

/// <summary>
/// How a journal file is laid out. A header of <see cref="HeaderSize"/> bytes: magic, format version, 1 where the file takes the place of
/// all files with lower numbers, number, reserved, CRC-32C of the bytes before. Then frames: marker, length of the content, CRC-32C of the
/// content, CRC-32C of those twelve bytes, content. All numbers are little-endian, 32 bits. One frame is one transaction.
/// </summary>
internal static class JournalFormat
{
    public const int Version = 1;
    public const int HeaderSize = 32;
    public const int FrameHeaderSize = 16;

    /// <summary>The most bytes that one frame may hold.</summary>
    public const int LongestContent = 1 << 30;

    private const int ChecksummedHeader = HeaderSize - sizeof(uint);
    private const int ChecksummedFrameHeader = FrameHeaderSize - sizeof(uint);

    private static ReadOnlySpan<byte> Magic => "PGSTORE\n"u8;

    /// <summary>How every frame begins: found again after damaged bytes by it.</summary>
    public static ReadOnlySpan<byte> Marker => [0xf3, (byte)'P', (byte)'G', 0x1e];

    public static byte[] Header(bool isBase, int number)
    {
        var header = new byte[HeaderSize];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(12), isBase ? 1 : 0);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(16), number);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(ChecksummedHeader), Checksum(header.AsSpan(0, ChecksummedHeader)));
        return header;
    }

    public static JournalHeader ReadHeader(ReadOnlySpan<byte> header) =>
        new(
            header.StartsWith(Magic),
            BinaryPrimitives.ReadInt32LittleEndian(header[8..]),
            BinaryPrimitives.ReadInt32LittleEndian(header[12..]) == 1,
            BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksummedHeader..]) == Checksum(header[..ChecksummedHeader])
        );

    /// <summary>Writes a frame around a content.</summary>
    public static void WriteFrame(IBufferWriter<byte> output, ReadOnlySpan<byte> content)
    {
        var header = output.GetSpan(FrameHeaderSize)[..FrameHeaderSize];
        Marker.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], content.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], Checksum(content));
        BinaryPrimitives.WriteUInt32LittleEndian(header[ChecksummedFrameHeader..], Checksum(header[..ChecksummedFrameHeader]));
        output.Advance(FrameHeaderSize);
        output.Write(content);
    }

    /// <summary>The content's length and checksum, or false where the bytes are no frame's header.</summary>
    public static bool TryReadFrame(ReadOnlySpan<byte> header, out int length, out uint checksum)
    {
        length = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        checksum = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        return header.StartsWith(Marker)
            && length is >= 0 and <= LongestContent
            && BinaryPrimitives.ReadUInt32LittleEndian(header[ChecksummedFrameHeader..]) == Checksum(header[..ChecksummedFrameHeader]);
    }

    /// <summary>CRC-32C (Castagnoli; RFC 3720, appendix B.4).</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var last in bytes)
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return ~crc;
    }
}

/// <summary>What a journal file says of itself.</summary>
/// <param name="IsJournal">False where the file is something else.</param>
/// <param name="IsBase">True where the file takes the place of all with lower numbers.</param>
/// <param name="IsSound">False where the header's checksum is wrong.</param>
internal readonly record struct JournalHeader(bool IsJournal, int Version, bool IsBase, bool IsSound);
