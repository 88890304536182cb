using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Randomized;

/// <summary>All that can be asked of one node: its own fields, its evidence, and for a document its articles, findings and facts.</summary>
public sealed partial class RandomQueries
{
    private Shape Full(NodeType type)
    {
        var fields = new List<OutputField>(Shape(type, 1).Fields) { Rows() };
        fields.AddRange(type.Properties.Select(property => new PropertyField(Key(), property.Name)));
        fields.AddRange(
            type.Label switch
            {
                Labels.Document => OfDocuments(),
                Labels.Statistic =>
                [
                    new PeersField(
                        Key(),
                        new Step([Ties.About], Direction.Out, []),
                        ["indicator", "periodLabel"],
                        ["value"],
                        Add(() => (long)_random.Next(5)),
                        Shape(type, 0)
                    ),
                ],
                _ =>
                [
                    new DistinctCountField(Key(), [new Step(["ISSUED"], Direction.Out, []), new Step(["ISSUED"], Direction.In, [])]),
                    new GroupsField(
                        Key(),
                        new Step([Ties.About], Direction.In, [Labels.Statistic]),
                        AnyGrouping(model.NodeTypes[Labels.Statistic])
                    ),
                ],
            }
        );
        return new Shape(fields);
    }

    private OutputField[] OfDocuments() =>
        [
            new ArticlesField(Key(), Article()),
            new FindingsField(
                Key(),
                new Shape([new PropertyField(Key(), "check"), new PropertyField(Key(), "agrees"), new PropertyField(Key(), "message")])
            ),
            new TextField(Key(), Add(() => (long)_random.Next(5)), Add(() => (long)_random.Next(40))),
            new DocumentFactsField(
                Key(),
                _random.Next(2) == 0 ? null
                    : _random.Next(2) == 0 ? new DocumentCountFilter(Comparison.Equal, Add(() => 1L))
                    : Evidenced(),
                new Page(Add(() => 1L + _random.Next(3)), Add(() => null), Add(() => null), Add(() => null)),
                [
                    new TotalCountField(Key()),
                    new PageInfoField(Key(), [new(Key(), PageInfoKind.HasNextPage), new(Key(), PageInfoKind.EndCursor)]),
                    new NodesField(
                        Key(),
                        new Shape([
                            new LabelField(Key()),
                            new PropertyField(Key(), "date"),
                            new EdgeEndField(Key(), From: true, Shape(model.NodeTypes["Agency"], 0, "id", "name")),
                            Rows(),
                        ])
                    ),
                ]
            ),
        ];

    private EvidenceField Rows() =>
        new(
            Key(),
            Add(() => (long)_random.Next(4)),
            new Shape([
                new PropertyField(Key(), "quote"),
                new PropertyField(Key(), "start"),
                new PropertyField(Key(), "end"),
                new PropertyField(Key(), "rule"),
                new PropertyField(Key(), "confidence"),
                new DocumentField(Key(), new Shape([new PropertyField(Key(), "title")])),
                new ArticleField(Key(), Article()),
            ])
        );

    private Shape Article() =>
        new([
            new PropertyField(Key(), "title"),
            new PropertyField(Key(), "authors"),
            new PropertyField(Key(), "start"),
            new PropertyField(Key(), "end"),
        ]);

    private Shape Shape(NodeType type, int depth, params string[] properties) =>
        properties.Length == 0
            ? Shape(type, depth)
            : new([.. properties.Select(name => new PropertyField(Key(), name)), new LabelField(Key())]);
}
