using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Randomized;

/// <summary>Queries of every kind that there is, for holding one store against another.</summary>
public sealed partial class RandomQueries
{
    /// <summary>What the root's page tells its last cursor under: <c>page.end</c>.</summary>
    public const string PageKey = "page";

    public const string EndKey = "end";

    private static readonly string[] Texts =
    [
        "甲Agency",
        "agency",
        "甲",
        "称",
        "通知1",
        "通知",
        "〔2021〕1号",
        "2021",
        "丙Polocy",
        "𠀀",
        "Ａ",
        "\uff21",
        "《甲简》",
        "（2021—2023年）",
        "产值",
        "的产值",
        "Agency与",
        "甲的",
        "",
        " ",
        "e",
        "nt",
        "乙Statistic",
        "无此物也",
        "ja",
        "jc",
        "tz1",
        "jstatistic",
        "' OR 1=1 //",
        "\"",
        "\\",
        "`) DETACH DELETE n //",
        "\\u0027",
        "甲* OR 乙*",
        "[甲 TO 乙]",
        "🙂",
        "\u0000",
        "\u202e甲",
    ];

    /// <summary>The slot of the root's <c>after</c>; −1 where the root is no list.</summary>
    public int AfterSlot { get; private set; }

    /// <param name="ids">Ids of nodes that there are.</param>
    public (Root Root, object?[] Values) Any(IReadOnlyList<string> ids)
    {
        _values.Clear();
        (_keys, AfterSlot) = (0, -1);
        var type = Type();
        Root root = _random.Next(14) switch
        {
            0 or 1 or 2 => new ListRoot(type.Label, Paged(type)),
            3 or 4 => new GroupsRoot(type.Label, AnyGrouping(type)),
            5 or 6 or 7 => Search(),
            8 => Paths(ids),
            9 => Related(ids),
            10 => new NodesByIdRoot(
                Add(() => new List<object?> { Pick([.. ids]), Pick([.. ids]), "agency_0123456789abcdef", "x" }),
                Shape(model.NodeTypes["Agency"], 0, "id")
            ),
            11 => new NodeRoot(["Agency", "Policy"], new ByName(Add(() => Pick(Texts))), Full(model.NodeTypes["Policy"])),
            12 => new NodeRoot(
                ["Document"],
                new ByProperty("title", Add(() => $"通知{_random.Next(40)}")),
                Full(model.NodeTypes["Document"])
            ),
            _ => new NodeRoot(
                [type.Label],
                new ById(
                    Add(() =>
                        Pick(ids.Where(id => id.StartsWith(type.Label, StringComparison.OrdinalIgnoreCase)).DefaultIfEmpty("").ToArray())
                    )
                ),
                Full(type)
            ),
        };
        return (root, Other());
    }

    /// <summary>Other values for the query that was made last.</summary>
    public object?[] Other() => [.. _values.Select(make => make())];

    private NodeType Type() => Pick(model.NodeTypes.Values.OrderBy(type => type.Label, StringComparer.Ordinal).ToArray());

    private Connection Paged(NodeType type)
    {
        var connection = Connection(type, null, depth: 2);
        AfterSlot = Add(() => null).Index;
        var page = new PageInfoField(new(PageKey), [new(new(EndKey), PageInfoKind.EndCursor), new(Key(), PageInfoKind.StartCursor)]);
        Filter? filter =
            _random.Next(4) == 0 ? new AllOf([.. new[] { connection.Filter, Evidenced() }.OfType<Filter>()]) : connection.Filter;
        return connection with
        {
            Filter = filter,
            Page = connection.Page with { After = new(AfterSlot) },
            Fields =
            [
                page,
                .. connection.Fields,
                .. _random.Next(3) == 0 ? [new ConnectionGroupsField(Key(), AnyGrouping(type))] : Array.Empty<ConnectionField>(),
            ],
        };
    }

    private RelatedRoot Related(IReadOnlyList<string> ids) =>
        new(
            _random.Next(2) == 0 ? new ByName(Add(() => Pick(Texts))) : new ById(Add(() => Pick([.. ids]))),
            Add(() => (long)_random.Next(6)),
            [
                new RelatedNodeField(Key(), Shape(model.NodeTypes["Agency"], 0, "id", "name")),
                new RelatedCountField(Key(), OfDocuments: false),
                new RelatedCountField(Key(), OfDocuments: true),
            ]
        );

