using System.Globalization;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>The five scalars that every schema has. Specification sections 3.5.1 to 3.5.5.</summary>
public static class BuiltInScalars
{
    public static ScalarType Int { get; } = new("Int", new IntCoercion()) { Description = "A whole number of 32 bits, with its sign." };

    public static ScalarType Float { get; } =
        new("Float", new FloatCoercion()) { Description = "A number of double precision (IEEE 754)." };

    public static ScalarType String { get; } =
        new("String", new StringCoercion()) { Description = "A text: a sequence of Unicode scalar values." };

    public static ScalarType Boolean { get; } = new("Boolean", new BooleanCoercion()) { Description = "`true` or `false`." };

    public static ScalarType Id { get; } =
        new("ID", new IdCoercion()) { Description = "An identifier: opaque, written as a string, taken as a string or a whole number." };

    /// <summary>All five.</summary>
    public static IReadOnlyList<ScalarType> All { get; } = [Int, Float, String, Boolean, Id];

    private static GraphQLException Refuse(string message) => new(ErrorCodes.BadUserInput, message);

    private sealed class IntCoercion : IScalarCoercion
    {
        public InputValue FromLiteral(ValueNode literal)
        {
            if (literal is not IntValueNode number)
            {
                throw Refuse($"Int cannot represent non-integer value: {Printer.Print(literal)}");
            }

            return int.TryParse(number.Text, CultureInfo.InvariantCulture, out var value)
                ? InputValue.From((long)value)
                : throw Refuse($"Int cannot represent non 32-bit signed integer value: {number.Text}");
        }

        public InputValue FromJson(InputValue value)
        {
            var isNumber = value.Kind is InputKind.Int or InputKind.Float;
            if (!isNumber || Math.Truncate(value.AsDouble()) != value.AsDouble())
            {
                throw Refuse($"Int cannot represent non-integer value: {JsonText.Of(value)}");
            }

            var number = value.AsDouble();
            return number is >= int.MinValue and <= int.MaxValue
                ? InputValue.From((long)number)
                : throw Refuse($"Int cannot represent non 32-bit signed integer value: {JsonText.Of(value)}");
        }
    }

    private sealed class FloatCoercion : IScalarCoercion
    {
        public InputValue FromLiteral(ValueNode literal)
        {
            var text =
                (literal as FloatValueNode)?.Text
                ?? (literal as IntValueNode)?.Text
                ?? throw Refuse($"Float cannot represent non numeric value: {Printer.Print(literal)}");
            return InputValue.From(double.Parse(text, CultureInfo.InvariantCulture));
        }

        public InputValue FromJson(InputValue value) =>
            value.Kind is InputKind.Int or InputKind.Float && double.IsFinite(value.AsDouble())
                ? InputValue.From(value.AsDouble())
                : throw Refuse($"Float cannot represent non numeric value: {JsonText.Of(value)}");
    }

    private sealed class StringCoercion : IScalarCoercion
    {
        public InputValue FromLiteral(ValueNode literal) =>
            literal is StringValueNode text
                ? InputValue.From(text.Value)
                : throw Refuse($"String cannot represent a non string value: {Printer.Print(literal)}");

        public InputValue FromJson(InputValue value) =>
            value.Kind is InputKind.String ? value : throw Refuse($"String cannot represent a non string value: {JsonText.Of(value)}");
    }

    private sealed class BooleanCoercion : IScalarCoercion
    {
        public InputValue FromLiteral(ValueNode literal) =>
            literal is BooleanValueNode boolean
                ? InputValue.From(boolean.Value)
                : throw Refuse($"Boolean cannot represent a non boolean value: {Printer.Print(literal)}");

        public InputValue FromJson(InputValue value) =>
            value.Kind is InputKind.Boolean ? value : throw Refuse($"Boolean cannot represent a non boolean value: {JsonText.Of(value)}");
    }

    private sealed class IdCoercion : IScalarCoercion
    {
        public InputValue FromLiteral(ValueNode literal) =>
            literal switch
            {
                StringValueNode text => InputValue.From(text.Value),
                IntValueNode number => InputValue.From(number.Text),
                _ => throw Refuse($"ID cannot represent a non-string and non-integer value: {Printer.Print(literal)}"),
            };

        public InputValue FromJson(InputValue value) =>
            value.Kind switch
            {
                InputKind.String => value,
                InputKind.Int => InputValue.From(value.AsInt64().ToString(CultureInfo.InvariantCulture)),
                InputKind.Float when Math.Truncate(value.AsDouble()) == value.AsDouble() => InputValue.From(JsonText.Of(value)),
                _ => throw Refuse($"ID cannot represent value: {JsonText.Of(value)}"),
            };
    }
}
