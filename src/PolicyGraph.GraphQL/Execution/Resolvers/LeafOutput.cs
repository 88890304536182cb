using System.Globalization;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.GraphQL.Execution.Resolvers;

/// <summary>The values of scalars and enums on their way out. Specification sections 3.5 and 3.9, "Result Coercion".</summary>
internal static class LeafOutput
{
    /// <exception cref="GraphQLException">The value is none of the type.</exception>
    public static void Write(PooledBuffer output, TypeDefinition type, object value)
    {
        switch (type.Name)
        {
            case "Int":
                output.WriteNumber(Whole(value) is { } whole and >= int.MinValue and <= int.MaxValue ? whole : throw Refuse(type, value));
                break;
            case "Float":
                output.WriteNumber(
                    value is int or long or double ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : throw Refuse(type, value)
                );
                break;
            case "Boolean":
                output.WriteBoolean(value as bool? ?? throw Refuse(type, value));
                break;
            case "String" or "ID":
                output.WriteString(Text(value) ?? throw Refuse(type, value));
                break;
            case var _ when type is EnumType enumType:
                output.WriteString(value is string name && enumType.Values.ContainsKey(name) ? name : throw Refuse(type, value));
                break;
            default:
                output.WriteScalar(value);
                break;
        }
    }

    private static long? Whole(object value) =>
        value switch
        {
            int number => number,
            long number => number,
            double number when number == Math.Truncate(number) => (long)number,
            _ => null,
        };

    private static string? Text(object value) =>
        value switch
        {
            string text => text,
            bool flag => flag ? "true" : "false",
            int or long => Convert.ToString(value, CultureInfo.InvariantCulture),
            double number => JsonText.Number(number),
            _ => null,
        };

    private static GraphQLException Refuse(TypeDefinition type, object value) =>
        new(
            ErrorCodes.InternalServerError,
            $"{type} cannot represent value: {(value is string text ? $"\"{text}\"" : Text(value) ?? value.GetType().Name)}"
        );
}
