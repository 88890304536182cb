using System.Text;
using System.Text.Json;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Plain;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.Api.Tests.Planning;

/// <summary>What is only explained does not run: the answer tells plan, price and rows.</summary>
public sealed class ExplainTests
{
    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    [Theory]
    [InlineData("{ agencies { nodes { name issued { totalCount } } } }", 1)]
    [InlineData("{ search(text: \"甲\") { nodes { name } } overview { documents } }", 2)]
    [InlineData("{ metric(indicator: \"总收入\") { series { points { value } } } }", 1)]
    [InlineData("{ indicators(search: \"总\") { nodes { name points } } path(from: \"甲\", to: \"乙\") { length } }", 2)]
    [InlineData("mutation { removeDocument(id: \"x\") { removed } }", 1)]
    public async Task Explaining_gives_plan_and_price_and_runs_nothing(string operation, int fields)
    {
        var store = new RecordingStore();
        var extensions = (await ExplainAsync(Api.CreateEngine(store), operation)).GetProperty("extensions");
        Assert.Equal(fields, extensions.GetProperty("plan").GetArrayLength());
        Assert.True(extensions.GetProperty("cost").GetProperty("price").GetDouble() > 0);
        Assert.Empty(store.Values);
    }

    [Fact]
    public async Task The_rows_expected_are_pages_as_long_as_the_graph_can_fill()
    {
        var papers = new RandomPapers(1).Make(6);
        var graph = PlainBuilder.Build(papers);
        await using var store = await TestStore.OpenAsync(Api, papers);
        var engine = Api.CreateEngine(store.Graph);
        var agencies = graph.Nodes.Count(node => node.Label == "Agency");
        Assert.Equal(agencies, await RowsAsync(engine, "{ agencies { nodes { name } } }"));
        Assert.Equal(2, await RowsAsync(engine, "{ agencies(first: 2) { nodes { name } } }"));
        var statistics = graph.Nodes.Count(node => node.Label == "Statistic");
        Assert.Equal(
            Math.Ceiling(statistics * 0.1),
            await RowsAsync(engine, "{ statistics(first: 1000, where: {unit: {eq: \"元\"}}) { nodes { value } } }")
        );
        var issued = graph.Edges.Count(edge => edge.Type == "ISSUED") / (double)agencies;
        Assert.Equal(
            Math.Ceiling(2 * (1 + Math.Min(20, issued))),
            await RowsAsync(engine, "{ agencies(first: 2) { nodes { issued { nodes { name } } } } }")
        );
    }

    private static async Task<double> RowsAsync(GraphQLEngine engine, string operation) =>
        (await ExplainAsync(engine, operation)).GetProperty("extensions").GetProperty("plan")[0].GetProperty("rows").GetDouble();

    private static async Task<JsonElement> ExplainAsync(GraphQLEngine engine, string operation)
    {
        using var output = new PooledBuffer();
        await engine.ExecuteAsync(
            new GraphQLRequest { Query = Encoding.UTF8.GetBytes(operation), WantsPlan = true },
            output,
            host: null,
            CancellationToken.None
        );
        var response = JsonDocument.Parse(output.WrittenMemory.ToArray()).RootElement;
        Assert.Equal(JsonValueKind.Null, response.GetProperty("data").ValueKind);
        return response;
    }
}
