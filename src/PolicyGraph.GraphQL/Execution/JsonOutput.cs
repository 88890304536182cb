using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution;

/// <summary>JSON straight into the response: UTF-8, without spaces, only what RFC 8259 demands escaped.</summary>
public static class JsonOutput
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\"
            + string.Concat(Enumerable.Range(0, 32).Select(c => (char)c))
            + string.Concat(Enumerable.Range(0xD800, 0x800).Select(c => (char)c))
    );

    public static void WriteNull(this PooledBuffer output) => output.Write("null"u8);

    public static void WriteBoolean(this PooledBuffer output, bool value) => output.Write(value ? "true"u8 : "false"u8);

    public static void WriteNumber(this PooledBuffer output, long value)
    {
        Utf8Formatter.TryFormat(value, output.GetSpan(20), out var written);
        output.Advance(written);
    }

    /// <summary>A truth value or a number as such, anything else as its text.</summary>
    public static void WriteScalar(this PooledBuffer output, object value)
    {
        switch (value)
        {
            case bool flag:
                output.WriteBoolean(flag);
                break;
            case int or long:
                output.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                output.WriteNumber(number);
                break;
            default:
                output.WriteString(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>
    /// The shortest text that reads back as the same number, as ECMAScript writes it; a number that is not finite is null.
    /// </summary>
    public static void WriteNumber(this PooledBuffer output, double value)
    {
        if (!double.IsFinite(value))
        {
            output.WriteNull();
        }
        else if (Math.Abs(value) < 1e15 && value == Math.Truncate(value))
        {
            output.WriteNumber((long)value);
        }
        else
        {
            WriteText(output, JsonText.Number(value));
        }
    }

    /// <summary>A string in quotes. Half surrogate pairs become U+FFFD.</summary>
    public static void WriteString(this PooledBuffer output, ReadOnlySpan<char> value)
    {
        output.Write((byte)'"');
        if (value.IndexOfAny(Escaped) < 0)
        {
            WriteText(output, value);
        }
        else
        {
            WriteEscaped(output, value);
        }

        output.Write((byte)'"');
    }

    private static void WriteText(PooledBuffer output, ReadOnlySpan<char> value)
    {
        var written = Encoding.UTF8.GetBytes(value, output.GetSpan((value.Length * 3) + 1));
        output.Advance(written);
    }

    private static void WriteEscaped(PooledBuffer output, ReadOnlySpan<char> value)
    {
        Span<byte> unit = stackalloc byte[6];
        foreach (var rune in value.EnumerateRunes())
        {
            var escape = rune.Value switch
            {
                '"' => "\\\""u8,
                '\\' => "\\\\"u8,
                '\n' => "\\n"u8,
                '\r' => "\\r"u8,
                '\t' => "\\t"u8,
                '\b' => "\\b"u8,
                '\f' => "\\f"u8,
                < 32 => Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}")),
                _ => unit[..rune.EncodeToUtf8(unit)],
            };
            output.Write(escape);
        }
    }
}
