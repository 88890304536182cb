using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace PolicyGraph.Store.Bytes;

/// <summary>
/// The spelling of values in the journal and in cursors: whole numbers little-endian or in 7-bit groups, texts as one byte a character
/// where all are below U+0100, else as UTF-16, which for Chinese is a third shorter than UTF-8.
/// </summary>
internal static class ByteWriting
{
    public static void WriteByte(this IBufferWriter<byte> output, byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    public static void WriteInt(this IBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), value);
        output.Advance(sizeof(int));
    }

    public static void WriteLong(this IBufferWriter<byte> output, ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(output.GetSpan(sizeof(ulong)), value);
        output.Advance(sizeof(ulong));
    }

    /// <summary>A number from 0 in as few bytes as it needs.</summary>
    public static void WriteCount(this IBufferWriter<byte> output, int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            output.WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        output.WriteByte((byte)rest);
    }

    public static void WriteDouble(this IBufferWriter<byte> output, double value) =>
        output.WriteLong(BitConverter.DoubleToUInt64Bits(value));

    public static void WriteDecimal(this IBufferWriter<byte> output, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        foreach (var part in bits)
        {
            output.WriteInt(part);
        }
    }

    /// <summary>A text or null: 0 for null, else 1 + twice its length + 1 where it is UTF-16.</summary>
    public static void WriteText(this IBufferWriter<byte> output, string? text)
    {
        if (text is null)
        {
            output.WriteCount(0);
            return;
        }

        var isWide = text.AsSpan().ContainsAnyExceptInRange('\0', '\u00ff');
        output.WriteCount(1 + (text.Length * 2) + (isWide ? 1 : 0));
        if (isWide)
        {
            output.WriteCharacters(text);
        }
        else
        {
            output.Advance(Encoding.Latin1.GetBytes(text, output.GetSpan(text.Length)));
        }
    }

    /// <summary>UTF-16, little-endian, without a length.</summary>
    public static void WriteCharacters(this IBufferWriter<byte> output, ReadOnlySpan<char> text) =>
        output.Write(MemoryMarshal.AsBytes(text));

    public static void WriteList<T>(this IBufferWriter<byte> output, IReadOnlyCollection<T> items, Action<IBufferWriter<byte>, T> write)
    {
        output.WriteCount(items.Count);
        foreach (var item in items)
        {
            write(output, item);
        }
    }
}
