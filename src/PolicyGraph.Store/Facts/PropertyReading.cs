using System.Globalization;
using System.Text.Json;
using PolicyGraph.Model;
using PolicyGraph.Store.Graph;

namespace PolicyGraph.Store.Facts;

/// <summary>Takes a property's value out of a record's fields, in the kind that the model asks for.</summary>
internal static class PropertyReading
{
    /// <summary>The value of <paramref name="property"/> where <paramref name="fields"/> tells the value of a record's field.</summary>
    /// <exception cref="FormatException">The field holds what the property cannot be.</exception>
    public static PropertyValue? Read(PropertyType property, Func<string, PropertyValue?> fields)
    {
        if (
            fields(property.WholeField) is not { } value
            || value is { Kind: JsonValueKind.String, Text: "" } && property.Kind != PropertyKind.Text
        )
        {
            return null;
        }

        return property.IsStart ? PeriodOf(property, value).Start
            : property.IsEnd ? PeriodOf(property, value).End
            : Fit(property, value);
    }

    private static Period PeriodOf(PropertyType property, PropertyValue value) =>
        Period.TryParse(value.Text, out var parsed) ? parsed : throw Misfit(property, value, "a day, month, year or interval in ISO form");

    private static PropertyValue Fit(PropertyType property, PropertyValue value) =>
        property.Kind switch
        {
            PropertyKind.Text => value.ToString(),
            PropertyKind.Date => Period.TryParse(value.Text, out _)
                ? value
                : throw Misfit(property, value, "a day, month, year or interval in ISO form"),
            PropertyKind.Integer => Whole(property, value),
            PropertyKind.Number => AsNumber(value) is { } number ? number : throw Misfit(property, value, "a number"),
            PropertyKind.Truth => value.Kind is JsonValueKind.True or JsonValueKind.False
                ? value
                : throw Misfit(property, value, "true or false"),
            _ => throw Misfit(property, value, "a list"),
        };

    private static PropertyValue Whole(PropertyType property, PropertyValue value) =>
        AsNumber(value) is { } number && decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue
            ? number
            : throw Misfit(property, value, "a whole number");

    private static decimal? AsNumber(PropertyValue value) =>
        value.Kind == JsonValueKind.Number ? value.Number
        : decimal.TryParse(
            value.Text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
        : null;

    private static FormatException Misfit(PropertyType property, PropertyValue value, string wanted) =>
        new($"its {property.Field} is “{value}”, which is not {wanted}");
}
