using PolicyGraph.Api.Schema;
using PolicyGraph.Model;
using PolicyGraph.Store;
using PolicyGraph.Store.Embedded;

namespace PolicyGraph.Api.Tests.Support;

/// <summary>An embedded store in a folder of its own that is gone when the store is.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly string _folder;

    private TestStore(string folder, IGraphStore store) => (_folder, Graph) = (folder, store);

    public IGraphStore Graph { get; }

    /// <summary>A store that holds these papers.</summary>
    public static async Task<TestStore> OpenAsync(PolicyGraphSchema api, IEnumerable<DocumentRecord> papers, ITextFolding? folding = null)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"policygraph-api-{Guid.NewGuid():N}");
        var store = await EmbeddedGraphStore.OpenAsync(
            folder,
            api.Model,
            new EmbeddedStoreOptions { Folding = folding ?? PlainFolding.Instance },
            CancellationToken.None
        );
        await TakeInAsync(store, papers);
        return new TestStore(folder, store);
    }

    /// <summary>Takes papers in.</summary>
    public static async Task TakeInAsync(IGraphStore store, IEnumerable<DocumentRecord> papers)
    {
        await foreach (var outcome in store.WriteAsync(papers.ToAsyncEnumerable(), CancellationToken.None))
        {
            Assert.Null(outcome.Refusal);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
