using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Embedded.Operators;

/// <summary>Makes the writers of groups.</summary>
internal sealed class GroupCompiler(Compilers compilers)
{
    private readonly List<AggregatePlan> _aggregates = [];

    /// <param name="possible">Bits of the labels that the nodes may have.</param>
    public GroupsWriter Compile(Grouping grouping, ulong possible)
    {
        var keys = GroupKey.Together(grouping.Keys).Select(places => Keys(grouping.Keys, places, possible)).ToArray();
        var shape = new ShapeWriter<GroupRow>([.. grouping.Fields.Select(field => Field(field, grouping.Keys, possible))]);
        var having = grouping
            .Having.Select(condition => (Place(condition.Aggregate, possible), condition.Comparison, condition.Value))
            .ToArray();
        var order = grouping
            .Order.Select(by => new GroupSort(by.Aggregate is { } aggregate ? Place(aggregate, possible) : -1, by.Key, by.Descending))
            .ToArray();
        if (order.Length == 0)
        {
            order = [new GroupSort(Place(new Aggregate(AggregateKind.Count, [], null), possible), -1, Descending: true)];
        }

        return new GroupsWriter(
            compilers.Tests.Node(grouping.Filter, possible),
            keys,
            grouping.Keys.Count,
            [.. _aggregates],
            having,
            order,
            grouping.First,
            grouping.Skip,
            shape
        );
    }

    private GroupKeysPlan Keys(IReadOnlyList<GroupKey> keys, IReadOnlyList<int> places, ulong possible)
    {
        var steps = keys[places[0]].Steps.Select(step => new StepPlan(compilers.Kinds, step)).ToArray();
        var labels = steps.Length == 0 ? possible : steps[^1].Targets;
        return new GroupKeysPlan(
            steps,
            [
                .. places.Select(place =>
                    keys[place] is { IsOfEdge: true } key
                        ? new GroupKeyPlan(place, null, compilers.Edges.Property(key.Property, labels), key.Part)
                        : new GroupKeyPlan(place, compilers.Nodes.Property(keys[place].Property, labels), null, keys[place].Part)
                ),
            ]
        );
    }

    /// <summary>The place of an aggregate among those that are worked out.</summary>
    private int Place(Aggregate aggregate, ulong possible)
    {
        var known = _aggregates.FindIndex(plan => plan.IsOf(aggregate));
        if (known >= 0)
        {
            return known;
        }

        var steps = aggregate.Steps.Select(step => new StepPlan(compilers.Kinds, step)).ToArray();
        var labels = steps.Length == 0 ? possible : steps[^1].Targets;
        _aggregates.Add(
            new AggregatePlan(aggregate, steps, aggregate.Property is { } property ? compilers.Nodes.Property(property, labels) : null)
        );
        return _aggregates.Count - 1;
    }

    private ShapeField<GroupRow> Field(GroupField field, IReadOnlyList<GroupKey> keys, ulong possible) =>
        new(field.Key, ulong.MaxValue, isForAll: true, field.Conditions, Writer(field, keys, possible));

    private Operator<GroupRow> Writer(GroupField field, IReadOnlyList<GroupKey> keys, ulong possible) =>
        field switch
        {
            GroupKeyField key => new GroupKeyWriter(key.Index),
            GroupNodeField node => new GroupNodeWriter(node.Index, keys, compilers.Nodes.Compile(node.Shape, compilers.Kinds.AllLabels)),
            GroupKeysField list => new GroupKeysWriter(Inner(list.Fields, keys, possible)),
            GroupObjectField inner => Inner(inner.Fields, keys, possible),
            AggregateField aggregate => new AggregateWriter(Place(aggregate.Aggregate, possible)),
            GroupConstantField constant => new ConstantWriter<GroupRow>(constant.Json),
            _ => throw new UnknownNameException($"A group has no {field.GetType().Name}."),
        };

    private ShapeWriter<GroupRow> Inner(IReadOnlyList<GroupField> fields, IReadOnlyList<GroupKey> keys, ulong possible) =>
        new([.. fields.Select(field => Field(field, keys, possible))]);
}
