using FsCheck;
using FsCheck.Fluent;
using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Randomized;
using PolicyGraph.Store.Queries;
using static PolicyGraph.Store.Conformance.Ask;

namespace PolicyGraph.Store.Tests;

/// <summary>What writing must not mind: the order of papers, the same paper again, a paper that came and went.</summary>
public sealed class WriteProperties
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(15);

    [Fact]
    public void The_order_of_papers_does_not_matter() => Check((papers, random) => (papers, [.. papers.OrderBy(_ => random.Next())]));

    [Fact]
    public void A_paper_taken_in_twice_changes_nothing() =>
        Check((papers, random) => (papers, [.. papers, papers[random.Next(papers.Length)]]));

    [Fact]
    public void A_paper_removed_leaves_what_the_others_say() =>
        Prop.ForAll<PositiveInt>(seed =>
            {
                var papers = Papers(seed.Get);
                var gone = papers[seed.Get % papers.Length];
                Assert.Equal(Everything([.. papers.Where(paper => paper != gone)]), Everything(papers, gone));
            })
            .Check(Few);

    private static void Check(Func<DocumentRecord[], Random, (DocumentRecord[] One, DocumentRecord[] Other)> vary) =>
        Prop.ForAll<PositiveInt>(seed =>
            {
                var (one, other) = vary(Papers(seed.Get), new Random(seed.Get));
                Assert.Equal(Everything(one), Everything(other));
            })
            .Check(Few);

    /// <summary>Papers without sources, so that none is a new version of another.</summary>
    private static DocumentRecord[] Papers(int seed)
    {
        var records = new RandomRecords(seed);
        return
        [
            .. Enumerable
                .Range(0, 8)
                .Select(_ => records.Next())
                .Select(record => record with { Document = record.Document with { Source = null } }),
        ];
    }

    /// <summary>All nodes with all properties, evidence and edges, as a store tells them.</summary>
    private static string Everything(DocumentRecord[] papers, DocumentRecord? removed = null) =>
        Task.Run(async () =>
            {
                using var folder = new TemporaryFolder();
                await using var store = await folder.OpenAsync();
                foreach (var paper in papers)
                {
                    await store.PutAsync(paper);
                }

                if (removed is not null)
                {
                    await store.RemoveAsync(Facts.Identity.Document(removed).ToString(), CancellationToken.None);
                }

                var answers = new List<string>();
                foreach (var type in TestModel.Model.NodeTypes.Values.OrderBy(type => type.Label, StringComparer.Ordinal))
                {
                    answers.Add(
                        await store.AnswerAsync(new ListRoot(type.Label, List(Nodes([.. Fields(type)]))), 10_000L, null, null, null)
                    );
                }

                return string.Join('\n', answers);
            })
            .GetAwaiter()
            .GetResult();

    private static IEnumerable<OutputField> Fields(Graph.NodeType type)
    {
        var evidence = new EvidenceField(Key("evidence"), new Slot(0), Shape(Of("quote"), Of("start"), Of("rule")));
        var edges = TestModel
            .Model.EdgeTypes.Values.OrderBy(edge => edge.Name, StringComparer.Ordinal)
            .Select(edge => new RelationField(
                Key(edge.Name),
                Out(edge.Name),
                List(
                    new EdgesField(
                        Key("edges"),
                        [
                            new RowNodeField(Key("node"), Shape(Of("id"))),
                            new RowEdgeField(Key("evidence"), evidence),
                            .. edge.Properties.Select(property => new RowEdgeField(Key(property.Name), Of(property.Name))),
                        ]
                    )
                )
            ));
        return [.. type.Properties.Select(property => Of(property.Name)), evidence, .. edges];
    }
}
