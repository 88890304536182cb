using System.Text;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Model;

namespace PolicyGraph.Api.Tests.Watching;

/// <summary>What subscribers hear of papers that come and go.</summary>
public sealed class SubscriptionTests
{
    private const string Ingested =
        "subscription($types: [NodeKind!], $naming: [ID!]) { documentIngested(types: $types, naming: $naming) { effect replaced document { title mentions { nodes { name } } } } }";

    private static readonly DocumentRecord Office = Paper("office", EntityType.Agency, "甲局");
    private static readonly DocumentRecord Town = Paper("town", EntityType.Place, "乙城");

    [Fact]
    public async Task A_paper_is_told_once_it_is_in()
    {
        await using var store = await WatchedStore.OpenAsync();
        await using var heard = Listen(store, Ingested);
        await store.TakeInAsync(Office);
        Assert.Equal(
            """{"data":{"documentIngested":{"effect":"added","replaced":null,"document":{"title":"office","mentions":{"nodes":[{"name":"甲局"}]}}}}}""",
            await heard.NextAsync()
        );
    }

    [Fact]
    public async Task Of_many_papers_those_are_told_that_were_asked_for()
    {
        await using var store = await WatchedStore.OpenAsync();
        await using var heard = Listen(store, Ingested, """{"types":["Place"]}""");
        await store.TakeInAsync(Office, Town);
        Assert.Contains("乙城", await heard.NextAsync());
    }

    [Fact]
    public async Task A_thing_is_watched_by_its_id()
    {
        await using var store = await WatchedStore.OpenAsync();
        await store.TakeInAsync(Town);
        using var output = new PooledBuffer();
        await store
            .Engine()
            .ExecuteAsync(
                new GraphQLRequest { Query = Encoding.UTF8.GetBytes("{ place(name: \"乙城\") { id } }") },
                output,
                host: null,
                CancellationToken.None
            );
        var id = System
            .Text.Json.JsonElement.Parse(output.WrittenSpan)
            .GetProperty("data")
            .GetProperty("place")
            .GetProperty("id")
            .GetString();
        await using var heard = Listen(store, Ingested, $$"""{"naming":["{{id}}"]}""");
        await store.TakeInAsync(Office, Paper("town again", EntityType.Place, "乙城"));
        Assert.Contains("town again", await heard.NextAsync());
    }

    [Fact]
    public async Task What_is_no_id_is_refused()
    {
        await using var store = await WatchedStore.OpenAsync();
        await using var heard = Listen(store, Ingested, """{"naming":["乙城"]}""");
        Assert.Contains("BAD_USER_INPUT", await heard.NextAsync());
    }

    [Fact]
    public async Task A_paper_that_comes_or_goes_is_one_change_with_what_was_touched()
    {
        await using var store = await WatchedStore.OpenAsync();
        await using var heard = Listen(store, "subscription { changed { types ingested removed } }");
        var id = await store.TakeInAsync(Town);
        Assert.Equal(
            $$$$"""{"data":{"changed":{"types":["Document","Place"],"ingested":["{{{{id}}}}"],"removed":[]}}}""",
            await heard.NextAsync()
        );
        await store.Graph.RemoveAsync(id, CancellationToken.None);
        Assert.Equal(
            $$$$"""{"data":{"changed":{"types":["Document","Place"],"ingested":[],"removed":["{{{{id}}}}"]}}}""",
            await heard.NextAsync()
        );
    }

    [Fact]
    public async Task What_a_replaced_version_said_is_touched_too()
    {
        await using var store = await WatchedStore.OpenAsync();
        await store.TakeInAsync(WithSource(Office));
        await using var heard = Listen(store, "subscription { changed(types: [Agency]) { types ingested } }");
        var id = await store.TakeInAsync(WithSource(Town));
        Assert.Equal($$$$"""{"data":{"changed":{"types":["Agency"],"ingested":["{{{{id}}}}"]}}}""", await heard.NextAsync());
    }

    [Fact]
    public async Task The_same_paper_again_is_no_change()
    {
        await using var store = await WatchedStore.OpenAsync();
        await store.TakeInAsync(Office);
        await using var heard = Listen(store, "subscription { changed { types } }");
        await store.TakeInAsync(Office);
        await store.TakeInAsync(Town);
        Assert.Equal("""{"data":{"changed":{"types":["Document","Place"]}}}""", await heard.NextAsync());
    }

    [Fact]
    public async Task A_service_that_is_told_of_no_changes_says_so()
    {
        await using var store = await WatchedStore.OpenAsync();
        await using var heard = new Heard(WatchedStore.Api.CreateEngine(store.Graph), "subscription { changed { types } }", "");
        Assert.Contains("told of no changes", await heard.NextAsync());
    }

    private static Heard Listen(WatchedStore store, string operation, string variables = "") => new(store.Engine(), operation, variables);

    private static DocumentRecord Paper(string title, EntityType type, string name) =>
        new()
        {
            Document = new DocumentHead { Title = title },
            Entities =
            [
                new EntityRecord
                {
                    Id = "e1",
                    Type = type,
                    Name = name,
                    Mentions = [name],
                },
            ],
            Text = $"{title}{name}",
        };

    private static DocumentRecord WithSource(DocumentRecord paper) =>
        paper with
        {
            Document = paper.Document with { Source = "paper.txt" },
        };

    /// <summary>The responses of a subscription that stands from the start.</summary>
    private sealed class Heard : IAsyncDisposable
    {
        private readonly CancellationTokenSource _patience = new(TimeSpan.FromSeconds(20));
        private readonly IAsyncEnumerator<OperationResponse> _responses;
        private ValueTask<bool> _next;

        public Heard(GraphQLEngine engine, string operation, string variables)
        {
            var request = new GraphQLRequest { Query = Encoding.UTF8.GetBytes(operation), Variables = Encoding.UTF8.GetBytes(variables) };
            _responses = engine.StreamAsync(request, host: null, _patience.Token).GetAsyncEnumerator(_patience.Token);
            _next = _responses.MoveNextAsync();
        }

        public async Task<string> NextAsync()
        {
            Assert.True(await _next);
            var json = Encoding.UTF8.GetString(_responses.Current.Json.Span);
            _next = _responses.MoveNextAsync();
            return json;
        }

        public async ValueTask DisposeAsync()
        {
            await _patience.CancelAsync();
            try
            {
                await _next;
            }
            catch (OperationCanceledException)
            {
                // As it was told to.
            }

            await _responses.DisposeAsync();
            _patience.Dispose();
        }
    }
}
