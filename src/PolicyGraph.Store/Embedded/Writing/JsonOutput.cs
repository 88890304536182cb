using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PolicyGraph.Store.Embedded.Writing;

/// <summary>
/// Writes JSON as bytes into a buffer of its own and hands it on in large pieces. It checks nothing: the operators write keys, commas and braces in their
/// order. Used by one query at a time, then by the next, so that answering leaves no garbage.
/// </summary>
internal sealed class JsonOutput
{
    private const int Size = 64 * 1024;
    private const int LongestRun = 512;

    private readonly byte[] buffer = new byte[Size];
    private int count;
    private IBufferWriter<byte>? target;

    public void Begin(IBufferWriter<byte> output)
    {
        target = output;
        count = 0;
    }

    /// <summary>Hands on what is left; for a query that failed nothing more.</summary>
    public void End(bool isComplete)
    {
        if (isComplete)
        {
            Flush();
        }

        target = null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Size - count)
        {
            WriteLong(bytes);
            return;
        }

        bytes.CopyTo(buffer.AsSpan(count));
        count += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(byte one)
    {
        if (count == Size)
        {
            Flush();
        }

        buffer[count++] = one;
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
        if (wanted > Size - count)
        {
            Flush();
        }

        return buffer.AsSpan(count);
    }

    private void WriteLong(ReadOnlySpan<byte> bytes)
    {
        Flush();
        if (bytes.Length <= Size)
        {
            Write(bytes);
        }
        else
        {
            target!.Write(bytes); // Between Begin and End.
        }
    }

    private void Flush()
    {
        target!.Write(buffer.AsSpan(0, count)); // Between Begin and End.
        count = 0;
    }
}
