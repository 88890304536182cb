using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>A property in a statement.</summary>
/// <param name="Text">Its value: <c>n1.name</c>.</param>
/// <param name="HasOrder">True where the text to order it by is always there.</param>
internal readonly record struct PropertyText(string Text, PropertyKind Kind, bool HasOrder = false)
{
    public static PropertyText Of(string variable, PropertyType type) =>
        new($"{variable}.{type.Name}", type.Kind, type is { Name: KeptOrder.Name, Kind: PropertyKind.Text });

    /// <summary>The name of an entity or an indicator; null of other nodes.</summary>
    public static PropertyText Name(string node) => new($"{node}.{KeptOrder.Name}", PropertyKind.Text, HasOrder: true);

    /// <summary>What Neo4j orders as the stores order the value.</summary>
    public string Order =>
        HasOrder ? Text + CodeUnitOrder.Suffix
        : Kind is PropertyKind.Text or PropertyKind.TextList ? $"coalesce({Text}{CodeUnitOrder.Suffix}, {Text})"
        : Text;

    /// <summary>The value against a slot's, with missing values as <see cref="PropertyFilter"/> says.</summary>
    /// <param name="isStrict">True where it must be true or false; else it may be null for false, which leaves indexes usable.</param>
    public string Compare(StatementBuilder builder, Comparison comparison, Slot slot, bool isStrict)
    {
        return comparison switch
        {
            Comparison.IsNull => $"({Text} IS NULL) = {builder.Parameter(slot)}",
            Comparison.NotEqual => $"NOT coalesce({One(builder, Comparison.Equal, slot)}, false)",
            _ when isStrict => $"coalesce({One(builder, comparison, slot)}, false)",
            _ => One(builder, comparison, slot),
        };
    }

    /// <summary>A whole number against a slot's.</summary>
    public static string CompareNumber(StatementBuilder builder, string number, Comparison comparison, Slot slot) =>
        new PropertyText(number, PropertyKind.Integer).Compare(builder, comparison, slot, isStrict: true);

    /// <summary>The operator of a comparison of texts or numbers.</summary>
    public static string Operator(Comparison comparison) =>
        comparison switch
        {
            Comparison.Equal => "=",
            Comparison.In => "IN",
            Comparison.Contains => "CONTAINS",
            Comparison.StartsWith => "STARTS WITH",
            Comparison.EndsWith => "ENDS WITH",
            Comparison.Greater => ">",
            Comparison.AtLeast => ">=",
            Comparison.Less => "<",
            Comparison.AtMost => "<=",
            _ => throw new UnknownNameException($"{comparison} has no operator."),
        };

    private static bool IsOrder(Comparison comparison) =>
        comparison is Comparison.Greater or Comparison.AtLeast or Comparison.Less or Comparison.AtMost;

    /// <summary>The value against a slot's; null where either is missing. Of a list one element must fit.</summary>
    /// <param name="kind">A letter for what <paramref name="make"/> makes of the slot's value first.</param>
    public string One(StatementBuilder builder, Comparison comparison, Slot slot, string kind = "p", Func<object?, object?>? make = null)
    {
        var isOrder = IsOrder(comparison) && (Kind is PropertyKind.Text or PropertyKind.TextList);
        var value = builder.Parameter(isOrder ? "o" + kind : kind, slot, given => Form(make is null ? given : make(given), isOrder));
        var own = isOrder ? Order : Text;
        return Kind != PropertyKind.TextList ? $"{own} {Operator(comparison)} {value}"
            : comparison == Comparison.Equal ? $"{value} IN {own}"
            : $"any(x IN {own} WHERE x {Operator(comparison)} {value})";
    }

    private static object? Form(object? value, bool isOrder) => isOrder && value is string text ? CodeUnitOrder.Of(text) : value;
}
