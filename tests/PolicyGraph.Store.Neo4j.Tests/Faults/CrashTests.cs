using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Randomized;

namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>The server is killed in the middle of a bulk ingest, again and again; started again, it has all that was acknowledged, and the whole comes out as if nothing had been.</summary>
[Collection(ServerCollection.Name)]
public sealed class CrashTests : IDisposable
{
    private const int Kills = 2;
    private const int Papers = 260;

    private readonly string home = Directory.CreateTempSubdirectory("policygraph-neo4j-").FullName;

    public void Dispose() => Directory.Delete(home, recursive: true);

    [OwnServerFact]
    public async Task Killed_at_random_moments_it_loses_and_doubles_nothing()
    {
        var papers = Records();
        var clean = await Neo4jServer.GetAsync();
        await using (var store = await clean.OpenEmptyAsync())
        {
            await store.PutAsync(papers);
        }

        var expected = await GraphText.ReadAsync(clean);
        var random = new Random(20);
        var server = await Neo4jServer.StartOwnAsync("--home", home);
        for (var kill = 0; kill < Kills; kill++)
        {
            // Opening takes some fifty requests the first time, a transaction some twenty.
            var handler = new KillingHandler(server, random.Next(kill == 0 ? 65 : 10, kill == 0 ? 100 : 40), random.Next(3));
            var acknowledged = await IngestAsync(server, handler, papers);
            server = await Neo4jServer.StartOwnAsync("--home", home);
            await AssertThereAsync(server, acknowledged);
        }

        await using (var store = await Neo4jGraphStore.OpenAsync(server.Transport(), TestModel.Model, new HurriedTime(), CancellationToken.None, folding: TestFolding.Instance))
        {
            await store.PutAsync(papers);
            Assert.All(await store.PutAsync(papers), outcome => Assert.Equal(WriteEffect.Unchanged, outcome.Effect));
        }

        Assert.Equal(expected, await GraphText.ReadAsync(server));
        await server.KillAsync();
    }

    private static DocumentRecord[] Records()
    {
        var random = new RandomRecords(3);
        return [.. Enumerable.Range(0, Papers).Select(i => random.Next()).Select((record, i) => record with { Document = record.Document with { Title = $"第{i}号", Source = $"{i}.txt" } })];
    }

    /// <summary>Takes papers in until the server is gone; what was acknowledged.</summary>
    private static async Task<List<string>> IngestAsync(Neo4jServer server, KillingHandler handler, DocumentRecord[] papers)
    {
        var acknowledged = new List<string>();
        var failure = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = await Neo4jGraphStore.OpenAsync(server.Transport(new HttpClient(handler)), TestModel.Model, new HurriedTime(), CancellationToken.None, folding: TestFolding.Instance);
            await foreach (var outcome in store.WriteAsync(papers.ToAsyncEnumerable(), CancellationToken.None))
            {
                acknowledged.Add(outcome.DocumentId);
            }
        });
        Assert.Equal(StoreErrorCode.Unavailable, failure.Code);
        return acknowledged;
    }

    private static async Task AssertThereAsync(Neo4jServer server, List<string> acknowledged)
    {
        await using var store = await Neo4jGraphStore.OpenAsync(server.Transport(), TestModel.Model, TimeProvider.System, CancellationToken.None, folding: TestFolding.Instance);
        var there = (await store.ExportAsync(CancellationToken.None).Select(record => Facts.Identity.Document(record).ToString()).ToListAsync()).ToHashSet();
        Assert.Subset(there, acknowledged.ToHashSet());
    }
}
