using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace PolicyGraph.Store.Bytes;

/// <summary>Reads what <see cref="ByteWriting"/> wrote.</summary>
/// <exception cref="ArgumentOutOfRangeException">From every method: the bytes end too early, so they were not written by it.</exception>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _all = bytes;

    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position == _all.Length;

    public byte Byte() => Take(1)[0];

    public int Int() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public ulong Long() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    public double Double() => BitConverter.UInt64BitsToDouble(Long());

    public decimal Decimal() => new([Int(), Int(), Int(), Int()]);

    public int Count()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    public string? Text()
    {
        var mark = Count();
        if (mark == 0)
        {
            return null;
        }

        var length = (mark - 1) >> 1;
        return ((mark - 1) & 1) != 0 ? Characters(length) : Encoding.Latin1.GetString(Take(length));
    }

    public string Characters(int length) => new(MemoryMarshal.Cast<byte, char>(Take(length * sizeof(char))));

    /// <summary>The next bytes as they are.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        var taken = _all.Slice(Position, count);
        Position += count;
        return taken;
    }

    public T[] List<T>(ReadItem<T> read)
    {
        var items = new T[Count()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(ref this);
        }

        return items;
    }
}

internal delegate T ReadItem<out T>(ref ByteReader reader);
