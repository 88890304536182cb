using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Queries;
using static PolicyGraph.Store.Conformance.Ask;

namespace PolicyGraph.Store.Tests;

/// <summary>What was taken in is there again, the same to the byte, when the folder is opened anew.</summary>
public sealed class OpeningTests
{
    private const string Text = "甲部印发《某办法》。2023年产值达到5亿元。";

    private static readonly DocumentRecord Record = new()
    {
        Document = new DocumentHead
        {
            Title = "通知",
            Published = "2024-02-05",
            Source = "a.txt",
        },
        Text = Text,
        Entities =
        [
            new EntityRecord
            {
                Id = "e1",
                Type = EntityType.Agency,
                Name = "甲部",
                Mentions = ["甲部", "甲"],
            },
            new EntityRecord
            {
                Id = "e2",
                Type = EntityType.Policy,
                Name = "某办法",
                Mentions = ["某办法"],
            },
        ],
        Relations =
        [
            new RelationRecord
            {
                Type = RelationType.Issued,
                From = "e1",
                To = "e2",
                Evidence = "甲部印发《某办法》",
                Props = new Dictionary<string, PropertyValue>(StringComparer.Ordinal) { ["date"] = "2024-02-05", ["issuers"] = 1 },
            },
        ],
        Statistics =
        [
            new StatisticRecord
            {
                Value = 500000000,
                Unit = "元",
                Indicator = "产值",
                Subject = "e2",
                Period = "2023",
                Evidence = "2023年产值达到5亿元",
            },
        ],
    };

    private static readonly Root Question = new NodeRoot(
        ["Agency"],
        new ByName(new Slot(4)),
        Shape(
            Of("name"),
            Of("aliases"),
            new RelationField(
                Key("issued"),
                Out("ISSUED"),
                List(
                    new TotalCountField(Key("totalCount")),
                    new EdgesField(
                        Key("edges"),
                        [
                            new RowEdgeField(Key("date"), Of("date")),
                            new RowNodeField(
                                Key("node"),
                                Shape(
                                    Of("name"),
                                    new RelationField(Key("statistics"), In("ABOUT"), List(Nodes(Of("value"), Of("periodStart"))))
                                )
                            ),
                            new RowEdgeField(
                                Key("evidence"),
                                new EvidenceField(
                                    Key("evidence"),
                                    new Slot(0),
                                    Shape(
                                        Of("quote"),
                                        Of("start"),
                                        new DocumentField(
                                            Key("document"),
                                            Shape(Of("title"), Of("sources"), new TextField(Key("text"), new Slot(1), new Slot(1)))
                                        )
                                    )
                                )
                            ),
                        ]
                    )
                )
            )
        )
    );

    [Fact]
    public async Task Answers_are_the_same_after_reopening()
    {
        const string expected = """
            {"name":"甲部","aliases":["甲"],"issued":{"totalCount":1,"edges":[{"date":"2024-02-05","node":{"name":"某办法","statistics":{"nodes":[{"value":500000000,"periodStart":"2023-01-01"}]}},"evidence":[{"quote":"甲部印发《某办法》","start":0,"document":{"title":"通知","sources":["a.txt"],"text":"甲部印发《某办法》。2023年产值达到5亿元。"}}]}]}}
            """;
        using var folder = new TemporaryFolder();
        foreach (var effect in new[] { WriteEffect.Added, WriteEffect.Unchanged })
        {
            await using var store = await EmbeddedGraphStore.OpenAsync(
                folder.Path,
                TestModel.Model,
                EmbeddedStoreOptions.Default,
                CancellationToken.None
            );
            Assert.Equal(effect, Assert.Single(await store.PutAsync(Record)).Effect);
            Assert.Equal(expected, await store.AnswerAsync(Question, 10L, null, null, null, "甲"));
        }
    }
}
