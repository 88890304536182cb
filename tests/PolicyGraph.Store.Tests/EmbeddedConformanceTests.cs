using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Embedded;

namespace PolicyGraph.Store.Tests;

/// <summary>The embedded store does what every store must.</summary>
public sealed class EmbeddedConformanceTests : StoreConformance, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 20)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Random_queries_over_random_papers_are_answered_as_the_plain_evaluation_does(int seed) => CompareAsync(seed);

    protected override async Task<IGraphStore> OpenEmptyAsync() =>
        await EmbeddedGraphStore.OpenAsync(
            _folder.Path,
            TestModel.Model,
            EmbeddedStoreOptions.Default with
            {
                Folding = TestFolding.Instance,
            },
            CancellationToken.None
        );
}
