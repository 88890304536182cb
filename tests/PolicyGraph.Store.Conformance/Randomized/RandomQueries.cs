using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Randomized;

/// <summary>Made-up queries over a model, with their values.</summary>
public sealed partial class RandomQueries(GraphModel model, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<Func<object?>> _values = [];
    private int _keys;

    /// <summary>A query that the plain evaluation answers too; values of slots come beside it.</summary>
    /// <param name="ids">Ids of nodes that there are.</param>
    public (Root Root, object?[] Values) Next(IReadOnlyList<string> ids)
    {
        _values.Clear();
        _keys = 0;
        var type = Type();
        Root root = _random.Next(12) switch
        {
            0 => new GroupsRoot(type.Label, Grouping(type)),
            1 or 2 => Search(),
            3 => Paths(ids),
            4 => Related(ids),
            _ => new ListRoot(type.Label, Connection(type, null, depth: 2)),
        };
        return (root, Other());
    }

    private Connection Connection(NodeType type, EdgeType? edge, int depth)
    {
        var shape = Shape(type, depth);
        var backwards = _random.Next(3) == 0;
        var size = Add(() => 1L + _random.Next(5));
        var none = Add(() => null);
        var fields = new List<ConnectionField>
        {
            new TotalCountField(Key()),
            new PageInfoField(
                Key(),
                [new(Key(), PageInfoKind.HasNextPage), new(Key(), PageInfoKind.HasPreviousPage), new(Key(), PageInfoKind.EndCursor)]
            ),
            new EdgesField(Key(), [new CursorField(Key()), new RowNodeField(Key(), shape), .. Row(edge)]),
        };
        return new Connection(
            _random.Next(3) == 0 ? null : Filter(type, 2),
            edge is { Properties.Count: > 0 } && _random.Next(4) == 0 ? PropertyOf(Pick(edge.Properties.ToArray())) : null,
            [.. Enumerable.Range(0, _random.Next(3)).Select(_ => Order(type, edge))],
            backwards ? new Page(none, none, size, none) : new Page(size, none, none, none),
            [.. fields.Where(_ => _random.Next(4) > 0)]
        );
    }

    private IEnumerable<EdgeField> Row(EdgeType? edge)
    {
        if (edge is not { IsFact: true })
        {
            yield break;
        }

        foreach (var property in edge.Properties)
        {
            yield return new RowEdgeField(Key(), new PropertyField(Key(), property.Name));
        }

        yield return new RowEdgeField(Key(), new LabelField(Key()));
        yield return new RowEdgeField(
            Key(),
            new EvidenceField(
                Key(),
                Add(() => 2L),
                new Shape([new PropertyField(Key(), "quote"), new PropertyField(Key(), "start"), new PropertyField(Key(), "confidence")])
            )
        );
    }

    private Shape Shape(NodeType type, int depth)
    {
        var fields = new List<OutputField> { new PropertyField(Key(), "id"), new LabelField(Key()) };
        fields.AddRange(type.Properties.Where(_ => _random.Next(3) == 0).Select(property => new PropertyField(Key(), property.Name)));
        fields.Add(new EvidenceCountField(Key(), _random.Next(2) == 0));
        if (depth > 0 && Relation(type) is { } relation)
        {
            fields.Add(new RelationField(Key(), relation.Step, Connection(relation.Target, relation.Edge, depth - 1)));
            fields.Add(new RelationCountField(Key(), relation.Step, _random.Next(2) == 0 ? null : Filter(relation.Target, 1)));
            fields.Add(new NeighbourField(Key(), relation.Step, Shape(relation.Target, 0)));
        }

        return new Shape(fields);
    }

    /// <summary>A relation that nodes of a type may have.</summary>
    private (Step Step, EdgeType Edge, NodeType Target)? Relation(NodeType type)
    {
        var choices = new List<(string Relation, Direction Direction, string Target)>
        {
            ("ISSUED", Direction.Out, "Policy"),
            ("ISSUED", Direction.In, "Agency"),
            ("BASED_ON", Direction.Out, "Policy"),
            ("BASED_ON", Direction.Both, "Policy"),
            ("HOLDS_POSITION", Direction.In, "Person"),
            ("HOLDS_POSITION", Direction.Out, "Agency"),
            ("ORGANIZED", Direction.Out, "Event"),
            ("COOPERATES_WITH", Direction.Both, "Place"),
            (Ties.About, Direction.In, "Statistic"),
            (Ties.About, Direction.Out, "Agency"),
            (Ties.MentionedIn, Direction.Out, "Document"),
            (Ties.MentionedIn, Direction.In, "Policy"),
            (Ties.Measures, Direction.Out, "Indicator"),
            (Ties.ReportedBy, Direction.In, "Statistic"),
        };
        var (relation, direction, target) = Pick(choices.ToArray());
        return type.Label.Length == 0
            ? null
            : (new Step([relation], direction, [target]), model.EdgeTypes[relation], model.NodeTypes[target]);
    }

    private Filter Filter(NodeType type, int depth) =>
        _random.Next(depth > 0 ? 9 : 4) switch
        {
            0 when type.IsEntity => new NameFilter(
                Pick(Comparison.Equal, Comparison.Contains, Comparison.StartsWith, Comparison.NotEqual),
                Add(() => Pick("甲Agency", "甲称", "称", "丙", "\uff21"))
            ),
            1 => new DocumentCountFilter(Pick(Comparison.Greater, Comparison.Equal, Comparison.AtMost), Add(() => (long)_random.Next(4))),
            4 => new AllOf([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Filter(type, depth - 1))]),
            5 => new AnyOf([.. Enumerable.Range(0, _random.Next(3)).Select(_ => Filter(type, depth - 1))]),
            6 => new Not(Filter(type, depth - 1)),
            7 when Relation(type) is { } relation => new RelationFilter(
                relation.Step,
                Pick(Quantifier.Some, Quantifier.None, Quantifier.Every),
                _random.Next(3) == 0 ? null : Filter(relation.Target, depth - 1),
                null
            ),
            8 when Relation(type) is { } relation => new RelationCountFilter(
                relation.Step,
                null,
                null,
                Pick(Comparison.Greater, Comparison.Equal, Comparison.Less),
                Add(() => (long)_random.Next(3))
            ),
            _ => PropertyOf(Pick(type.Properties.Where(property => property.Kind != PropertyKind.TextList).ToArray())),
        };

    private PropertyFilter PropertyOf(PropertyType property)
    {
        var comparison = Pick(
            Comparison.Equal,
            Comparison.NotEqual,
            Comparison.In,
            Comparison.Greater,
            Comparison.AtLeast,
            Comparison.Less,
            Comparison.AtMost,
            Comparison.IsNull,
            Comparison.StartsWith
        );
        comparison =
            comparison == Comparison.StartsWith && property.Kind is not (PropertyKind.Text or PropertyKind.Date)
                ? Comparison.Equal
                : comparison;
        return new PropertyFilter(
            property.Name,
            comparison,
            Add(() =>
                comparison switch
                {
                    Comparison.IsNull => _random.Next(2) == 0,
                    Comparison.In => new List<object?> { Of(property), Of(property) },
                    _ => Of(property),
                }
            )
        );
    }

    private object Of(PropertyType property) =>
        property.Kind switch
        {
            PropertyKind.Integer => (long)_random.Next(4),
            PropertyKind.Number => Pick<object>(0L, 1L, 59.17m, 0.1m, 9007199254740993L),
            PropertyKind.Truth => _random.Next(2) == 0,
            PropertyKind.Date => Pick("2020", "2021-01", "2020-02-11", "2019-01-01"),
            _ => Pick("甲Agency", "产值", "national", "元", "甲", "丙Policy", "〔2021〕1号", "部长", ""),
        };

    private OrderKey Order(NodeType type, EdgeType? edge)
    {
        var descending = _random.Next(2) == 0;
        return _random.Next(6) switch
        {
            0 => new DocumentCountOrder(descending),
            1 when Relation(type) is { } relation => new RelationCountOrder(relation.Step, null, descending),
            2 when edge is { Properties.Count: > 0 } => new EdgePropertyOrder(Pick(edge.Properties.ToArray()).Name, descending),
            _ => new PropertyOrder(
                Pick(type.Properties.Where(property => property.Kind != PropertyKind.TextList).ToArray()).Name,
                descending
            ),
        };
    }

    private Grouping Grouping(NodeType type)
    {
        var scalar = type.Properties.Where(property => property.Kind != PropertyKind.TextList).ToArray();
        var relation = _random.Next(2) == 0 ? Relation(type) : null;
        var groupKeys = new List<GroupKey> { new([], Pick(scalar).Name, DatePart.Whole) };
        if (relation is { } step)
        {
            groupKeys.Add(new GroupKey([step.Step], "id", DatePart.Whole));
            groupKeys.AddRange(
                _random.Next(2) == 0
                    ? []
                    : step.Edge.Properties.Select(property => new GroupKey([step.Step], property.Name, DatePart.Whole) { IsOfEdge = true })
            );
        }

        var aggregates = new List<Aggregate>
        {
            new(AggregateKind.Count, [], null),
            new(AggregateKind.CountDistinct, [], Pick(scalar).Name),
        };
        if (type.Label == Labels.Statistic)
        {
            aggregates.AddRange(
                new[] { AggregateKind.Sum, AggregateKind.Min, AggregateKind.Max, AggregateKind.Average }.Select(kind => new Aggregate(
                    kind,
                    [],
                    "value"
                ))
            );
        }

        var fields = groupKeys
            .Select((_, i) => (GroupField)new GroupKeyField(Key(), i))
            .Concat(aggregates.Select(aggregate => new AggregateField(Key(), aggregate)));
        return new Grouping(
            _random.Next(2) == 0 ? null : Filter(type, 1),
            groupKeys,
            _random.Next(3) == 0 ? [new GroupCondition(aggregates[0], Comparison.Greater, Add(() => 1L))] : [],
            _random.Next(2) == 0 ? [] : [new GroupOrder(Pick(aggregates.ToArray()), -1, _random.Next(2) == 0)],
            Add(() => 1L + _random.Next(8)),
            Add(() => (long)_random.Next(2)),
            [.. fields]
        );
    }

    private OutputKey Key() => new($"k{_keys++}");

    private Slot Add(Func<object?> make)
    {
        _values.Add(make);
        return new Slot(_values.Count - 1);
    }

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
