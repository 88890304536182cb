using System.Globalization;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// Scalars that many schemas want and the specification leaves to them, by name; a schema that declares <c>scalar Date</c> gets its rules here.
/// <list type="bullet">
/// <item><c>Date</c>: a day of the calendar, <c>2021-09-02</c> (RFC 3339 full-date; scalars.graphql.org/andimarek/local-date).</item>
/// <item><c>DateTime</c>: a moment, <c>2021-09-02T08:00:00Z</c> (RFC 3339 date-time; scalars.graphql.org/andimarek/date-time).</item>
/// <item><c>Long</c>: a whole number of 64 bits, written as a JSON number, taken as a number or as digits in a string.
/// C# and Python read it exactly; JavaScript's <c>JSON.parse</c> is exact to 2⁵³−1, beyond that a client uses a reviver or asks for a string.</item>
/// <item><c>Upload</c>: a file that comes with the request (GraphQL multipart request specification).</item>
/// </list>
/// </summary>
public static class ExtendedScalars
{
    public static IScalarCoercion Date { get; } =
        new TextScalar(
            "Date",
            "a day such as 2021-09-02",
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        );

    public static IScalarCoercion DateTime { get; } = new TextScalar("DateTime", "a moment such as 2021-09-02T08:00:00Z", IsMoment);

    public static IScalarCoercion Long { get; } = new LongScalar();

    public static IScalarCoercion Upload { get; } = new UploadScalar();

    /// <summary>By the name under which a schema declares them.</summary>
    public static IReadOnlyDictionary<string, IScalarCoercion> All { get; } =
        new Dictionary<string, IScalarCoercion>
        {
            ["Date"] = Date,
            ["DateTime"] = DateTime,
            ["Long"] = Long,
            ["Upload"] = Upload,
        };

    private static bool IsMoment(string text) =>
        text.Length >= 20
        && text[10] is 'T'
        && (text[^1] is 'Z' || text[^6] is '+' or '-')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);

    private static GraphQLException Refuse(string message) => new(ErrorCodes.BadUserInput, message);

    private sealed class TextScalar(string name, string form, Func<string, bool> isValid) : IScalarCoercion
    {
        public InputValue FromLiteral(ValueNode literal) =>
            literal is StringValueNode { Value: var text } && isValid(text) ? InputValue.From(text) : throw Wrong(Printer.Print(literal));

        public InputValue FromJson(InputValue value) =>
            value.Kind is InputKind.String && isValid(value.AsString()) ? value : throw Wrong(JsonText.Of(value));

        private GraphQLException Wrong(string found) => Refuse($"{name} must be {form}, found: {found}");
    }

    private sealed class LongScalar : IScalarCoercion
    {
        public InputValue FromLiteral(ValueNode literal) =>
            Parse((literal as IntValueNode)?.Text ?? (literal as StringValueNode)?.Value) ?? throw Wrong(Printer.Print(literal));

        public InputValue FromJson(InputValue value) =>
            value.Kind switch
            {
                InputKind.Int => value,
                InputKind.Float when Math.Truncate(value.AsDouble()) == value.AsDouble() && Math.Abs(value.AsDouble()) < long.MaxValue =>
                    InputValue.From((long)value.AsDouble()),
                InputKind.String => Parse(value.AsString()) ?? throw Wrong(JsonText.Of(value)),
                _ => throw Wrong(JsonText.Of(value)),
            };

        private static InputValue? Parse(string? digits) =>
            long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? InputValue.From(number)
                : null;

        private static GraphQLException Wrong(string found) => Refuse($"Long must be a whole number of 64 bits, found: {found}");
    }
}
