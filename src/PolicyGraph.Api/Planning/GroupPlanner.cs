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
            [.. selection.Selections.Select(Field)]);
    }

    private static IEnumerable<ObjectArgument> Items(ArgumentValue? list) => list switch
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
        for (var at = by; ;)
        {
            var (name, value) = at.Fields.Single();
            var field = type.Fields[name];
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

    private static DatePart PartOf(ArgumentValue part) => ((ConstantArgument)part).Value.AsString() switch
    {
        "YEAR" => DatePart.Year,
        "MONTH" => DatePart.Month,
        _ => DatePart.Whole,
    };

    private List<GroupCondition> Having(ArgumentValue? having)
    {
        var conditions = new List<GroupCondition>();
        if (having is ObjectArgument given && given.Field("count") is { } count)
        {
            ValueFilters.All(planner.Slots, count, (comparison, slot) =>
            {
                conditions.Add(new GroupCondition(Count, comparison, slot));
                return new AllOf([]);
            });
        }

        return conditions;
    }

    private static GroupOrder Order(ObjectArgument order)
    {
        var (name, direction) = order.Fields.Single();
        return new GroupOrder(name == "count" ? Count : null, Key: 0, OrderPlanner.IsDescending(direction));
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
            "countDistinct" => new AggregateField(key, Distinct((ObjectArgument)selection.Arguments["of"])),
            "sum" => new AggregateField(key, Of(selection, AggregateKind.Sum)),
            "avg" => new AggregateField(key, Of(selection, AggregateKind.Average)),
            "min" => new AggregateField(key, Of(selection, AggregateKind.Min)),
            "max" => new AggregateField(key, Of(selection, AggregateKind.Max)),
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

        return new Aggregate(AggregateKind.CountDistinct, key.Steps, key.Property);
    }

    private static Aggregate Of(FieldSelection selection, AggregateKind kind) =>
        new(kind, [], ((ConstantArgument)selection.Arguments["of"]).Value.AsString());
}