    private PathRoot Paths(IReadOnlyList<string> ids)
    {
        var entities = ids.Where(id => !id.StartsWith("statistic", StringComparison.Ordinal)).ToArray();
        var edge = new StepEdgeField(Key(), new EvidenceField(Key(), Add(() => 1L), new Shape([new PropertyField(Key(), "quote")])));
        return new(
            Add(() => Pick(entities)),
            Add(() => _random.Next(3) == 0 ? Pick(Texts) : Pick(entities)),
            Add(() => 1L + _random.Next(6)),
            Add(() => 1L + _random.Next(4)),
            _random.Next(3) == 0 ? ["ISSUED", "ORGANIZED"] : [],
            [
                new PathLengthField(Key()),
                new PathIncompleteField(Key()),
                new PathsField(
                    Key(),
                    [
                        new PathNodesField(Key(), new Shape([new PropertyField(Key(), "id"), new PropertyField(Key(), "name")])),
                        new PathStepsField(
                            Key(),
                            [
                                new StepEdgeField(Key(), new LabelField(Key())),
                                new StepForwardField(Key()),
                                edge,
                                new StepNodeField(Key(), Start: true, new Shape([new PropertyField(Key(), "id")])),
                            ]
                        ),
                    ]
                ),
            ]
        );
    }

    private Filter Evidenced() =>
        _random.Next(4) switch
        {
            0 => new OnlyEvidenceFilter(Add(() => "document_0123456789abcdef")),
            1 => new EvidenceFilter(
                new PropertyFilter("quote", Comparison.Contains, Add(() => Pick("产值", "甲", "与"))),
                new PropertyFilter("publishedOn", Comparison.IsNull, Add(() => _random.Next(2) == 0))
            ),
            2 => new Not(
                new EvidenceFilter(new PropertyFilter("confidence", Comparison.Less, Add(() => Pick<object>(0.5m, 0.75m, 1L))), null)
            ),
            _ => new EvidenceFilter(
                new AnyOf([
                    new PropertyFilter("start", Comparison.AtMost, Add(() => (long)_random.Next(30))),
                    new PropertyFilter("rule", Comparison.IsNull, Add(() => true)),
                ]),
                null
            ),
        };

    /// <summary>Groups by several keys over hops and parts of dates, with aggregates over hops, ordered by any of them.</summary>
    private Grouping AnyGrouping(NodeType type)
    {
        var grouping = Grouping(type);
        var groupKeys = new List<GroupKey>(grouping.Keys);
        if (_random.Next(2) == 0)
        {
            groupKeys.Add(
                new GroupKey(
                    [new Step([Ties.MentionedIn, Ties.StatedIn], Direction.Out, [Labels.Document])],
                    "publishedOn",
                    Pick(DatePart.Year, DatePart.Month, DatePart.Whole)
                )
            );
        }

        var further = new Aggregate(
            Pick(AggregateKind.Sum, AggregateKind.Average, AggregateKind.Min, AggregateKind.Max, AggregateKind.CountDistinct),
            [new Step([Ties.About], Direction.In, [Labels.Statistic])],
            "value"
        );
        var having =
            _random.Next(4) == 0
                ? [new GroupCondition(further, Comparison.AtLeast, Add(() => Pick<object>(0L, 59.17m, -2.5m)))]
                : grouping.Having;
        IReadOnlyList<GroupOrder> order = _random.Next(3) switch
        {
            0 => [new GroupOrder(further, -1, _random.Next(2) == 0)],
            1 => [new GroupOrder(null, _random.Next(groupKeys.Count), _random.Next(2) == 0)],
            _ => grouping.Order,
        };
        var nodes = groupKeys.Select((_, i) => (GroupField)new GroupNodeField(Key(), i, Shape(model.NodeTypes["Agency"], 0, "id")));
        var told = new AggregateField(Key(), further);
        return _random.Next(8) == 0
            ? grouping with
            {
                Keys = [],
                Having = having,
                Order = [],
                Fields = [told],
            }
            : grouping with
            {
                Keys = groupKeys,
                Having = having,
                Order = order,
                Fields = [.. grouping.Fields, told, .. nodes],
            };
    }
}
