using PolicyGraph.Model;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>
/// Between the store and the server things break: what may be done again is, what was acknowledged is there once, and the caller hears what
/// happened.
/// </summary>
[Collection(ServerCollection.Name)]
public class ProxyTests
{
    private static readonly ListRoot Agencies = new("Agency", Ask.List(Ask.Nodes(Ask.Of("name"))));

    [ServerTheory]
    [InlineData(Fault.CutResponse)]
    [InlineData(Fault.DropRequest)]
    [InlineData(Fault.Unready)]
    [InlineData(Fault.Garbage)]
    public async Task What_breaks_twice_is_done_again(Fault fault)
    {
        await using var way = await Way.OpenAsync();

        way.Proxy.Break(fault, times: 2);
        Assert.Equal(WriteEffect.Added, Assert.Single(await way.Store.PutAsync(Paper("甲局"))).Effect);
        way.Proxy.Break(fault, times: 2);

        Assert.Contains("甲局", await way.AskAsync(), StringComparison.Ordinal);
    }

    [ServerTheory]
    [InlineData(Fault.CutResponse, "cut off")]
    [InlineData(Fault.DropRequest, "Neo4j at")]
    [InlineData(Fault.Unready, "not ready")]
    [InlineData(Fault.Garbage, "no JSON")]
    public async Task What_stays_broken_is_said_and_the_store_works_on_when_it_is_mended(Fault fault, string words)
    {
        await using var way = await Way.OpenAsync();
        await way.Store.PutAsync(Paper("甲局"));

        way.Proxy.Break(fault, times: int.MaxValue);
        var failures = new[]
        {
            await Assert.ThrowsAsync<StoreException>(way.AskAsync),
            await Assert.ThrowsAsync<StoreException>(() => way.Store.PutAsync(Paper("乙局"))),
            await Assert.ThrowsAsync<StoreException>(async () => await way.Store.StatusAsync(CancellationToken.None)),
        };
        way.Proxy.Break(fault, times: 0);

        Assert.All(failures, failure => Assert.Equal(StoreErrorCode.Unavailable, failure.Code));
        Assert.All(failures, failure => Assert.Contains(words, failure.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("乙局", await way.AskAsync(), StringComparison.Ordinal);
        Assert.Equal(1, (await way.Store.StatusAsync(CancellationToken.None)).Documents);
    }

    [ServerFact]
    public async Task Whichever_response_of_a_write_is_cut_the_paper_is_there_once_and_told_of_once()
    {
        await using var way = await Way.OpenAsync();
        await way.Store.PutAsync(Paper("甲局"), Paper("乙局"));
        var expected = await GraphText.ReadAsync(way.Server);
        for (var after = 0; after < 12; after++)
        {
            Assert.True(
                await way.Store.RemoveAsync(Assert.Single(await way.Store.PutAsync(Paper("乙局"))).DocumentId, CancellationToken.None)
            );
            way.Commits.Clear();
            way.Proxy.Break(Fault.CutResponse, times: 1, after);

            var outcome = Assert.Single(await way.Store.PutAsync(Paper("乙局")));
            way.Proxy.Break(Fault.CutResponse, times: 0);

            Assert.True(outcome.Effect is WriteEffect.Added, $"{after}: {outcome.Effect}");
            Assert.Equal(outcome.DocumentId, Assert.Single(Assert.Single(way.Commits).Documents).DocumentId);
            Assert.Equal(expected, await GraphText.ReadAsync(way.Server));
        }
    }

    [ServerFact]
    public async Task One_that_does_not_answer_is_waited_for_no_longer_than_is_allowed()
    {
        await using var way = await Way.OpenAsync(TimeSpan.FromSeconds(2));

        way.Proxy.Break(Fault.Silence, times: 1);
        var failure = await Assert.ThrowsAsync<StoreException>(way.AskAsync);

        Assert.Contains("within 2 s", failure.Message, StringComparison.Ordinal);
        Assert.Contains("nodes", await way.AskAsync(), StringComparison.Ordinal);
    }

    [ServerTheory]
    [InlineData(0)]
    [InlineData(6)]
    public async Task What_is_late_comes_once_and_nobody_else_waits_for_it(int after)
    {
        await using var way = await Way.OpenAsync();
        await way.Store.PutAsync(Paper("甲局"));

        way.Proxy.Break(Fault.Delay, times: 1, after);
        var late = way.Store.PutAsync(Paper("乙局"));
        await way.Proxy.Holding;
        Assert.DoesNotContain("乙局", await way.AskAsync(), StringComparison.Ordinal);
        Assert.False(late.IsCompleted);
        way.Proxy.Release();

        Assert.Equal(WriteEffect.Added, Assert.Single(await late).Effect);
        Assert.Contains("乙局", await way.AskAsync(), StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task Whoever_waits_for_what_is_late_can_leave()
    {
        await using var way = await Way.OpenAsync();
        using var cancel = new CancellationTokenSource();

        way.Proxy.Break(Fault.Delay, times: 1);
        var late = way.Store.StatusAsync(cancel.Token).AsTask();
        await way.Proxy.Holding;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
    }

    [ServerFact]
    public async Task A_writer_takes_no_more_from_its_source_than_this_transaction_and_the_next_hold()
    {
        await using var way = await Way.OpenAsync();
        var taken = 0;
        var papers = Enumerable.Range(0, 1600).Select(i => (taken++, Paper: Paper($"第{i}局"))).Select(pair => pair.Paper);

        await foreach (var outcome in way.Store.WriteAsync(papers.ToAsyncEnumerable(), CancellationToken.None))
        {
            break;
        }

        Assert.InRange(taken, 1, 1025);
    }

    private static DocumentRecord Paper(string agency) =>
        new()
        {
            Document = new DocumentHead { Title = $"{agency}的通知", Source = $"{agency}.txt" },
            Entities =
            [
                new EntityRecord
                {
                    Id = "e0",
                    Type = EntityType.Agency,
                    Name = agency,
                    Mentions = [agency],
                },
            ],
        };

    /// <summary>A store over an empty database, with the proxy between.</summary>
    private sealed class Way(Neo4jServer server, FaultyProxy proxy, Neo4jGraphStore store, List<GraphCommit> commits) : IAsyncDisposable
    {
        /// <summary>What the store told of.</summary>
        public List<GraphCommit> Commits => commits;

        public Neo4jServer Server => server;

        public FaultyProxy Proxy => proxy;

        public Neo4jGraphStore Store => store;

        public static async Task<Way> OpenAsync(TimeSpan? limit = null)
        {
            var server = await Neo4jServer.GetAsync();
            await (await server.OpenEmptyAsync()).DisposeAsync();
            var proxy = new FaultyProxy(server.Address.Server);
            var client = new HttpClient { Timeout = limit ?? TimeSpan.FromMinutes(1) };
            var commits = new List<GraphCommit>();
            return new(
                server,
                proxy,
                await Neo4jGraphStore.OpenAsync(
                    server.Transport(client, proxy.Address),
                    TestModel.Model,
                    new HurriedTime(),
                    CancellationToken.None,
                    commits.Add
                ),
                commits
            );
        }

        public Task<string> AskAsync() => store.AnswerAsync(Agencies, 10L, null, null, null);

        public async ValueTask DisposeAsync()
        {
            await store.DisposeAsync();
            await proxy.DisposeAsync();
        }
    }
}
