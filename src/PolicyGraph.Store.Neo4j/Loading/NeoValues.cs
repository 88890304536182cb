using System.Globalization;
using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Numeric;

namespace PolicyGraph.Store.Neo4j.Loading;

/// <summary>
/// Values as parameters: whole numbers up to 2⁶³ as integers, all others as floats, which JSON tells apart by the point alone.
/// </summary>
internal static class NeoValues
{
    public static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        writer.WriteRawValue(text.AsSpan().ContainsAny(".eE") ? text : text + ".0", skipInputValidation: true);
    }

    public static void WriteNumber(Utf8JsonWriter writer, decimal number)
    {
        if (Doubles.IsWhole(number))
        {
            writer.WriteNumberValue((long)number);
        }
        else
        {
            WriteDouble(writer, (double)number);
        }
    }

    public static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WritePropertyName(name);
        WriteTexts(writer, texts);
    }

    public static void WriteTexts(Utf8JsonWriter writer, IEnumerable<string> texts)
    {
        writer.WriteStartArray();
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    /// <summary>
    /// Beside a list of texts: where their order is not Neo4j's the texts to order them by, else null, which takes them away.
    /// </summary>
    public static void WriteOrder(Utf8JsonWriter writer, IReadOnlyList<string> texts)
    {
        if (texts.Any(CodeUnitOrder.IsNeeded))
        {
            WriteTexts(writer, texts.Select(CodeUnitOrder.Of));
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>A parameter's value of any kind that <see cref="Queries.Parameters"/> knows.</summary>
    public static void WriteAny(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case decimal number:
                WriteNumber(writer, number);
                break;
            case IEnumerable<object?> list:
                writer.WriteStartArray();
                foreach (var one in list)
                {
                    WriteAny(writer, one);
                }

                writer.WriteEndArray();
                break;
            default:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>A property's value; null where there is none.</summary>
    public static void Write(Utf8JsonWriter writer, PropertyValue? value)
    {
        switch (value?.Kind)
        {
            case null:
                writer.WriteNullValue();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.Value.Text);
                break;
            case JsonValueKind.Number:
                WriteNumber(writer, value.Value.Number);
                break;
            default:
                writer.WriteBooleanValue(value.Value.Truth);
                break;
        }
    }
}
