using System.Text.Json.Nodes;
using PolicyGraph.Model;
using PolicyGraph.Store.Facts;
using PolicyGraph.Store.Queries;
using static PolicyGraph.Store.Conformance.Ask;

namespace PolicyGraph.Store.Conformance;

/// <summary>
/// Searches, paths, neighbours and the like over one small graph whose answers can be worked out by hand. Each store's tests derive from
/// it.
/// </summary>
public abstract class FeatureConformance
{
    private static readonly object?[] Ten = [10L, null, null, null];

    /// <summary>A store that holds nothing, opened with <see cref="TestFolding"/>.</summary>
    protected abstract Task<IGraphStore> OpenEmptyAsync();

    [Theory]
    [InlineData("海州市商务局", "海州市商务局 1")]
    [InlineData("市商务局", "海州市商务局 0.9")]
    [InlineData("海州", "海州市 0.86, 海州市财政局 0.83, 海州市商务局 0.83, 海州市外贸促进办法 0.82")]
    [InlineData("促进", "海州市外贸促进办法 0.62, 海州市商务局 0.510588, 海州市财政局 0.5072")]
    [InlineData("促", "海州市外贸促进办法 0.61")]
    [InlineData("海商〔２０２４〕７号", "海州市外贸促进办法 1")]
    [InlineData("海州市商努局", "海州市商务局 0.24")]
    [InlineData("海州市商務局", "海州市商务局 1")]
    [InlineData("HZSSWJ", "海州市商务局 0.9")]
    [InlineData("hzs", "海州市 0.9, 海州市外贸促进办法 0.9, 海州市财政局 0.845, 海州市商务局 0.845")]
    [InlineData("sswj", "海州市商务局 0.9")]
    [InlineData("wj", "")]
    [InlineData("h", "")]
    [InlineData("无此物", "")]
    [InlineData("局印发《海州", "海州市商务局 0.531764, 海州市外贸促进办法 0.531764, 海州市财政局 0.5216")]
    [InlineData("出口额", "海州市 0.538571")]
    [InlineData("出口额130元", "海州市 0.59")]
    [InlineData("市商務局印发", "海州市商务局 0.531764, 海州市外贸促进办法 0.531764, 海州市财政局 0.5216")]
    public async Task A_search_finds_best_first_and_one_wrong_character_does_no_harm(string text, string expected)
    {
        await using var store = await OpenAsync();
        var fields = new EdgesField(Key("edges"), [new RowNodeField(Key("node"), Shape(Of("name"))), new ScoreField(Key("score"))]);
        var answer = await store.AnswerAsync(new SearchRoot(new Slot(4), ["Agency", "Policy", "Place"], List(fields)), [.. Ten, text]);
        Assert.Equal(expected, string.Join(", ", Rows(answer, "edges").Select(row => $"{row["node"]!["name"]} {row["score"]}")));
    }

    [Fact]
    public async Task A_search_shows_where_the_text_stands()
    {
        await using var store = await OpenAsync();
        var fields = new EdgesField(
            Key("edges"),
            [new HighlightsField(Key("highlights"), Shape(Of("field"), Of("start"), Of("end"), Of("text")))]
        );
        Assert.Equal(
            """{"edges":[{"highlights":[{"field":"name","start":5,"end":7,"text":"海州市外贸促进办法"}]}]}""",
            await store.AnswerAsync(new SearchRoot(new Slot(4), ["Policy"], List(fields)), [.. Ten, "促进"])
        );
    }

    [Fact]
    public async Task A_search_shows_the_quote_and_what_it_states()
    {
        await using var store = await OpenAsync();
        var highlights = new HighlightsField(
            Key("highlights"),
            Shape(
                Of("field"),
                Of("start"),
                Of("end"),
                Of("text"),
                new HighlightEvidenceField(Key("evidence"), Shape(Of("start"), new DocumentField(Key("document"), Shape(Of("title"))))),
                new HighlightStatisticField(Key("statistic"), Shape(Of("value"))),
                new HighlightFactField(
                    Key("fact"),
                    Shape(new LabelField(Key("relation")), new EdgeEndField(Key("from"), From: true, Shape(Of("name"))))
                )
            )
        );
        var root = new SearchRoot(new Slot(4), ["Place", "Agency"], List(new EdgesField(Key("edges"), [highlights])));
        Assert.Equal(
            """{"edges":[{"highlights":[{"field":"quote","start":0,"end":6,"text":"出口额130元","evidence":{"start":null,"document":{"title":"第二篇"}},"statistic":{"value":130},"fact":null}]}]}""",
            await store.AnswerAsync(root, [.. Ten, "出口额130"])
        );
        Assert.Equal(
            """{"edges":[{"highlights":[{"field":"quote","start":5,"end":8,"text":"海州市财政局会同市商务局印发《海州市外贸促进办法》","evidence":{"start":0,"document":{"title":"第一篇"}},"statistic":null,"fact":{"relation":"ISSUED","from":{"name":"海州市财政局"}}}]}]}""",
            await store.AnswerAsync(root, [.. Ten, "局会同"])
        );
    }

