using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Language;
using PolicyGraph.GraphQL.TypeSystem;

namespace PolicyGraph.Api.Schema;

/// <summary>How values of the schema's own scalars come in.</summary>
internal static class SchemaScalars
{
    public static IReadOnlyDictionary<string, IScalarCoercion> All { get; } =
        new Dictionary<string, IScalarCoercion>
        {
            ["Date"] = new DateScalar(),
            ["Decimal"] = new DecimalScalar(),
            ["Upload"] = ExtendedScalars.Upload,
        };

    private static GraphQLException Refuse(string message) => new(ErrorCodes.BadUserInput, message);

    /// <summary>A text of digits, dashes and at most one slash: an ISO 8601 date of any exactness, or an interval.</summary>
    private sealed class DateScalar : IScalarCoercion
    {
        public InputValue FromLiteral(ValueNode literal) =>
            literal is StringValueNode { Value: var text } && IsDate(text) ? InputValue.From(text) : throw Wrong(Printer.Print(literal));

        public InputValue FromJson(InputValue value) =>
            value.Kind is InputKind.String && IsDate(value.AsString()) ? value : throw Wrong(value.ToString());

        /// <summary>Four digits of a year, then month and day where told. <c>2021-</c> is none, <c>2021-09/2021-11</c> is one.</summary>
        private static bool IsDate(string text) => text.Split('/') is { Length: 1 or 2 } parts && Array.TrueForAll(parts, IsSingle);

        private static bool IsSingle(string text) =>
            text.Length is 4 or 7 or 10 && text.Select((c, i) => i is 4 or 7 ? c == '-' : char.IsAsciiDigit(c)).All(fits => fits);

        private static GraphQLException Wrong(string found) =>
            Refuse(
                "Date must be a year, a month, a day or an interval of them, such as \"2021\", \"2021-09\", \"2021-09-02\" or "
                    + $"\"2021/2023\", found: {found}"
            );
    }

    /// <summary>Any number.</summary>
    private sealed class DecimalScalar : IScalarCoercion
    {
        public InputValue FromLiteral(ValueNode literal) =>
            literal is IntValueNode or FloatValueNode ? InputLiteral.Read(literal) : throw Wrong(Printer.Print(literal));

        public InputValue FromJson(InputValue value) =>
            value.Kind is InputKind.Int or InputKind.Float ? value : throw Wrong(value.ToString());

        private static GraphQLException Wrong(string found) => Refuse($"Decimal must be a number, found: {found}");
    }
}
