using PolicyGraph.Api.Hosting;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Searching;
using PolicyGraph.Api.Writing;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.Intake;
using PolicyGraph.Store;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph;

/// <summary>The one composition root: which store, which schema, which services.</summary>
internal static class Composition
{
    /// <summary>The longest that one statement may take: a batch of large papers on a busy server.</summary>
    private static readonly TimeSpan LongestStatement = TimeSpan.FromMinutes(5);

    /// <summary>Opens the store that <paramref name="location"/> means: a folder, or the address of a Neo4j database.</summary>
    /// <param name="createIfMissing">Whether a folder without a store becomes one; else it is an error, so that asking leaves nothing
    /// behind.</param>
    /// <exception cref="StoreException">It cannot be opened; the message says why and what to do.</exception>
    public static async Task<OpenGraph> OpenStoreAsync(string location, bool createIfMissing, CancellationToken cancellation)
    {
        var schema = PolicyGraphSchema.Load();
        var commits = new Broadcast<GraphCommit>();
        var embedded = EmbeddedStoreOptions.Default with
        {
            CreateIfMissing = createIfMissing,
            Committed = commits.Publish,
            Noted = Tell,
            Folding = ChineseFolding.Instance,
        };
        IGraphStore store = Neo4jAddress.IsAddress(location)
            ? await OpenNeo4jAsync(Neo4jAddress.Parse(location), schema.Model, commits, cancellation)
            : await EmbeddedGraphStore.OpenAsync(location, schema.Model, embedded, cancellation);
        return new OpenGraph(schema, store, commits);
    }

    private static void Tell(string note) => Console.Error.WriteLine($"policygraph: {note}");

    private static Task<Neo4jGraphStore> OpenNeo4jAsync(
        Neo4jAddress address,
        GraphModel model,
        Broadcast<GraphCommit> commits,
        CancellationToken cancellation
    )
    {
        var (user, password) = Neo4jCredentials.Of(address);
        var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), AllowAutoRedirect = false })
        {
            Timeout = LongestStatement,
        };
        return Neo4jGraphStore.OpenAsync(
            new HttpTransport(address, client, ownsClient: true, user, password),
            model,
            TimeProvider.System,
            cancellation,
            commits.Publish,
            ChineseFolding.Instance
        );
    }

    /// <summary>Puts an open graph and the API over it into a host's services.</summary>
    public static IServiceCollection AddPolicyGraph(this IServiceCollection services, OpenGraph graph, ApiAccess access) =>
        services
            .AddSingleton(graph.Schema)
            .AddSingleton(graph.Store)
            .AddSingleton(graph.Commits)
            .AddSingleton(access)
            .AddSingleton<IPaperReader, UploadedPapers>()
            .AddPolicyGraphApi();
}

/// <summary>
/// A store with the schema that it was opened with, and what it tells of its transactions: of the embedded store all there are, of Neo4j
/// those made here. Disposing of it closes the store.
/// </summary>
internal sealed record OpenGraph(PolicyGraphSchema Schema, IGraphStore Store, Broadcast<GraphCommit> Commits) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
