using System.Text.Json;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Randomized;
using PolicyGraph.Store.Embedded;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>
/// Both stores answer alike, to the letter: random graphs, random queries of every kind, each with several sets of values and, where it is
/// a list, its next pages. A query of a new text costs the server a tenth of a second and more, one with other values few milliseconds: so
/// few texts, many values.
/// </summary>
[Collection(ServerCollection.Name)]
public sealed class DifferentialTests : IDisposable
{
    private const int Papers = 16;
    private const int Texts = 16;
    private const int ValuesPerText = 32;

    private readonly string _folder = Directory.CreateTempSubdirectory("policygraph-").FullName;

    public static TheoryData<int> Seeds => [1, 2, 3, 4];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [ServerTheory]
    [MemberData(nameof(Seeds))]
    public async Task Random_queries_over_random_graphs_are_answered_alike(int seed)
    {
        await using var server = await (await Neo4jServer.GetAsync()).OpenEmptyAsync();
        await using var embedded = await EmbeddedGraphStore.OpenAsync(
            _folder,
            TestModel.Model,
            EmbeddedStoreOptions.Default with
            {
                Folding = TestFolding.Instance,
            },
            CancellationToken.None
        );
        var ids = await FillAsync(seed, server, embedded);
        var queries = new RandomQueries(TestModel.Model, seed);
        var (asked, told) = (0, 0);
        for (var text = 0; text < Texts; text++)
        {
            var (root, values) = queries.Any(ids);
            var (one, other) = (embedded.Prepare(new GraphQuery(root)), server.Prepare(new GraphQuery(root)));
            for (var i = 0; i < ValuesPerText; i++)
            {
                var answer = await SameAsync(one, other, values, $"seed {seed}, text {text}, values {i}");
                (asked, told) = (asked + 1, told + (answer.Length > 60 ? 1 : 0));
                values =
                    i % 2 == 0 && EndOf(answer, queries.AfterSlot) is { } end
                        ? [.. values[..queries.AfterSlot], end, .. values[(queries.AfterSlot + 1)..]]
                        : queries.Other();
            }
        }

        Assert.Equal(Texts * ValuesPerText, asked);
        Assert.True(told > asked / 3, $"Only {told} of {asked} queries found something, so they proved little.");
    }

    private static async Task<string> SameAsync(IPreparedQuery one, IPreparedQuery other, object?[] values, string where)
    {
        var (expected, answer) = (await AnswerAsync(one, values), await AnswerAsync(other, values));
        Assert.True(
            expected == answer,
            $"{where}: {Shown(values)}\nembedded {expected}\nNeo4j    {answer}\n{other.Explain(new Parameters(values))}"
        );
        return expected;
    }

    private static async Task<string> AnswerAsync(IPreparedQuery query, object?[] values)
    {
        var output = new System.Buffers.ArrayBufferWriter<byte>();
        await query.WriteAsync(new Parameters(values), output, CancellationToken.None);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Shown(object?[] values) => JsonSerializer.Serialize(values);

    /// <summary>The last cursor of a list's page; null where there is none.</summary>
    private static string? EndOf(string answer, int afterSlot)
    {
        using var json = JsonDocument.Parse(answer);
        return afterSlot >= 0 && json.RootElement.TryGetProperty(RandomQueries.PageKey, out var page)
            ? page.GetProperty(RandomQueries.EndKey).GetString()
            : null;
    }

    /// <summary>Fills both stores with the same papers, replaces some and takes one away; the ids of what they hold.</summary>
    private static async Task<IReadOnlyList<string>> FillAsync(int seed, IGraphStore one, IGraphStore other)
    {
        var records = new RandomRecords(seed);
        var batch = Enumerable.Range(0, Papers).Select(_ => records.Next()).ToArray();
        var outcomes = await one.PutAsync(batch);
        Assert.Equal(outcomes, await other.PutAsync(batch));
        var gone = outcomes[seed % Papers].DocumentId;
        Assert.Equal(await one.RemoveAsync(gone, CancellationToken.None), await other.RemoveAsync(gone, CancellationToken.None));
        var ids = new List<string>();
        foreach (var label in TestModel.Model.NodeTypes.Keys.Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(
                await other.AnswerAsync(new ListRoot(label, Ask.List(Ask.Nodes(Ask.Of("id")))), 1000L, null, null, null)
            );
            ids.AddRange(json.RootElement.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString() ?? ""));
        }

        return ids;
    }
}
