using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Embedded;

namespace PolicyGraph.Store.Tests;

/// <summary>The embedded store answers searches, paths and the like as every store must.</summary>
public sealed class EmbeddedFeatureTests : FeatureConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override async Task<IGraphStore> OpenEmptyAsync() =>
        await _folder.OpenAsync(EmbeddedStoreOptions.Default with { Folding = TestFolding.Instance });
}
