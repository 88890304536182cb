using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Embedded;

namespace PolicyGraph.Store.Tests;

/// <summary>The embedded store does what every store must.</summary>
public sealed class EmbeddedConformanceTests : StoreConformance, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override async Task<IGraphStore> OpenEmptyAsync() =>
        await EmbeddedGraphStore.OpenAsync(folder.Path, TestModel.Model, EmbeddedStoreOptions.Default, CancellationToken.None);
}
