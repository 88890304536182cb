using FsCheck;
using FsCheck.Fluent;
using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>
/// Texts that try to break out are kept, found and answered as any other: in records, ids, names, filters and searches, on both stores
/// alike.
/// </summary>
[Collection(ServerCollection.Name)]
public sealed class HostileNamesTests : IDisposable
{
    private static readonly object?[] Page = [3L, null, null, null];

    private readonly string _folder = Directory.CreateTempSubdirectory("policygraph-").FullName;

    public static TheoryData<string, Root> Queries =>
        new()
        {
            { "id", new NodeRoot([], new ById(new(4)), Ask.Shape(Ask.Of("id"))) },
            { "ids", new NodesByIdRoot(new(5), Ask.Shape(Ask.Of("id"))) },
            { "name", new NodeRoot(["Agency", "Policy"], new ByName(new(4)), Ask.Shape(Ask.Of("name"), Ask.Of("aliases"), Mentions)) },
            { "title", new NodeRoot(["Document"], new ByProperty("title", new(4)), Ask.Shape(Ask.Of("title"), Ask.Of("source"))) },
            {
                "search",
                new SearchRoot(
                    new(4),
                    ["Agency", "Document"],
                    Ask.List(
                        new EdgesField(
                            Ask.Key("rows"),
                            [new ScoreField(Ask.Key("score")), new RowNodeField(Ask.Key("node"), Ask.Shape(Ask.Of("id")))]
                        )
                    )
                )
            },
            {
                "name among",
                new ListRoot("Agency", Ask.List(Ask.Nodes(Ask.Of("name"))) with { Filter = new NameFilter(Comparison.In, new(5)) })
            },
            {
                "name holds",
                new ListRoot("Agency", Ask.List(Ask.Nodes(Ask.Of("name"))) with { Filter = new NameFilter(Comparison.Contains, new(4)) })
            },
            {
                "name before",
                new ListRoot(
                    "Agency",
                    Ask.List(Ask.Nodes(Ask.Of("name"))) with
                    {
                        Filter = new NameFilter(Comparison.Less, new(4)),
                        Order = [new PropertyOrder("name", Descending: true)],
                    }
                )
            },
            {
                "quote",
                new ListRoot(
                    "Agency",
                    Ask.List(Ask.Nodes(Ask.Of("name"))) with
                    {
                        Filter = new EvidenceFilter(new PropertyFilter("quote", Comparison.EndsWith, new(4)), null),
                    }
                )
            },
            { "paths", new PathRoot(new(4), new(4), new(0), new(0), [], [new PathLengthField(Ask.Key("length"))]) },
            {
                "related",
                new RelatedRoot(new ByName(new(4)), new(0), [new RelatedNodeField(Ask.Key("entity"), Ask.Shape(Ask.Of("name")))])
            },
            {
                "groups",
                new GroupsRoot(
                    "Agency",
                    new Grouping(
                        new NameFilter(Comparison.StartsWith, new(4)),
                        [new GroupKey([], "name", DatePart.Whole)],
                        [],
                        [],
                        new(0),
                        new(1),
                        [new GroupKeyField(Ask.Key("name"), 0)]
                    )
                )
            },
        };

    private static EvidenceField Mentions => new(Ask.Key("mentions"), new(0), Ask.Shape(Ask.Of("quote")));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ServerFact]
    public async Task Both_stores_answer_alike_and_nothing_breaks_out()
    {
        await using var server = await (await Neo4jServer.GetAsync()).OpenEmptyAsync();
        await using var embedded = await EmbeddedGraphStore.OpenAsync(
            _folder,
            TestModel.Model,
            EmbeddedStoreOptions.Default,
            CancellationToken.None
        );
        IReadOnlyList<string> texts = [.. HostileTexts.All, .. Generated().Except(HostileTexts.All)];
        var records = texts.Chunk(12).Select(Paper).ToArray();
        Assert.All(await server.PutAsync(records), outcome => Assert.Equal(WriteEffect.Added, outcome.Effect));
        await embedded.PutAsync(records);

        foreach (var row in Queries)
        {
            var root = (Root)row[1];
            var (one, other) = (embedded.Prepare(new GraphQuery(root)), server.Prepare(new GraphQuery(root)));
            foreach (var text in texts)
            {
                object?[] values = [.. Page, text, new List<object?> { text, "x", "agency_" + text }];
                Assert.Equal((row[0], text, await AnswerAsync(one, values)), (row[0], text, await AnswerAsync(other, values)));
            }
        }

        Assert.Equal(texts.Count, (await server.StatusAsync(CancellationToken.None)).Nodes["Agency"]);
    }

    /// <summary>Texts from a seed, of any characters that are whole.</summary>
    private static IEnumerable<string> Generated() =>
        ArbMap
            .Default.GeneratorFor<NonEmptyString>()
            .Select(text => new string([.. text.Get.Where(unit => !char.IsSurrogate(unit))]))
            .Where(text => text.Trim().Length > 0)
            .Sample(40, new Rnd(7, 9), 20)
            .Distinct();

    private static DocumentRecord Paper(string[] names, int number) =>
        new()
        {
            Document = new DocumentHead
            {
                Title = names[0],
                Source = $"{names[0]}.txt",
                Published = "2024-01-01",
            },
            Text = $"第{number}篇",
            Entities =
            [
                .. names.Select(
                    (name, i) =>
                        new EntityRecord
                        {
                            Id = $"e{i}",
                            Type = EntityType.Agency,
                            Name = name,
                            Mentions = [name],
                            Aliases = [$"{name}之称"],
                        }
                ),
            ],
            Relations =
            [
                .. names
                    .Skip(1)
                    .Select(
                        (name, i) =>
                            new RelationRecord
                            {
                                Type = RelationType.CooperatesWith,
                                From = "e0",
                                To = $"e{i + 1}",
                                Evidence = $"与{name}",
                            }
                    ),
            ],
        };

    private static async Task<string> AnswerAsync(IPreparedQuery query, object?[] values)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        await query.WriteAsync(new Parameters(values), output, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
