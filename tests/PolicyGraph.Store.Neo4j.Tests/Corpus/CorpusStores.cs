using System.Text;
using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Tests.Program;

namespace PolicyGraph.Store.Neo4j.Tests.Corpus;

/// <summary>
/// The real papers, taken in by the program into a folder and into the server; opened for questions. Nothing where either is missing.
/// </summary>
public sealed class CorpusStores : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("policygraph-").FullName;
    private readonly List<IGraphStore> _stores = [];

    public static string Papers { get; } = Path.GetFullPath(Path.Combine(SchemaFileTests.Root(), "..", "shared", "corpus"));

    private GraphQLEngine Embedded { get; set; } = null!; // Set where a test is not skipped.

    private GraphQLEngine Server { get; set; } = null!; // As above.

    public async Task InitializeAsync()
    {
        if (CorpusTheoryAttribute.Missing is not null)
        {
            return;
        }

        var (api, server) = (PolicyGraphSchema.Load(), await Neo4jServer.GetAsync());
        await using (await server.OpenEmptyAsync()) { }

        await IngestAsync(_folder);
        await IngestAsync(server.AddressWithCredentials);
        _stores.Add(await EmbeddedGraphStore.OpenAsync(_folder, api.Model, EmbeddedStoreOptions.Default, CancellationToken.None));
        _stores.Add(await Neo4jGraphStore.OpenAsync(server.Transport(), api.Model, TimeProvider.System, CancellationToken.None));
        (Embedded, Server) = (api.CreateEngine(_stores[0], new EngineOptions()), api.CreateEngine(_stores[1], new EngineOptions()));
    }

    /// <summary>The response of each store, as text.</summary>
    public async Task<(string Embedded, string Server)> AskAsync(string operation) =>
        (await AskAsync(Embedded, operation), await AskAsync(Server, operation));

    public async Task DisposeAsync()
    {
        foreach (var store in _stores)
        {
            await store.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static async Task IngestAsync(string store)
    {
        var run = await ProgramRun.RunAsync(Path.GetTempPath(), "ingest", Papers, "--store", store);
        Assert.True(run.ExitCode == 0, run.Error);
    }

    private static async Task<string> AskAsync(GraphQLEngine engine, string operation)
    {
        using var output = new PooledBuffer();
        await engine.ExecuteAsync(new GraphQLRequest { Query = Encoding.UTF8.GetBytes(operation) }, output, null, CancellationToken.None);
        return Encoding.UTF8.GetString(output.WrittenMemory.Span);
    }
}
