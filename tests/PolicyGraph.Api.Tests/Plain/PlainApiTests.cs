using System.Text.Json;
using PolicyGraph.Api.Schema;
using PolicyGraph.Api.Tests.Support;
using PolicyGraph.GraphQL.Cost;
using PolicyGraph.GraphQL.Execution;

namespace PolicyGraph.Api.Tests.Plain;

/// <summary>
/// Random operations over random graphs, answered by the embedded store and by the plain evaluation: the answers are the same to the
/// letter.
/// </summary>
public sealed class PlainApiTests
{
    private const int OperationsPerGraph = 60;

    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    private static readonly EngineOptions Options = new()
    {
        Limits = new OperationLimits { MaxPrice = double.MaxValue, MaxTokens = 100_000 },
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    public async Task A_store_answers_as_the_plain_evaluation_does(int seed)
    {
        var papers = new RandomPapers(seed).Make(6);
        await using var store = await TestStore.OpenAsync(Api, papers);
        var (asked, plain) = (Api.CreateEngine(store.Graph, Options), new PlainApi(Api, PlainBuilder.Build(papers)).Engine(Options));
        var operations = new RandomOperations(Api.Schema, seed);
        for (var i = 0; i < OperationsPerGraph; i++)
        {
            var operation = operations.Make();
            var (expected, actual) = (await plain.AskAsync(operation), await asked.AskAsync(operation));
            Assert.True(JsonElement.DeepEquals(expected, actual), $"{operation}\nexpected {expected}\nactual   {actual}");
        }
    }
}
