using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Query;

/// <summary>The aggregates that a grouping needs anywhere, each once.</summary>
internal sealed class GroupPlan
{
    private static readonly Aggregate Count = new(AggregateKind.Count, [], null);

    private readonly StatementBuilder _builder;
    private readonly List<Aggregate> _aggregates = [];

    public GroupPlan(StatementBuilder builder, Grouping grouping)
    {
        _builder = builder;
        Having = [.. grouping.Having.Select(condition => (Place(condition.Aggregate), condition.Comparison, condition.Value))];
        Order =
            grouping.Order.Count == 0
                ? [(Place(Count), -1, true)]
                : [.. grouping.Order.Select(by => (by.Aggregate is { } aggregate ? Place(aggregate) : -1, by.Key, by.Descending))];
        Collect(grouping.Fields);
    }

    public IReadOnlyList<Aggregate> Aggregates => _aggregates;

    public IReadOnlyList<(int Aggregate, Comparison Comparison, Slot Value)> Having { get; }

    /// <summary>By an aggregate, or where that is −1 by a key.</summary>
    public IReadOnlyList<(int Aggregate, int Key, bool Descending)> Order { get; }

    /// <summary>The place of an aggregate.</summary>
    public int Place(Aggregate aggregate)
    {
        var known = _aggregates.FindIndex(other => IsSame(other, aggregate));
        if (known < 0)
        {
            _aggregates.Add(aggregate);
        }

        return known < 0 ? _aggregates.Count - 1 : known;
    }

    /// <summary>The shape that is asked of the node that a key stands for, joined from all fields that ask; null where none does.</summary>
    public Shape? ShapeOf(int key, IReadOnlyList<GroupField> fields)
    {
        var asked = Nodes(fields, key).ToList();
        return asked.Count == 0 ? null : new Shape([.. asked.SelectMany(field => field.Shape.Fields)]);
    }

    private IEnumerable<GroupNodeField> Nodes(IReadOnlyList<GroupField> fields, int key) =>
        fields
            .Where(field => _builder.Hold(field.Conditions))
            .SelectMany(field =>
                field switch
                {
                    GroupNodeField node when node.Index < 0 || node.Index == key => [node],
                    GroupObjectField inner => Nodes(inner.Fields, key),
                    GroupKeysField list => Nodes(list.Fields, key),
                    _ => [],
                }
            );

    private void Collect(IReadOnlyList<GroupField> fields)
    {
        foreach (var field in fields.Where(field => _builder.Hold(field.Conditions)))
        {
            switch (field)
            {
                case AggregateField aggregate:
                    Place(aggregate.Aggregate);
                    break;
                case GroupObjectField inner:
                    Collect(inner.Fields);
                    break;
                case GroupKeysField list:
                    Collect(list.Fields);
                    break;
                default:
                    break;
            }
        }
    }

    private static bool IsSame(Aggregate one, Aggregate other) =>
        one.Kind == other.Kind && one.Property == other.Property && Step.AreSame(one.Steps, other.Steps);
}
