using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Writing;

/// <summary>
/// Writes JSON as bytes straight into the memory of the one who asked, so that no byte of an answer is copied twice here; into a buffer of
/// its own only where that memory is no array. It checks nothing: the operators write keys, commas and braces in their order. Used by one
/// query at a time, then by the next, so that answering leaves no garbage.
/// </summary>
internal sealed class JsonOutput
{
    /// <summary>Room asked for at a time, so that short writes need not ask again.</summary>
    private const int Piece = 4 * 1024;
    private const int LongestRun = 512;

    private static readonly PaddedBytes Null = new("null"u8);

    private IBufferWriter<byte>? _target;
    private byte[] _buffer = [];
    private int _start;
    private int _count;
    private int _end;
    private bool _isOwn;

    public void Begin(IBufferWriter<byte> output)
    {
        _target = output;
        Take(0);
    }

    /// <summary>Hands on what is left; of a query that failed nothing more.</summary>
    public void End(bool isComplete)
    {
        if (isComplete)
        {
            Flush();
        }

        (_target, _buffer) = (null, []);
        (_start, _count, _end) = (0, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _end - _count)
        {
            MakeRoom(bytes.Length);
        }

        bytes.CopyTo(_buffer.AsSpan(_count));
        _count += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(byte one)
    {
        if (_count == _end)
        {
            MakeRoom(1);
        }

        _buffer[_count++] = one;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(in PaddedBytes bytes) => Place = Put(Place, bytes);

    /// <summary>
    /// Where the next byte goes. Who writes many short pieces keeps it in a variable of its own, and puts it back before anybody else
    /// writes.
    /// </summary>
    public int Place
    {
        get => _count;
        set => _count = value;
    }

    /// <summary>Writes bytes at a place that was <see cref="Place"/>; where the next go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Put(int place, in PaddedBytes bytes)
    {
        if (bytes.Room > _end - place)
        {
            _count = place;
            MakeRoom(bytes.Room);
            place = _count;
        }

        bytes.CopyTo(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), place));
        return place + bytes.Length;
    }

    /// <summary>The same with a value; null where there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Put(int place, Value? value)
    {
        ref readonly var json = ref value is null ? ref Null : ref value.Encoded;
        return Put(place, in json);
    }

    public void WriteNull() => Write("null"u8);

    public void Write(bool truth) => Write(truth ? "true"u8 : "false"u8);

    public void Write(long number)
    {
        Utf8Formatter.TryFormat(number, Room(20), out var written);
        _count += written;
    }

    public void Write(double number)
    {
        number.TryFormat(Room(32), out var written, "R");
        _count += written;
    }

    /// <summary>The 16 hexadecimal digits of an id.</summary>
    public void WriteHex(ulong number)
    {
        Utf8Formatter.TryFormat(number, Room(16), out var written, new StandardFormat('x', 16));
        _count += written;
    }

    /// <summary>A text with its quotes, escaped as JSON asks and no more; null where there is none.</summary>
    public void WriteText(string? text)
    {
        if (text is null)
        {
            WriteNull();
        }
        else
        {
            WriteText(text.AsSpan());
        }
    }

    /// <inheritdoc cref="WriteText(string?)"/>
    public void WriteText(ReadOnlySpan<char> text)
    {
        Write((byte)'"');
        while (!text.IsEmpty)
        {
            var length = Math.Min(text.Length, LongestRun);
            if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
            {
                length--;
            }

            WriteRun(text[..length]);
            text = text[length..];
        }

        Write((byte)'"');
    }

    private void WriteRun(ReadOnlySpan<char> text)
    {
        // Six characters for one is the most that escaping makes of it, three bytes the most that a character takes.
        Span<char> escaped = stackalloc char[LongestRun * 6];
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text, escaped, out _, out var written);
        Utf8.FromUtf16(escaped[..written], Room(written * 3), out _, out var bytes);
        _count += bytes;
    }

    private Span<byte> Room(int wanted)
    {
        if (wanted > _end - _count)
        {
            MakeRoom(wanted);
        }

        return _buffer.AsSpan(_count, _end - _count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeRoom(int wanted)
    {
        Flush();
        Take(Math.Max(wanted, Piece));
    }

    private void Flush()
    {
        if (_isOwn)
        {
            _target!.Write(_buffer.AsSpan(0, _count)); // Between Begin and End.
        }
        else
        {
            _target!.Advance(_count - _start); // Between Begin and End.
        }

        _start = _count;
    }

    private void Take(int wanted)
    {
        var memory = _target!.GetMemory(wanted); // Between Begin and End.
        _isOwn = !MemoryMarshal.TryGetArray<byte>(memory, out var array);
        if (_isOwn)
        {
            array = new byte[Math.Max(wanted, Piece)];
        }

        _buffer = array.Array!; // Of an array, or made above.
        (_start, _count, _end) = (array.Offset, array.Offset, array.Offset + array.Count);
    }
}
