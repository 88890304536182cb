using System.Text.Json;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Randomized;
using PolicyGraph.Store.Neo4j.Transport;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>
/// A page of a list in the order in which it is kept is read from an index: Neo4j sorts no more than the rows of one name.
/// </summary>
[Collection(ServerCollection.Name)]
public class IndexOrderTests
{
    private const string Cursor = "cursor";

    private static readonly Connection Page = Ask.List(
        Ask.Nodes(Ask.Of("id")),
        new PageInfoField(Ask.Key("pageInfo"), [new(Ask.Key(Cursor), PageInfoKind.EndCursor)])
    );

    public static TheoryData<string, Root, bool> Lists =>
        new()
        {
            { "entities by name", new ListRoot("Agency", Page), false },
            { "from a cursor on", new ListRoot("Agency", Page), true },
            { "turned round", new ListRoot("Agency", Page with { Order = [new PropertyOrder("name", true)] }), false },
            {
                "through a filter",
                new ListRoot("Agency", Page with { Filter = new DocumentCountFilter(Comparison.AtLeast, new(4)) }),
                false
            },
            { "statistics by day and indicator", new ListRoot("Statistic", Page), false },
            { "from one of them on", new ListRoot("Statistic", Page), true },
            { "documents by id", new ListRoot("Document", Page), false },
        };

    [ServerTheory]
    [MemberData(nameof(Lists))]
    public async Task The_page_comes_from_an_index(string what, Root root, bool isLater)
    {
        var server = await Neo4jServer.GetAsync();
        await using var store = await server.OpenEmptyAsync();
        var random = new RandomRecords(5);
        await store.PutAsync([.. Enumerable.Range(0, 8).Select(_ => random.Next())]);
        object?[] values = [2L, null, null, null, 1L];
        if (isLater)
        {
            using var first = JsonDocument.Parse(await store.AnswerAsync(root, values));
            values[1] = first.RootElement.GetProperty("pageInfo").GetProperty(Cursor).GetString();
        }

        var plan = await PlanAsync(server, store.Prepare(new GraphQuery(root)).Explain(new Parameters(values)));

        Assert.True(
            plan.Contains("NodeIndexS", StringComparison.Ordinal)
                && !plan.Contains("NodeByLabelScan", StringComparison.Ordinal)
                && !plan.Contains("\"Top@", StringComparison.Ordinal),
            $"{what}: {plan}"
        );
    }

    private static async Task<string> PlanAsync(Neo4jServer server, QueryExplanation explained)
    {
        await using var transport = server.Transport();
        using var parameters = JsonDocument.Parse(explained.Parameters);
        using var answer = await transport.RunAsync(
            new Statement($"EXPLAIN {explained.Plan}", writer => WriteAll(writer, parameters.RootElement), IsRead: true),
            CancellationToken.None
        );
        return answer.Root.GetProperty("queryPlan").GetRawText();
    }

    private static void WriteAll(Utf8JsonWriter writer, JsonElement members)
    {
        foreach (var member in members.EnumerateObject())
        {
            member.WriteTo(writer);
        }
    }
}
