using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>Plans conditions on one value: <c>{gte: "2021", lt: "2022"}</c>.</summary>
internal static class ValueFilters
{
    private const int LongestList = 1000;

    /// <summary>All comparisons given, each against a property.</summary>
    public static Filter OnProperty(Slots slots, string property, ArgumentValue value) =>
        All(slots, value, (comparison, slot) => new PropertyFilter(property, comparison, slot));

    /// <summary>Of a node's type; enum values are part of a plan's form.</summary>
    public static Filter OnLabel(ArgumentValue value)
    {
        var filters = ((ObjectArgument)value).Fields.Select(Label).OfType<Filter>().ToList();
        return new AllOf(filters);
    }

    /// <summary>All comparisons given.</summary>
    /// <param name="make">Makes the condition for one of them.</param>
    public static Filter All(Slots slots, ArgumentValue value, Func<Comparison, Slot, Filter> make)
    {
        var filters = value is ObjectArgument given ? given.Fields.Select(field => One(slots, field.Key, field.Value, make)).ToList() : [];
        return filters.Count == 1 ? filters[0] : new AllOf(filters);
    }

    private static Filter One(Slots slots, string name, ArgumentValue value, Func<Comparison, Slot, Filter> make) =>
        (name, value.IsNull) switch
        {
            ("eq", true) => make(Comparison.IsNull, slots.Constant(true)),
            ("ne", true) => make(Comparison.IsNull, slots.Constant(false)),
            (_, true) => throw StoreValues.Refuse(
                $"The condition `{name}` needs a value; to ask for what is missing write {{isNull: true}}."
            ),
            ("in", _) => make(Comparison.In, slots.Add(value, StoreValues.AtMost("in", LongestList))),
            _ => make(ComparisonOf(name), slots.Add(value)),
        };

    private static Comparison ComparisonOf(string name) =>
        name switch
        {
            "eq" => Comparison.Equal,
            "ne" => Comparison.NotEqual,
            "contains" => Comparison.Contains,
            "startsWith" => Comparison.StartsWith,
            "endsWith" => Comparison.EndsWith,
            "gt" => Comparison.Greater,
            "gte" => Comparison.AtLeast,
            "lt" => Comparison.Less,
            "lte" => Comparison.AtMost,
            "isNull" => Comparison.IsNull,
            _ => throw new InvalidOperationException($"The comparison {name} maps to nothing."),
        };

    private static Filter? Label(KeyValuePair<string, ArgumentValue> field) =>
        (field.Key, field.Value) switch
        {
            ("eq", ConstantArgument { Value: { IsNull: false } label }) => new LabelFilter([label.AsString()]),
            ("ne", ConstantArgument { Value: { IsNull: false } label }) => new Not(new LabelFilter([label.AsString()])),
            ("in", ConstantArgument { Value: { Kind: InputKind.List } labels }) => new LabelFilter([
                .. labels.AsList().Select(label => label.AsString()),
            ]),
            _ => null,
        };
}
