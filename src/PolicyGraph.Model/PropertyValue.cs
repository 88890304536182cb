using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyGraph.Model;

/// <summary>
/// One property's value: a text, a number or a truth value. A number keeps every digit it was written with and no trailing zeros.
/// </summary>
[JsonConverter(typeof(PropertyValueJsonConverter))]
public readonly record struct PropertyValue
{
    private PropertyValue(string? text, decimal number, bool truth, JsonValueKind kind)
    {
        Text = text;
        Number = number;
        Truth = truth;
        Kind = kind;
    }

    /// <summary>
    /// <see cref="JsonValueKind.String"/>, <see cref="JsonValueKind.Number"/> or
    /// <see cref="JsonValueKind.True"/>/<see cref="JsonValueKind.False"/>.
    /// </summary>
    public JsonValueKind Kind { get; }

    /// <summary>The text, or null where the value is none.</summary>
    public string? Text { get; }

    /// <summary>The number, or 0 where the value is none.</summary>
    public decimal Number { get; }

    public bool Truth { get; }

    public static implicit operator PropertyValue(string value) => new(value, 0, false, JsonValueKind.String);

    public static implicit operator PropertyValue(decimal value) => new(null, Numbers.Trim(value), false, JsonValueKind.Number);

    public static implicit operator PropertyValue(int value) => (decimal)value;

    public static implicit operator PropertyValue(bool value) => new(null, 0, value, value ? JsonValueKind.True : JsonValueKind.False);

    public override string ToString() =>
        Kind switch
        {
            JsonValueKind.String => Text ?? "",
            JsonValueKind.Number => Number.ToString(CultureInfo.InvariantCulture),
            _ => Truth ? "true" : "false",
        };
}

/// <summary>
/// A property as JSON: a text, a number or a truth value. Public so that other assemblies' generated contexts can use it.
/// </summary>
public sealed class PropertyValueJsonConverter : JsonConverter<PropertyValue>
{
    public override PropertyValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString() ?? "",
            JsonTokenType.Number => reader.GetDecimal(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw new JsonException("A property is a text, a number or a truth value."),
        };

    public override void Write(Utf8JsonWriter writer, PropertyValue value, JsonSerializerOptions options)
    {
        switch (value.Kind)
        {
            case JsonValueKind.String:
                writer.WriteStringValue(value.Text);
                break;
            case JsonValueKind.Number:
                writer.WriteNumberValue(value.Number);
                break;
            default:
                writer.WriteBooleanValue(value.Truth);
                break;
        }
    }
}
