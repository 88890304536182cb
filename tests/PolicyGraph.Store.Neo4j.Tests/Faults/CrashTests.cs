using System.Globalization;
using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Randomized;
using PolicyGraph.Store.Neo4j.Transport;
using PolicyGraph.Store.Queries;
using Xunit.Abstractions;

namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>
/// The server is killed in the middle of a bulk ingest and of queries, again and again; started again, it has all that was acknowledged,
/// those who ask are answered without opening the store anew, and the whole comes out as if nothing had been. <c>POLICYGRAPH_KILLS</c> says
/// how often; the server is its own, so this runs beside the other tests.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output) : IDisposable
{
    private const string Variable = "POLICYGRAPH_KILLS";
    private const int FewKills = 4;
    private const int Papers = 260;

    /// <summary>So few that a kill falls between transactions as often as within one.</summary>
    private const int PapersPerTransaction = 64;

    /// <summary>So soon whoever asks hears that the server is gone.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly ListRoot Agencies = new(
        "Agency",
        Ask.List(Ask.Nodes(Ask.Of("name")), new TotalCountField(Ask.Key("totalCount")))
    );

    private readonly string _home = Directory.CreateTempSubdirectory("policygraph-neo4j-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [OwnServerFact]
    public async Task Killed_at_random_moments_it_loses_and_doubles_nothing()
    {
        var kills = int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var wanted)
            ? wanted
            : FewKills;
        var papers = Records();
        var random = new Random(20);
        var server = await Neo4jServer.StartBriefAsync(_home);
        await using var reader = await OpenAsync(server, server.Transport(new HttpClient { Timeout = TimeSpan.FromMinutes(1) }));
        for (var kill = 0; kill < kills; kill++)
        {
            // Opening takes a few requests, a transaction some twenty, the whole some sixty.
            var handler = new KillingHandler(server, random.Next(4, 60), random.Next(3));
            var reading = ReadAsync(reader);
            var acknowledged = await IngestAsync(server, handler, papers);
            var (asked, heard) = await reading;
            server = await server.RestartAsync(_home);
            output.WriteLine(
                $"kill {kill + 1}: {acknowledged.Count} papers acknowledged, {asked} queries answered, the failure heard after {(heard - handler.KilledAt).TotalMilliseconds:F0} ms"
            );
            Assert.InRange(heard - handler.KilledAt, -Soon, Soon);
            Assert.Contains("totalCount", await AskAsync(reader), StringComparison.Ordinal);
            await AssertThereAsync(reader, acknowledged);
        }

        await reader.PutAsync(papers);
        Assert.All(await reader.PutAsync(papers), outcome => Assert.Equal(WriteEffect.Unchanged, outcome.Effect));
        var survived = await GraphText.ReadAsync(server);
        await using (var undisturbed = await server.OpenEmptyAsync())
        {
            await undisturbed.PutAsync(papers);
        }

        Assert.Equal(await GraphText.ReadAsync(server), survived);
        await server.KillAsync();
    }

    private static Task<Neo4jGraphStore> OpenAsync(Neo4jServer server, HttpTransport transport) =>
        Neo4jGraphStore.OpenAsync(transport, TestModel.Model, new HurriedTime(), CancellationToken.None, folding: TestFolding.Instance);

    private static DocumentRecord[] Records()
    {
        var random = new RandomRecords(3);
        return
        [
            .. Enumerable
                .Range(0, Papers)
                .Select(i => random.Next())
                .Select((record, i) => record with { Document = record.Document with { Title = $"第{i}号", Source = $"{i}.txt" } }),
        ];
    }

    /// <summary>Asks until the server is gone; how often it was answered, and when it heard.</summary>
    private static async Task<(int Answered, DateTime Heard)> ReadAsync(Neo4jGraphStore store)
    {
        for (var answered = 0; ; answered++)
        {
            try
            {
                Assert.Contains("totalCount", await AskAsync(store), StringComparison.Ordinal);
            }
            catch (StoreException failure)
            {
                Assert.Equal(StoreErrorCode.Unavailable, failure.Code);
                return (answered, DateTime.UtcNow);
            }
        }
    }

    private static Task<string> AskAsync(Neo4jGraphStore store) => store.AnswerAsync(Agencies, 10L, null, null, null);

    /// <summary>Takes papers in until the server is gone; what was acknowledged.</summary>
    private static async Task<List<string>> IngestAsync(Neo4jServer server, KillingHandler handler, DocumentRecord[] papers)
    {
        var acknowledged = new List<string>();
        var failure = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var store = await OpenAsync(server, server.Transport(new HttpClient(handler)));
            store.DocumentsPerTransaction = PapersPerTransaction;
            while (true)
            {
                await foreach (var outcome in store.WriteAsync(papers.ToAsyncEnumerable(), CancellationToken.None))
                {
                    acknowledged.Add(outcome.DocumentId);
                }
            }
        });
        Assert.Equal(StoreErrorCode.Unavailable, failure.Code);
        return acknowledged;
    }

    private static async Task AssertThereAsync(Neo4jGraphStore store, List<string> acknowledged)
    {
        var there = (
            await store.ExportAsync(CancellationToken.None).Select(record => Facts.Identity.Document(record).ToString()).ToListAsync()
        ).ToHashSet();
        Assert.Subset(there, acknowledged.ToHashSet());
    }
}
