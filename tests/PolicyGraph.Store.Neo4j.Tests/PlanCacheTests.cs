using System.Globalization;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Neo4j.Transport;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>
/// Other values do not make Neo4j compile again, of whatever length: it tells how many plans it holds when it drops them.
/// </summary>
[Collection(ServerCollection.Name)]
public sealed class PlanCacheTests
{
    private static readonly string[] Names =
    [
        "海州市商务局",
        "",
        "甲",
        "关于促进新一代人工智能产业高质量发展的若干措施",
        "数字经济促进办法",
    ];

    public static TheoryData<string, Root> Queries =>
        new()
        {
            { "a node by name", new NodeRoot(["Agency"], new ByName(new(4)), Ask.Shape(Ask.Of("name"))) },
            { "a search", new SearchRoot(new(4), ["Agency", "Policy"], Ask.List(Ask.Nodes(Ask.Of("id")))) },
            {
                "a filtered list",
                new ListRoot(
                    "Agency",
                    Ask.List(Ask.Nodes(Ask.Of("id"))) with
                    {
                        Filter = new PropertyFilter("name", Comparison.Contains, new(4)),
                    }
                )
            },
            { "paths", new PathRoot(new(4), new(4), new(5), new(5), [], [new PathLengthField(Ask.Key("length"))]) },
            {
                "what is related",
                new RelatedRoot(new ByName(new(4)), new(5), [new RelatedNodeField(Ask.Key("entity"), Ask.Shape(Ask.Of("id")))])
            },
            {
                "groups",
                new GroupsRoot(
                    "Agency",
                    new Grouping(
                        new NameFilter(Comparison.StartsWith, new(4)),
                        [new GroupKey([], "level", DatePart.Whole)],
                        [],
                        [],
                        new(5),
                        new(1),
                        [new GroupKeyField(Ask.Key("level"), 0)]
                    )
                )
            },
        };

    [ServerTheory]
    [MemberData(nameof(Queries))]
    public async Task Other_values_find_the_plan_of_the_first(string what, Root root)
    {
        var server = await Neo4jServer.GetAsync();
        await using var store = await server.OpenEmptyAsync();
        var query = store.Prepare(new GraphQuery(root));
        await DropPlansAsync(server);

        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            await query.WriteAsync(
                new Parameters([2L + i, null, null, null, name, 3L + (i % 3)]),
                new System.Buffers.ArrayBufferWriter<byte>(),
                CancellationToken.None
            );
        }

        var plans = await DropPlansAsync(server);
        Assert.True(plans == 1, $"{what} has {plans} plans: {query.Explain(new Parameters([2L, null, null, null, Names[0], 3L]))}");
    }

    /// <summary>Drops the plans that the server holds; how many they were, without that of this statement.</summary>
    private static async Task<int> DropPlansAsync(Neo4jServer server)
    {
        await using var transport = server.Transport();
        using var answer = await transport.RunAsync(
            new Statement("CALL db.clearQueryCaches()", null, IsRead: false),
            CancellationToken.None
        );
        var told = answer.Rows[0][0].GetString() ?? ""; // "Query caches successfully cleared of 3 queries."
        return told.Split(' ').Select(word => int.TryParse(word, CultureInfo.InvariantCulture, out var count) ? count : 0).Max();
    }
}
