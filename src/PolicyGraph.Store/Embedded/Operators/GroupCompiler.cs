using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the writers of groups.</summary>
internal sealed class GroupCompiler(Compilers compilers)
{
    private readonly List<AggregatePlan> aggregates = [];

    /// <param name="possible">Bits of the labels that the nodes may have.</param>
    public GroupsWriter Compile(Grouping grouping, ulong possible)
    {
        var keys = grouping.Keys.Select(key => Key(key, possible)).ToArray();
        var shape = new ShapeWriter<GroupRow>([.. grouping.Fields.Select(field => Field(field, keys, possible))]);
        var having = grouping.Having.Select(condition => (Place(condition.Aggregate, possible), condition.Comparison, condition.Value)).ToArray();
        var order = grouping.Order.Select(by => new GroupSort(by.Aggregate is { } aggregate ? Place(aggregate, possible) : -1, by.Key, by.Descending)).ToArray();
        if (order.Length == 0)
        {
            order = [new GroupSort(Place(new Aggregate(AggregateKind.Count, [], null), possible), -1, Descending: true)];
        }

        return new GroupsWriter(compilers.Tests.Node(grouping.Filter, possible), keys, [.. aggregates], having, order, grouping.First, grouping.Skip, shape);
    }

    private GroupKeyPlan Key(GroupKey key, ulong possible)
    {
        var steps = key.Steps.Select(step => new StepPlan(compilers.Kinds, step)).ToArray();
        return new GroupKeyPlan(steps, compilers.Nodes.Property(key.Property, steps.Length == 0 ? possible : steps[^1].Targets), key.Part, key.Property == NodeReaders.Id);
    }

    /// <summary>The place of an aggregate among those that are worked out.</summary>
    private int Place(Aggregate aggregate, ulong possible)
    {
        var known = aggregates.FindIndex(plan => plan.IsOf(aggregate));
        if (known >= 0)
        {
            return known;
        }

        var steps = aggregate.Steps.Select(step => new StepPlan(compilers.Kinds, step)).ToArray();
        var labels = steps.Length == 0 ? possible : steps[^1].Targets;
        aggregates.Add(new AggregatePlan(aggregate, steps, aggregate.Property is { } property ? compilers.Nodes.Property(property, labels) : null));
        return aggregates.Count - 1;
    }

    private ShapeField<GroupRow> Field(GroupField field, GroupKeyPlan[] keys, ulong possible) =>
        new(field.Key, ulong.MaxValue, isForAll: true, field.Conditions, Writer(field, keys, possible));

    private Operator<GroupRow> Writer(GroupField field, GroupKeyPlan[] keys, ulong possible) => field switch
    {
        GroupKeyField key => new GroupKeyWriter(key.Index),
        GroupNodeField node => new GroupNodeWriter(node.Index, keys, compilers.Nodes.Compile(node.Shape, compilers.Kinds.AllLabels)),
        GroupKeysField list => new GroupKeysWriter(Inner(list.Fields, keys, possible)),
        GroupObjectField inner => Inner(inner.Fields, keys, possible),
        AggregateField aggregate => new AggregateWriter(Place(aggregate.Aggregate, possible)),
        GroupConstantField constant => new ConstantWriter<GroupRow>(constant.Json),
        _ => throw new UnknownNameException($"A group has no {field.GetType().Name}."),
    };

    private ShapeWriter<GroupRow> Inner(IReadOnlyList<GroupField> fields, GroupKeyPlan[] keys, ulong possible) =>
        new([.. fields.Select(field => Field(field, keys, possible))]);
}
