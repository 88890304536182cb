using PolicyGraph.Store.Conformance;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>The Neo4j store does what every store must.</summary>
[Collection(ServerCollection.Name)]
public sealed class Neo4jConformanceTests : StoreConformance
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 2)];

    /// <summary>Each is a statement that the server has not met.</summary>
    protected override int QueriesPerRound => 12;

    [ServerTheory]
    [MemberData(nameof(Seeds))]
    public Task Random_queries_over_random_papers_are_answered_as_the_plain_evaluation_does(int seed) => CompareAsync(seed);

    protected override async Task<IGraphStore> OpenEmptyAsync() => await (await Neo4jServer.GetAsync()).OpenEmptyAsync();
}
