using PolicyGraph.Store.Embedded.Memory;
using PolicyGraph.Store.Numeric;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Compares stored values with a request's: numbers by value, texts by code unit; values of different kinds never fit.</summary>
internal static class Comparing
{
    /// <summary>As <see cref="PropertyFilter"/> says; of a list one element must fit.</summary>
    public static bool Fits(Value? value, Comparison comparison, object? wanted)
    {
        if (comparison == Comparison.IsNull)
        {
            return value is null == wanted is true;
        }

        if (comparison == Comparison.NotEqual)
        {
            return value is null || !Fits(value, Comparison.Equal, wanted);
        }

        return value is not null
            && (value.Kind == ValueKind.List ? AnyFits(value, comparison, wanted) : FitsOne(value, comparison, wanted));
    }

    /// <summary>True where an element of a list fits.</summary>
    public static bool AnyFits(Value? list, Comparison comparison, object? wanted)
    {
        foreach (var text in list?.List ?? [])
        {
            if (
                comparison == Comparison.In
                    ? IsIn(wanted, other => other is string one && one == text)
                    : wanted is string single && FitsText(text, comparison, single)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A whole number against a request's.</summary>
    public static bool Fits(long number, Comparison comparison, object? wanted) =>
        comparison switch
        {
            Comparison.In => IsIn(wanted, other => Number(other) == number),
            Comparison.NotEqual => Number(wanted) != number,
            Comparison.IsNull => wanted is false,
            _ => Number(wanted) is { } other && FitsOrder(((decimal)number).CompareTo(other), comparison),
        };

    /// <summary>The order of a value and a request's; null where they cannot be compared.</summary>
    public static int? Order(Value value, object? wanted) =>
        value.Kind switch
        {
            ValueKind.Text => wanted is string text ? string.CompareOrdinal(value.Text, text) : null,
            ValueKind.Number => Number(wanted) is { } number ? value.Number.CompareTo(number) : null,
            ValueKind.Truth => wanted is bool truth ? value.Number.CompareTo(truth ? 1 : 0) : null,
            _ => null,
        };

    private static bool FitsOne(Value value, Comparison comparison, object? wanted) =>
        comparison switch
        {
            Comparison.In => IsIn(wanted, other => Order(value, other) == 0),
            Comparison.Contains or Comparison.StartsWith or Comparison.EndsWith => value.Text is { } text
                && wanted is string part
                && FitsText(text, comparison, part),
            _ => Order(value, wanted) is { } order && FitsOrder(order, comparison),
        };

    public static bool FitsText(string text, Comparison comparison, string wanted) =>
        comparison switch
        {
            Comparison.Contains => text.Contains(wanted, StringComparison.Ordinal),
            Comparison.StartsWith => text.StartsWith(wanted, StringComparison.Ordinal),
            Comparison.EndsWith => text.EndsWith(wanted, StringComparison.Ordinal),
            _ => FitsOrder(string.CompareOrdinal(text, wanted), comparison),
        };

    private static bool FitsOrder(int order, Comparison comparison) =>
        comparison switch
        {
            Comparison.Equal => order == 0,
            Comparison.Greater => order > 0,
            Comparison.AtLeast => order >= 0,
            Comparison.Less => order < 0,
            Comparison.AtMost => order <= 0,
            _ => throw new InvalidOperationException($"{comparison} is no comparison by order."),
        };

    private static decimal? Number(object? value) =>
        value switch
        {
            long whole => whole,
            decimal number => Doubles.Nearest(number),
            _ => null,
        };

    private static bool IsIn(object? list, Func<object?, bool> fits)
    {
        var values = list as IReadOnlyList<object?> ?? [];
        for (var i = 0; i < values.Count; i++)
        {
            if (fits(values[i]))
            {
                return true;
            }
        }

        return false;
    }
}