    [Theory]
    [InlineData(49)]
    [InlineData(50)]
    [InlineData(51)]
    public async Task A_search_looks_at_quotes_in_fifty_papers_at_most(int papers)
    {
        await using var store = await OpenEmptyAsync();
        var records = Enumerable
            .Range(0, papers)
            .Select(i =>
                First with
                {
                    Document = new DocumentHead { Title = $"第{i}篇", Source = $"{i}.txt" },
                    Entities = [First.Entities[3] with { Name = $"海州市{i}区" }],
                    Relations = [],
                }
            )
            .ToArray();
        await store.PutAsync(records);
        var root = new SearchRoot(new Slot(4), [], List(new TotalCountField(Key("totalCount")), Nodes(Of("name"))));
        var shown = JsonNode.Parse(await store.AnswerAsync(root, 100L, null, null, null, "出口额120"))!;
        Assert.Equal(Math.Min(papers, 50), shown["totalCount"]!.GetValue<int>());
        var first = records
            .OrderBy(record => Identity.Document(record).ToString(), StringComparer.Ordinal)
            .Take(50)
            .Select(record => record.Entities[0].Name);
        Assert.Equal(
            first.Order(StringComparer.Ordinal),
            shown["nodes"]!.AsArray().Select(node => node!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Shortest_paths_go_either_way_and_all_of_them_are_found()
    {
        await using var store = await OpenAsync();
        var root = new PathRoot(
            new(0),
            new(1),
            new(2),
            new(3),
            [],
            [
                new PathLengthField(Key("length")),
                new PathIncompleteField(Key("incomplete")),
                new PathsField(
                    Key("paths"),
                    [
                        new PathNodesField(Key("nodes"), Shape(Of("name"))),
                        new PathStepsField(
                            Key("steps"),
                            [new StepEdgeField(Key("relation"), new LabelField(Key("relation"))), new StepForwardField(Key("forward"))]
                        ),
                    ]
                ),
            ]
        );
        Assert.Equal(
            """{"length":2,"incomplete":false,"paths":[{"nodes":[{"name":"海州市商务局"},{"name":"海州市外贸促进办法"},{"name":"海州市财政局"}],"steps":[{"relation":"ISSUED","forward":true},{"relation":"ISSUED","forward":false}]}]}""",
            await store.AnswerAsync(root, "市商务局", "海州市财政局", 4L, 5L)
        );
        Assert.Equal(
            """{"length":null,"incomplete":false,"paths":[]}""",
            await store.AnswerAsync(root, "市商务局", "海州市财政局", 1L, 5L)
        );
        Assert.Equal("""{"length":null,"incomplete":false,"paths":[]}""", await store.AnswerAsync(root, "市商务局", "无此物", 4L, 5L));
        Assert.Equal(
            """{"length":0,"incomplete":false,"paths":[{"nodes":[{"name":"海州市"}],"steps":[]}]}""",
            await store.AnswerAsync(root, "海州市", "海州市", 4L, 5L)
        );
    }

    [Fact]
    public async Task What_stands_near_an_entity_is_counted_by_relations_and_papers()
    {
        await using var store = await OpenAsync();
        var root = new RelatedRoot(
            new ByName(new(0)),
            new(1),
            [
                new RelatedNodeField(Key("node"), Shape(Of("name"))),
                new RelatedCountField(Key("relations"), OfDocuments: false),
                new RelatedCountField(Key("papers"), OfDocuments: true),
            ]
        );
        Assert.Equal(
            """[{"node":{"name":"海州市外贸促进办法"},"relations":1,"papers":2}]""",
            await store.AnswerAsync(root, "海州市财政局", 1L)
        );
    }

    [Fact]
    public async Task Statistics_that_contradict_each_other_find_each_other()
    {
        await using var store = await OpenAsync();
        var peers = new PeersField(
            Key("conflicts"),
            Out("ABOUT"),
            ["indicator", "periodLabel", "measure"],
            ["value"],
            new(4),
            Shape(Of("value"))
        );
        var root = new ListRoot(
            "Statistic",
            List(Nodes(Of("value"), peers)) with
            {
                Order = [new PropertyOrder("value", Descending: false)],
            }
        );
        Assert.Equal(
            """{"nodes":[{"value":120,"conflicts":[{"value":130}]},{"value":130,"conflicts":[{"value":120}]}]}""",
            await store.AnswerAsync(root, [.. Ten, 10L])
        );
    }

    [Fact]
    public async Task A_document_lists_its_facts_in_the_order_of_its_text_and_those_that_it_alone_states()
    {
        await using var store = await OpenAsync();
        var fields = new ConnectionField[]
        {
            new TotalCountField(Key("totalCount")),
            new NodesField(
                Key("nodes"),
                Shape(new LabelField(Key("relation")), new EdgeEndField(Key("from"), From: true, Shape(Of("name"))))
            ),
        };
        var facts = new DocumentFactsField(Key("facts"), null, new Page(new(0), new(1), new(2), new(3)), fields);
        var alone = new DocumentFactsField(
            Key("alone"),
            new DocumentCountFilter(Comparison.Equal, new(5)),
            new Page(new(0), new(1), new(2), new(3)),
            fields
        );
        var root = new NodeRoot(["Document"], new ByProperty("title", new(4)), Shape(facts, alone));
        Assert.Equal(
            """{"facts":{"totalCount":2,"nodes":[{"relation":"ISSUED","from":{"name":"海州市财政局"}},{"relation":"ISSUED","from":{"name":"海州市商务局"}}]},"alone":{"totalCount":1,"nodes":[{"relation":"ISSUED","from":{"name":"海州市财政局"}}]}}""",
            await store.AnswerAsync(root, [.. Ten, "第一篇", 1L])
        );
    }

    [Fact]
    public async Task A_record_that_contradicts_the_ontology_is_refused_with_its_row_named()
    {
        await using var store = await OpenAsync();
        var bad = First with { Relations = [First.Relations[0] with { To = "e9" }] };
        var outcomes = await store.PutAsync(bad, Second);
        Assert.Equal([WriteEffect.Refused, WriteEffect.Unchanged], outcomes.Select(outcome => outcome.Effect));
        Assert.Contains("relations[0]", outcomes[0].Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        await using var store = await OpenAsync();
        var list = new ListRoot("Agency", List(new PageInfoField(Key("pageInfo"), [new(Key("endCursor"), PageInfoKind.EndCursor)])));
        var cursor = JsonNode.Parse(await store.AnswerAsync(list, 1L, null, null, null))!["pageInfo"]!["endCursor"]!.GetValue<string>();
        var ordered = list with { Connection = list.Connection with { Order = [new PropertyOrder("level", Descending: true)] } };
        foreach (var bad in new[] { cursor, "x", "AAAA", "" })
        {
            Assert.Equal(
                StoreErrorCode.BadCursor,
                (await Assert.ThrowsAsync<StoreException>(() => store.AnswerAsync(ordered, 1L, bad, null, null))).Code
            );
        }
    }

    private static DocumentRecord First { get; } =
        new()
        {
            Document = new DocumentHead { Title = "第一篇", Source = "1.txt" },
            Text = "海州市财政局会同市商务局印发《海州市外贸促进办法》（海商〔2024〕7号）。2023年出口额120元。",
            Entities =
            [
                new EntityRecord
                {
                    Id = "e1",
                    Type = EntityType.Agency,
                    Name = "海州市商务局",
                    Mentions = ["市商务局"],
                },
                new EntityRecord
                {
                    Id = "e2",
                    Type = EntityType.Agency,
                    Name = "海州市财政局",
                    Mentions = ["海州市财政局"],
                },
                new EntityRecord
                {
                    Id = "e3",
                    Type = EntityType.Policy,
                    Name = "海州市外贸促进办法",
                    Mentions = ["海州市外贸促进办法"],
                    Props = new SortedDictionary<string, PropertyValue>(StringComparer.Ordinal) { ["document_number"] = "海商〔2024〕7号" },
                },
                new EntityRecord
                {
                    Id = "e4",
                    Type = EntityType.Place,
                    Name = "海州市",
                    Mentions = ["海州市"],
                },
            ],
            Relations =
            [
                new RelationRecord
                {
                    Type = RelationType.Issued,
                    From = "e1",
                    To = "e3",
                    Evidence = "市商务局印发《海州市外贸促进办法》",
                },
                new RelationRecord
                {
                    Type = RelationType.Issued,
                    From = "e2",
                    To = "e3",
                    Evidence = "海州市财政局会同市商务局印发《海州市外贸促进办法》",
                },
            ],
            Statistics =
            [
                new StatisticRecord
                {
                    Value = 120,
                    Unit = "元",
                    Indicator = "出口额",
                    Subject = "e4",
                    Period = "2023",
                    Evidence = "2023年出口额120元",
                },
            ],
        };

    private static DocumentRecord Second { get; } =
        First with
        {
            Document = new DocumentHead { Title = "第二篇", Source = "2.txt" },
            Relations = [First.Relations[0]],
            Statistics = [First.Statistics[0] with { Value = 130, Evidence = "出口额130元" }],
        };

    private static IEnumerable<JsonNode> Rows(string answer, string key) => JsonNode.Parse(answer)![key]!.AsArray().Select(row => row!);

    private async Task<IGraphStore> OpenAsync()
    {
        var store = await OpenEmptyAsync();
        await store.PutAsync(First, Second);
        return store;
    }
}
