using System.Globalization;
using System.Text.Json;
using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Numeric;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>
/// Values of Neo4j as the stores spell them: whole numbers without a point, others in the shortest digits that read back the same.
/// </summary>
internal static class ValueWriting
{
    public static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                WriteNumber(writer, value);
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var one in value.EnumerateArray())
                {
                    Write(writer, one);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>A value as the embedded store has it, for comparing and counting; null where it is missing.</summary>
    public static Value? Read(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Value.OfText(value.GetString()!), // It is one.
            JsonValueKind.Number => Value.OfNumber(Number(value)),
            JsonValueKind.True => Value.True,
            JsonValueKind.False => Value.False,
            JsonValueKind.Array => Value.OfList([.. value.EnumerateArray().Select(one => one.GetString()!)]), // Lists are of texts.
            _ => null,
        };

    /// <summary>A value as a cursor keeps it.</summary>
    public static object? Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => Number(value),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    private static decimal Number(JsonElement value) => value.TryGetInt64(out var whole) ? whole : Doubles.ToDecimal(value.GetDouble());

    private static void WriteNumber(Utf8JsonWriter writer, JsonElement value)
    {
        if (value.TryGetInt64(out var whole))
        {
            writer.WriteNumberValue(whole);
            return;
        }

        var number = value.GetDouble();
        if (double.IsInteger(number) && Math.Abs(number) < long.MaxValue)
        {
            writer.WriteNumberValue((long)number);
        }
        else
        {
            writer.WriteRawValue(number.ToString("R", CultureInfo.InvariantCulture), skipInputValidation: true);
        }
    }
}
