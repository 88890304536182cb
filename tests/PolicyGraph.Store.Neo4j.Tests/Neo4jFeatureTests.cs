using System.Reflection;
using PolicyGraph.Store.Conformance;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>
/// Each case of <see cref="FeatureConformance"/> on the server, as a row of one theory, so that all are skipped alike where there is none.
/// </summary>
[Collection(ServerCollection.Name)]
public sealed class Neo4jFeatureTests
{
    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (
            var method in typeof(FeatureConformance).GetMethods().Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
        )
        {
            for (var row = 0; row < Rows(method).Count; row++)
            {
                cases.Add(method.Name, row);
            }
        }

        return cases;
    }

    [ServerTheory]
    [MemberData(nameof(Cases))]
    public async Task A_feature_of_the_suite_is_answered_as_the_suite_expects(string name, int row)
    {
        var method = typeof(FeatureConformance).GetMethod(name)!; // Cases took the name from there.

        await (Task)method.Invoke(new OnServer(), Rows(method)[row])!; // Every case is asynchronous.
    }

    private static IReadOnlyList<object?[]> Rows(MethodInfo method) =>
        method.GetCustomAttributes<InlineDataAttribute>().SelectMany(data => data.GetData(method)).DefaultIfEmpty([]).ToList();

    private sealed class OnServer : FeatureConformance
    {
        protected override async Task<IGraphStore> OpenEmptyAsync() => await (await Neo4jServer.GetAsync()).OpenEmptyAsync();
    }
}
