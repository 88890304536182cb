using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Planning;

/// <summary>Values of an operation as values of a store's <see cref="Store.Queries.Parameters"/>.</summary>
internal static class StoreValues
{
    public static object? Of(InputValue value) =>
        value.Kind switch
        {
            InputKind.Null => null,
            InputKind.Boolean => value.AsBoolean(),
            InputKind.Int => value.AsInt64(),
            InputKind.Float => Exact(value.AsDouble()),
            InputKind.List => value.AsList().Select(Of).ToArray(),
            _ => value.AsString(),
        };

    /// <summary>A reader of whole numbers that refuses those out of bounds.</summary>
    public static Func<InputValue, object?> Within(string name, long least, long most) =>
        value =>
            value.IsNull ? null
            : value.AsInt64() is var number && number >= least && number <= most ? number
            : throw Refuse($"`{name}` must be from {least} to {most}, found: {number}.");

    /// <summary>A reader of lists that refuses long ones.</summary>
    public static Func<InputValue, object?> AtMost(string name, int most) =>
        value =>
            value.AsList().Count <= most
                ? Of(value)
                : throw Refuse($"`{name}` takes at most {most} values, found: {value.AsList().Count}.");

    /// <summary>A reader of texts that refuses empty and long ones.</summary>
    public static Func<InputValue, object?> Text(string name, int longest) =>
        value =>
            value.AsString() is { Length: > 0 } text && text.Length <= longest
                ? text
                : throw Refuse($"`{name}` must have 1 to {longest} characters.");

    public static GraphQLException Refuse(string message) => new(ErrorCodes.BadUserInput, message);

    private static object Exact(double value) =>
        Math.Abs(value) < 7e27 ? (decimal)value : throw Refuse($"The number {value} is too large.");
}
