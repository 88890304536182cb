using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL.Execution;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.Model;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Embedded;

namespace PolicyGraph.Api.Tests.Watching;

/// <summary>An embedded store in a folder of its own whose transactions an engine is told of.</summary>
internal sealed class WatchedStore : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"policygraph-watch-{Guid.NewGuid():N}");

    private WatchedStore(Broadcast<GraphCommit> commits) => Commits = commits;

    public static PolicyGraphSchema Api { get; } = PolicyGraphSchema.Load();

    public Broadcast<GraphCommit> Commits { get; }

    public EmbeddedGraphStore Graph { get; private set; } = null!; // Set by OpenAsync before anybody has it.

    public static async Task<WatchedStore> OpenAsync()
    {
        var store = new WatchedStore(new Broadcast<GraphCommit>());
        store.Graph = await EmbeddedGraphStore.OpenAsync(
            store._folder,
            Api.Model,
            new EmbeddedStoreOptions { Committed = store.Commits.Publish },
            CancellationToken.None
        );
        return store;
    }

    public GraphQLEngine Engine() => Api.CreateEngine(Graph, commits: Commits);

    /// <summary>Takes papers in, in one transaction or several as they arrive; the id of the last.</summary>
    public async Task<string> TakeInAsync(params DocumentRecord[] papers)
    {
        var last = "";
        await foreach (var outcome in Graph.WriteAsync(papers.ToAsyncEnumerable(), CancellationToken.None))
        {
            last = outcome.DocumentId;
        }

        return last;
    }

    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
