using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyGraph.Model;

/// <summary>
/// A half-open run of a text, counted in UTF-16 code units: <see cref="Start"/> is in, <see cref="End"/> is out.
/// Unless a member says otherwise it refers to <see cref="DocumentRecord.Text"/>. In JSON it is <c>[start, end]</c>.
/// </summary>
[JsonConverter(typeof(TextSpanJsonConverter))]
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(int position) => position >= Start && position < End;

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    /// <summary>The run of <paramref name="text"/> that this span covers.</summary>
    public string Of(string text) => text[Start..End];

    /// <summary>The smallest span that covers both.</summary>
    public TextSpan Union(TextSpan other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));

    public override string ToString() => $"[{Start},{End})";
}

internal sealed class TextSpanJsonConverter : JsonConverter<TextSpan>
{
    public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (
            reader.TokenType != JsonTokenType.StartArray
            || !reader.Read()
            || !reader.TryGetInt32(out var start)
            || !reader.Read()
            || !reader.TryGetInt32(out var end)
            || !reader.Read()
            || reader.TokenType != JsonTokenType.EndArray
        )
        {
            throw new JsonException("A span is written as [start, end], two whole numbers.");
        }

        return start < 0 || end < start
            ? throw new JsonException($"The span [{start}, {end}] is not one: start must be at least 0 and end not before start.")
            : new TextSpan(start, end);
    }

    public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
