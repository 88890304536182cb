using System.Text.Json.Nodes;
using PolicyGraph.Store.Conformance.Plain;
using PolicyGraph.Store.Conformance.Randomized;
using PolicyGraph.Store.Queries;
using static PolicyGraph.Store.Conformance.Ask;

namespace PolicyGraph.Store.Conformance;

/// <summary>
/// What every store must do, whichever it is: its answers are held against a plain evaluation of the same documents. Each store's tests
/// derive from it.
/// </summary>
public abstract class StoreConformance
{
    /// <summary>A store that holds nothing, opened with <see cref="TestFolding"/>.</summary>
    protected abstract Task<IGraphStore> OpenEmptyAsync();

    private static readonly string[] Searched =
    [
        "甲",
        "agency",
        "称",
        "n",
        "通知1",
        "2021",
        "o",
        "乙Pol",
        "ja",
        "戊Zome",
        "丁Plbce",
        "的产值",
        "与",
        "Agency与",
        "y与丙",
    ];

    /// <summary>Queries put to the store after each of three rounds of writing; a store that plans each text anew takes fewer.</summary>
    protected virtual int QueriesPerRound => 40;

    /// <summary>Random queries over random papers are answered as the plain evaluation does.</summary>
    protected async Task CompareAsync(int seed)
    {
        await using var store = await OpenEmptyAsync();
        var held = new HeldDocuments();
        var records = new RandomRecords(seed);
        var random = new Random(seed);
        for (var round = 0; round < 3; round++)
        {
            var batch = Enumerable.Range(0, 12).Select(_ => records.Next()).ToArray();
            await store.PutAsync(batch);
            held.Put(batch);
            await RemoveOneAsync(store, held, random);
            var graph = new PlainGraph(TestModel.Model, held.All);
            await CompareAsync(store, graph, new RandomQueries(TestModel.Model, (seed * 10) + round));
            await PageAsync(store, graph);
        }
    }

    /// <summary>
    /// Pages of a search, each longer than those before, put together are the list that the plain evaluation finds: a store may stop
    /// looking once a page is full.
    /// </summary>
    private static async Task PageAsync(IGraphStore store, PlainGraph graph)
    {
        var edges = new EdgesField(
            Key("edges"),
            [new RowNodeField(Key("node"), Shape(Of("id"))), new ScoreField(Key("score")), new CursorField(Key("cursor"))]
        );
        var root = new SearchRoot(new Slot(4), [], List(edges));
        foreach (var text in Searched)
        {
            var whole = new PlainAnswers(graph, new([1000L, null, null, null, text]), TestFolding.Instance).Answer(root);
            var pages = new JsonArray();
            int count;
            do
            {
                var (first, after) = (3L + (2 * pages.Count), (string?)pages.LastOrDefault()?["cursor"]);
                var page = JsonNode.Parse(await store.AnswerAsync(root, first, after, null, null, text))!["edges"]!.AsArray();
                count = page.Count;
                Array.ForEach([.. page], row => pages.Add(row?.DeepClone()));
            } while (count > 0);

            Assert.Equal(whole, new JsonObject { ["edges"] = pages }.ToJsonString(PlainAnswers.Spelling));
        }
    }

    private static async Task RemoveOneAsync(IGraphStore store, HeldDocuments held, Random random)
    {
        var gone = held.Ids[random.Next(held.Ids.Count)];
        Assert.False(await store.RemoveAsync(gone.Replace("document_", "policy_", StringComparison.Ordinal), CancellationToken.None));
        Assert.True(await store.RemoveAsync(gone, CancellationToken.None));
        Assert.False(await store.RemoveAsync(gone, CancellationToken.None));
        held.Remove(gone);
    }

    private async Task CompareAsync(IGraphStore store, PlainGraph graph, RandomQueries queries)
    {
        var length = 0;
        string[] ids = [.. graph.Nodes.Select(node => node.Id).Order(StringComparer.Ordinal)];
        for (var i = 0; i < QueriesPerRound; i++)
        {
            var (root, values) = queries.Next(ids);
            var expected = new PlainAnswers(graph, new(values), TestFolding.Instance).Answer(root);
            Assert.Equal(expected, await store.AnswerAsync(root, values));
            length += expected.Length;
        }

        Assert.True(length > 60 * QueriesPerRound, "The queries found next to nothing, so they proved nothing.");
    }
}
