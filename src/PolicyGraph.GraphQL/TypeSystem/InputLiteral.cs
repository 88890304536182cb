using System.Globalization;
using System.Text;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>Input values as GraphQL literals, and literals without variables as input values.</summary>
public static class InputLiteral
{
    /// <summary>The literal that reads back as this value: <c>{name: "x", kinds: [PLAN]}</c>.</summary>
    public static string Print(InputValue value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>The same for a value of a known type: identifiers that are whole numbers are written as such.</summary>
    public static string Print(InputValue value, SchemaType type) =>
        Print(type.Definition == BuiltInScalars.Id ? BareNumbers(value) : value);

    private static InputValue BareNumbers(InputValue value) =>
        value.Kind switch
        {
            InputKind.List => InputValue.From([.. value.AsList().Select(BareNumbers)]),
            InputKind.String
                when long.TryParse(value.AsString(), CultureInfo.InvariantCulture, out var number)
                    && string.Equals(number.ToString(CultureInfo.InvariantCulture), value.AsString(), StringComparison.Ordinal) =>
                InputValue.From(number),
            _ => value,
        };

    /// <summary>A constant literal as it stands, without a type: what custom scalars are handed.</summary>
    public static InputValue Read(ValueNode node) =>
        node switch
        {
            BooleanValueNode boolean => InputValue.From(boolean.Value),
            IntValueNode number => long.TryParse(number.Text, CultureInfo.InvariantCulture, out var whole)
                ? InputValue.From(whole)
                : InputValue.From(double.Parse(number.Text, CultureInfo.InvariantCulture)),
            FloatValueNode number => InputValue.From(double.Parse(number.Text, CultureInfo.InvariantCulture)),
            StringValueNode text => InputValue.From(text.Value),
            EnumValueNode name => InputValue.Enum(name.Name),
            ListValueNode list => InputValue.From([.. list.Items.Select(Read)]),
            ObjectValueNode fields => InputValue.From(
                new InputObject([.. fields.Fields.Select(f => KeyValuePair.Create(f.Name.Value, Read(f.Value)))])
            ),
            _ => InputValue.Null,
        };

    private static void Append(StringBuilder text, InputValue value)
    {
        switch (value.Kind)
        {
            case InputKind.Boolean:
                text.Append(value.AsBoolean() ? "true" : "false");
                break;
            case InputKind.Int:
                text.Append(value.AsInt64());
                break;
            case InputKind.Float:
                text.Append(JsonText.Number(value.AsDouble()));
                break;
            case InputKind.String:
                text.Append(Printer.Quote(value.AsString()));
                break;
            case InputKind.Enum:
                text.Append(value.AsString());
                break;
            case InputKind.List:
                AppendAll(text.Append('['), value.AsList(), Append).Append(']');
                break;
            case InputKind.Object:
                AppendAll(text.Append('{'), value.AsObject().Fields, AppendField).Append('}');
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void AppendField(StringBuilder text, KeyValuePair<string, InputValue> field) =>
        Append(text.Append(field.Key).Append(": "), field.Value);

    private static StringBuilder AppendAll<T>(StringBuilder text, IReadOnlyList<T> items, Action<StringBuilder, T> append)
    {
        for (var i = 0; i < items.Count; i++)
        {
            append(i == 0 ? text : text.Append(", "), items[i]);
        }

        return text;
    }
}
