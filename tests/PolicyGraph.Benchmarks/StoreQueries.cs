using PolicyGraph.Store.Queries;
using static PolicyGraph.Store.Conformance.Ask;

namespace PolicyGraph.Benchmarks;

/// <summary>What the store is asked; the names are those of the made-up data set.</summary>
internal static class StoreQueries
{
    private static readonly object?[] FirstTen = [10L, null, null, null];

    private static readonly OutputField[] Leaf =
    [
        Of("value"),
        Of("unit"),
        new ObjectField(Key("period"), Shape(new PropertyField(Key("label"), "periodLabel")), []),
    ];

    public static IEnumerable<(string Name, Root Root, object?[] Values)> All =>
        [
            (
                "point by name",
                new NodeRoot(["Agency"], new ByName(new Slot(4)), Shape(Of("name"), Of("level"))),
                [.. FirstTen, "江苏省统计局"]
            ),
            (
                "three hops, 1,000 leaves",
                new ListRoot(
                    "Agency",
                    List(
                        Nodes(
                            Of("name"),
                            new RelationField(
                                Key("issued"),
                                Out("ISSUED", "Policy"),
                                List(
                                    Nodes(
                                        Of("name"),
                                        Of("documentNumber"),
                                        new RelationField(Key("statistics"), In("ABOUT", "Statistic"), List(Nodes(Leaf)))
                                    )
                                )
                            )
                        )
                    )
                ),
                FirstTen
            ),
            (
                "ten policies of a year by day",
                new ListRoot(
                    "Policy",
                    List(Nodes(Of("name"), Of("issuedOn"))) with
                    {
                        Filter = new PropertyFilter("issuedOn", Comparison.StartsWith, new Slot(4)),
                        Order = [new PropertyOrder("issuedOn", Descending: true)],
                    }
                ),
                [.. FirstTen, "2020"]
            ),
            (
                "ten largest statistics",
                new ListRoot("Statistic", List(Nodes(Leaf)) with { Order = [new PropertyOrder("value", Descending: true)] }),
                FirstTen
            ),
            (
                "statistics of one indicator, counted",
                new ListRoot(
                    "Statistic",
                    List(Nodes(Leaf), new TotalCountField(Key("totalCount"))) with
                    {
                        Filter = new PropertyFilter("indicator", Comparison.Equal, new Slot(4)),
                    }
                ),
                [.. FirstTen, "外贸出口额"]
            ),
            ("search 统计局", Search, [.. FirstTen, "统计局"]),
            ("search 人工智能高质量发展的若干意见", Search, [.. FirstTen, "人工智能高质量发展的若干意见"]),
            ("search one wrong character", Search, [.. FirstTen, "江苏省统讣局"]),
        ];

    private static SearchRoot Search { get; } =
        new(
            new Slot(4),
            [],
            List(new EdgesField(Key("edges"), [new ScoreField(Key("score")), new RowNodeField(Key("node"), Shape(Of("id")))]))
        );
}
