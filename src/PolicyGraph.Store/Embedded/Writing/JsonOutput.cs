using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using PolicyGraph.Store.Embedded.Memory;

namespace PolicyGraph.Store.Embedded.Writing;

/// <summary>
/// Writes JSON as bytes straight into the memory of the one who asked, so that no byte of an answer is copied twice here; into a buffer of its own only where that
/// memory is no array. It checks nothing: the operators write keys, commas and braces in their order. Used by one query at a time, then by the next, so that answering leaves no garbage.
/// </summary>
internal sealed class JsonOutput
{
    /// <summary>Room asked for at a time, so that short writes need not ask again.</summary>
    private const int Piece = 4 * 1024;
    private const int LongestRun = 512;

    private static readonly PaddedBytes Null = new("null"u8);

    private IBufferWriter<byte>? target;
    private byte[] buffer = [];
    private int start;
    private int count;
    private int end;
    private bool isOwn;

    public void Begin(IBufferWriter<byte> output)
    {
        target = output;
        Take(0);
    }

    /// <summary>Hands on what is left; of a query that failed nothing more.</summary>
    public void End(bool isComplete)
    {
        if (isComplete)
        {
            Flush();
        }

        (target, buffer) = (null, []);
        (start, count, end) = (0, 0, 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > end - count)
        {
            MakeRoom(bytes.Length);
        }

        bytes.CopyTo(buffer.AsSpan(count));
        count += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(byte one)
    {
        if (count == end)
        {
            MakeRoom(1);
        }

        buffer[count++] = one;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(in PaddedBytes bytes) => Place = Put(Place, bytes);

    /// <summary>Where the next byte goes. Who writes many short pieces keeps it in a variable of its own, and puts it back before anybody else writes.</summary>
    public int Place
    {
        get => count;
        set => count = value;
    }

    /// <summary>Writes bytes at a place that was <see cref="Place"/>; where the next go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Put(int place, in PaddedBytes bytes)
    {
        if (bytes.Room > end - place)
        {
            count = place;
            MakeRoom(bytes.Room);
            place = count;
        }

        bytes.CopyTo(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(buffer), place));
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
        count += written;
    }

    public void Write(double number)
    {
        number.TryFormat(Room(32), out var written, "R");
        count += written;
    }

    /// <summary>The 16 hexadecimal digits of an id.</summary>
    public void WriteHex(ulong number)
    {
        Utf8Formatter.TryFormat(number, Room(16), out var written, new StandardFormat('x', 16));
        count += written;
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
        count += bytes;
    }

    private Span<byte> Room(int wanted)
    {
        if (wanted > end - count)
        {
            MakeRoom(wanted);
        }

        return buffer.AsSpan(count, end - count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void MakeRoom(int wanted)
    {
        Flush();
        Take(Math.Max(wanted, Piece));
    }

    private void Flush()
    {
        if (isOwn)
        {
            target!.Write(buffer.AsSpan(0, count)); // Between Begin and End.
        }
        else
        {
            target!.Advance(count - start); // Between Begin and End.
        }

        start = count;
    }

    private void Take(int wanted)
    {
        var memory = target!.GetMemory(wanted); // Between Begin and End.
        isOwn = !MemoryMarshal.TryGetArray<byte>(memory, out var array);
        if (isOwn)
        {
            array = new byte[Math.Max(wanted, Piece)];
        }

        buffer = array.Array!; // Of an array, or made above.
        (start, count, end) = (array.Offset, array.Offset, array.Offset + array.Count);
    }
}
