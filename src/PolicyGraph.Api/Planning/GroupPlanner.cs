using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.TypeSystem;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Api.Planning;

/// <summary>Plans groups: what makes them, which are wanted, what is told of them.</summary>
internal sealed class GroupPlanner(Planner planner)
{
    private const int MostGroups = 1000;
    private const int MostKeys = 4;

    /// <summary>Inside a list of keys: the key at hand.</summary>
    private const int ThisKey = -1;

    private static readonly Aggregate Count = new(AggregateKind.Count, [], Property: null);

    /// <summary>The groups of a list whose <c>groups</c> field this is.</summary>
    public Grouping Plan(FieldSelection selection)
    {
        var keys = Items(selection.Argument("by")).Select(Key).ToList();
        if (keys.Count > MostKeys)
        {
            throw StoreValues.Refuse($"`by` takes at most {MostKeys} keys, found: {keys.Count}.");
        }

        return new Grouping(
            Filter: null,
            keys,
            Having(selection.Argument("having")),
            [.. Items(selection.Argument("orderBy")).Select(Order)],
            planner.Size(selection, "first", 0, MostGroups),
            planner.Size(selection, "skip", 0, int.MaxValue),
            [.. selection.Selections.Select(Field)]
        );
    }

    private static IEnumerable<ObjectArgument> Items(ArgumentValue? list) =>
        list switch
        {
            ListArgument items => items.Items.OfType<ObjectArgument>(),
            ObjectArgument single => [single],
            _ => [],
        };

    /// <summary>Follows the one field given at each level until it comes to a value.</summary>
    private GroupKey Key(ObjectArgument by)
    {
        var steps = new List<Step>();
        var type = planner.Mapping.NodeTypeOf(by.Type);
        for (var at = by; ; )
        {
            var (name, value) = at.Fields.Single();
            if (!type.Fields.TryGetValue(name, out var field))
            {
                return new GroupKey(steps, name, PartOf(value)) { IsOfEdge = true };
            }

            if (Mapping.PropertyOf(field) is { } property)
            {
                return new GroupKey(steps, property, PartOf(value));
            }

            at = (ObjectArgument)value;
            if (Mapping.PartsOf(field) is { } parts)
            {
                var (part, kind) = at.Fields.Single();
                return new GroupKey(steps, Mapping.PropertyOf(parts.Single(candidate => candidate.Name == part)) ?? part, PartOf(kind));
            }

            steps.Add(planner.Mapping.StepOf(field));
            type = (FieldsType)Mapping.NodeTypeOf(field);
        }
    }

    private static DatePart PartOf(ArgumentValue part) =>
        ((ConstantArgument)part).Value.AsString() switch
        {
            "YEAR" => DatePart.Year,
            "MONTH" => DatePart.Month,
            _ => DatePart.Whole,
        };

    private List<GroupCondition> Having(ArgumentValue? having)
    {
        var conditions = new List<GroupCondition>();
        foreach (var (name, value) in having is ObjectArgument given ? given.Fields.Where(field => !field.Value.IsNull) : [])
        {
            var (aggregate, wanted) =
                value is ObjectArgument told && name != "count"
                    ? (AggregateOf(name, told.Fields["of"]), told.Fields["is"])
                    : (Count, value);
            ValueFilters.All(
                planner.Slots,
                wanted,
                (comparison, slot) =>
                {
                    conditions.Add(new GroupCondition(aggregate, comparison, slot));
                    return new AllOf([]);
                }
            );
        }

        return conditions;
    }

    private GroupOrder Order(ObjectArgument order)
    {
        var (name, by) = order.Fields.Single();
        return by is ObjectArgument told
            ? new GroupOrder(AggregateOf(name, told.Fields["of"]), Key: 0, OrderPlanner.IsDescending(told.Field("direction")))
            : new GroupOrder(name == "count" ? Count : null, Key: 0, OrderPlanner.IsDescending(by));
    }

    private GroupField Field(FieldSelection selection) => Plain(selection) with { Conditions = planner.Slots.Conditions(selection) };

    private GroupField Plain(FieldSelection selection)
    {
        var key = Planner.Key(selection);
        return selection.Definition.Name switch
        {
            "keys" => new GroupKeysField(key, [.. selection.Selections.Select(Field)]),
            "value" => new GroupKeyField(key, ThisKey),
            "entity" => new GroupNodeField(key, ThisKey, planner.Shapes.Plan(selection)),
            "count" => new AggregateField(key, Count),
            "countDistinct" or "sum" or "avg" or "min" or "max" => new AggregateField(
                key,
                AggregateOf(selection.Definition.Name, selection.Arguments["of"])
            ),
            _ => new GroupConstantField(key, Planner.TypeName(selection.Parent)),
        };
    }

    private Aggregate Distinct(ObjectArgument of)
    {
        var key = Key(of);
        if (key.Part is not DatePart.Whole)
        {
            throw StoreValues.Refuse("`countDistinct` counts whole values: VALUE; for years or months group by them.");
        }

        if (key.IsOfEdge)
        {
            throw StoreValues.Refuse($"`countDistinct` counts what nodes have; `{key.Property}` stands on the relation: group by it.");
        }

        return new Aggregate(AggregateKind.CountDistinct, key.Steps, key.Property);
    }

    private Aggregate AggregateOf(string name, ArgumentValue of) =>
        name switch
        {
            "countDistinct" => Distinct((ObjectArgument)of),
            "sum" => Of(AggregateKind.Sum, of),
            "avg" => Of(AggregateKind.Average, of),
            "min" => Of(AggregateKind.Min, of),
            _ => Of(AggregateKind.Max, of),
        };

    private static Aggregate Of(AggregateKind kind, ArgumentValue of) => new(kind, [], ((ConstantArgument)of).Value.AsString());
}
