using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Conformance.Randomized;

/// <summary>Searches, and what is told of each hit.</summary>
public sealed partial class RandomQueries
{
    private SearchRoot Search() =>
        new(
            Add(() => Pick(Texts)),
            _random.Next(2) == 0 ? ["Agency", "Policy", "Place"] : ["Agency", "Document", "Indicator", "Event"],
            Searched()
        );

    private Connection Searched()
    {
        var rows = new EdgesField(
            Key(),
            [
                new ScoreField(Key()),
                new HighlightsField(
                    Key(),
                    new Shape([
                        new PropertyField(Key(), "field"),
                        new PropertyField(Key(), "start"),
                        new PropertyField(Key(), "end"),
                        new PropertyField(Key(), "text"),
                        .. Quoted(),
                    ])
                ),
                new RowNodeField(Key(), new Shape([new PropertyField(Key(), "id"), new LabelField(Key())])),
                new CursorField(Key()),
            ]
        );
        var connection = Paged(model.NodeTypes["Policy"]);
        return connection with
        {
            Filter = _random.Next(3) == 0 ? new DocumentCountFilter(Comparison.AtLeast, Add(() => (long)_random.Next(3))) : null,
            Order = _random.Next(4) == 0 ? [new DocumentCountOrder(Descending: true)] : [],
            Fields = [connection.Fields[0], rows, .. _random.Next(2) == 0 ? [new TotalCountField(Key())] : Array.Empty<ConnectionField>()],
        };
    }

    private OutputField[] Quoted() =>
        [
            new HighlightEvidenceField(
                Key(),
                new Shape([
                    new PropertyField(Key(), "quote"),
                    new PropertyField(Key(), "start"),
                    new PropertyField(Key(), "rule"),
                    new DocumentField(Key(), new Shape([new PropertyField(Key(), "title")])),
                ])
            ),
            new HighlightStatisticField(Key(), Shape(model.NodeTypes[Labels.Statistic], 0, "id", "value")),
            new HighlightFactField(
                Key(),
                new Shape([new LabelField(Key()), new EdgeEndField(Key(), From: true, Shape(model.NodeTypes["Agency"], 0, "id"))])
            ),
        ];
}
