using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>What an order goes by next; mostly one of its keys.</summary>
/// <param name="Order">What Neo4j orders as the stores order the keys' values.</param>
/// <param name="Values">The values of the keys that it stands for, as cursors keep them.</param>
/// <param name="Of">What <paramref name="Order"/> is, of a cursor's values of these keys.</param>
internal sealed record OrderPart(string Order, IReadOnlyList<string> Values, bool Descending, Func<IReadOnlyList<object?>, object?> Of)
{
    private const string Missing = "null";

    /// <summary>True where every row has a value.</summary>
    public bool IsAlways { get; init; }

    /// <summary>True where no row has one.</summary>
    public bool IsMissing => Order == Missing;

    /// <summary>Keys that no row has.</summary>
    public static OrderPart None(int count) => new(Missing, [.. Enumerable.Repeat(Missing, count)], Descending: false, _ => null);

    /// <summary>A number, or what else Neo4j orders by its value alone.</summary>
    public static OrderPart OfNumber(string number, bool descending, bool isAlways = false) =>
        new(number, [number], descending, keys => keys[0]) { IsAlways = isAlways };

    /// <exception cref="UnknownNameException">The property is a list.</exception>
    public static OrderPart OfProperty(PropertyText property, bool descending) =>
        property.Kind switch
        {
            PropertyKind.TextList => throw new UnknownNameException("There is no order by a list."),
            PropertyKind.Text => new(
                property.Order,
                [property.Text],
                descending,
                keys => keys[0] is string text ? CodeUnitOrder.Of(text) : keys[0]
            ),
            _ => OfNumber(property.Order, descending),
        };

    /// <summary>What statistics go by in <see cref="KeptOrder"/>: last day and indicator.</summary>
    /// <param name="amongOthers">True where the rows may be other nodes too, which these properties do not order.</param>
    public static OrderPart OfStatistic(string node, bool amongOthers)
    {
        string[] values = [$"{node}.{KeptOrder.LastDay}", $"{node}.{KeptOrder.Indicator}"];
        return new(
            $"{node}.{ListOrder.Property}",
            amongOthers ? [.. values.Select(value => $"CASE WHEN {node}:{Labels.Statistic} THEN {value} END")] : values,
            Descending: false,
            keys => keys is [null, null] ? null : ListOrder.Of(keys[0] as string, keys[1] as string)
        )
        {
            IsAlways = !amongOthers,
        };
    }
}
