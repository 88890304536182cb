using System.Text.Json;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Plain;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.Store;

namespace PolicyGraph.Api.Tests.Paging;

/// <summary>Pages joined are the whole list, whatever its order, in both directions, and while papers come and go.</summary>
public sealed class PagingTests
{
    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    [Theory]
    [InlineData("policies", "[]", 1)]
    [InlineData("policies", "[{issuedOn: DESC}]", 2)]
    [InlineData("agencies", "[{issued: {count: DESC}}, {name: ASC}]", 2)]
    [InlineData("statistics", "[{value: ASC}]", 7)]
    [InlineData("statistics", "[{period: {end: DESC}}, {documentCount: ASC}]", 3)]
    [InlineData("documents", "[{publishedOn: ASC}]", 2)]
    public async Task Pages_joined_are_the_whole_list(string list, string order, int size)
    {
        await using var store = await TestStore.OpenAsync(Api, new RandomPapers(11).Make(8));
        var whole = await IdsAsync(store.Graph, $"{{ {list}(first: 1000, orderBy: {order}) {{ nodes {{ id }} }} }}", list);
        Assert.Equal(whole, await WalkAsync(store.Graph, list, order, size, "first", "after", "endCursor", "hasNextPage"));
        Assert.Equal(whole, await WalkAsync(store.Graph, list, order, size, "last", "before", "startCursor", "hasPreviousPage"));
    }

    [Fact]
    public async Task What_stays_is_met_exactly_once_while_papers_come_and_go()
    {
        var papers = new RandomPapers(12).Make(12);
        await using var store = await TestStore.OpenAsync(Api, papers.Take(8));
        const string Whole = "{ statistics(first: 1000) { nodes { id } } }";
        var before = await IdsAsync(store.Graph, Whole, "statistics");
        var changes = new Queue<Func<Task>>([
            () => TestStore.TakeInAsync(store.Graph, papers.Skip(8).Take(2)),
            async () => await store.Graph.RemoveAsync($"document_{papers[0].Document.Hash![..16]}", CancellationToken.None),
            () => TestStore.TakeInAsync(store.Graph, papers.Skip(10)),
        ]);
        var met = await WalkAsync(store.Graph, "statistics", "[{value: DESC}]", 4, "first", "after", "endCursor", "hasNextPage", changes);
        var stayed = before.Intersect(await IdsAsync(store.Graph, Whole, "statistics")).ToList();
        Assert.Empty(changes);
        Assert.Equal(met.Distinct(), met);
        Assert.Empty(stayed.Except(met));
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        await using var store = await TestStore.OpenAsync(Api, new RandomPapers(13).Make(3));
        var engine = Api.CreateEngine(store.Graph);
        var cursor = (await engine.DataAsync("{ places(first: 1) { pageInfo { endCursor } } }"))
            .GetProperty("places")
            .GetProperty("pageInfo")
            .GetProperty("endCursor")
            .GetString();
        var response = await engine.AskAsync(
            $"{{ places(first: 1, after: \"{cursor}\", orderBy: [{{code: ASC}}]) {{ totalCount nodes {{ id }} }} }}"
        );
        Assert.Equal("BAD_USER_INPUT", response.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    private static async Task<List<string>> WalkAsync(
        IGraphStore store,
        string list,
        string order,
        int size,
        string bound,
        string cursor,
        string edge,
        string more,
        Queue<Func<Task>>? changes = null
    )
    {
        var engine = Api.CreateEngine(store);
        var met = new List<string>();
        for (string? at = null; ; )
        {
            var after = at is null ? "" : $", {cursor}: \"{at}\"";
            var page = (
                await engine.DataAsync(
                    $"{{ {list}({bound}: {size}, orderBy: {order}{after}) {{ nodes {{ id }} pageInfo {{ {edge} {more} }} }} }}"
                )
            ).GetProperty(list);
            met.InsertRange(bound == "first" ? met.Count : 0, Ids(page));
            var info = page.GetProperty("pageInfo");
            if (!info.GetProperty(more).GetBoolean())
            {
                return met;
            }

            at = info.GetProperty(edge).GetString();
            await (changes is not null && changes.TryDequeue(out var change) ? change() : Task.CompletedTask);
        }
    }

    private static async Task<List<string>> IdsAsync(IGraphStore store, string operation, string list) =>
        [.. Ids((await Api.CreateEngine(store).DataAsync(operation)).GetProperty(list))];

    private static IEnumerable<string> Ids(JsonElement page) =>
        page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString() ?? "");
}
