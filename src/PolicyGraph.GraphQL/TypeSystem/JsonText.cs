using System.Globalization;
using System.Text;
using PolicyGraph.GraphQL.Language;

namespace PolicyGraph.GraphQL.TypeSystem;

/// <summary>
/// A value that came as JSON, as messages show it: in the manner of JavaScript's <c>inspect</c>, at most ten items and two levels deep.
/// </summary>
internal static class JsonText
{
    private const int MaxItems = 10;
    private const int MaxDepth = 2;

    public static string Of(InputValue value) => Of(value, 0);

    private static string Of(InputValue value, int depth) =>
        value.Kind switch
        {
            InputKind.Float => Number(value.AsDouble()),
            InputKind.String => Printer.Quote(value.AsString()),
            InputKind.List => List(value.AsList(), depth),
            InputKind.Object => Object(value.AsObject(), depth),
            InputKind.Upload => "[File]",
            _ => value.ToString(),
        };

    /// <summary>The shortest text that reads back the same, whole numbers without a fraction, as ECMAScript writes it.</summary>
    public static string Number(double value)
    {
        if (value == Math.Truncate(value) && Math.Abs(value) < 1e21)
        {
            return value.ToString("F0", CultureInfo.InvariantCulture);
        }

        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('E', StringComparison.Ordinal) ? text.Replace("E-0", "e-", StringComparison.Ordinal).Replace('E', 'e') : text;
    }

    private static string List(IReadOnlyList<InputValue> items, int depth)
    {
        if (items.Count == 0)
        {
            return "[]";
        }

        if (depth >= MaxDepth)
        {
            return "[Array]";
        }

        var text = new StringBuilder("[").AppendJoin(", ", items.Take(MaxItems).Select(item => Of(item, depth + 1)));
        var left = items.Count - MaxItems;
        return text.Append(left > 0 ? $", ... {left} more item{(left == 1 ? "" : "s")}]" : "]").ToString();
    }

    private static string Object(InputObject fields, int depth)
    {
        if (fields.Fields.Count == 0)
        {
            return "{}";
        }

        return depth >= MaxDepth
            ? "[Object]"
            : $"{{ {string.Join(", ", fields.Fields.Select(field => $"{field.Key}: {Of(field.Value, depth + 1)}"))} }}";
    }
}
