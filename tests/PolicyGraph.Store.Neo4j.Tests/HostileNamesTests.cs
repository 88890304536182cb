using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Queries;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>Names that would break out of a text are kept and found as any other.</summary>
[Collection(ServerCollection.Name)]
public class HostileNamesTests
{
    private static readonly string[] Hostile =
    [
        "测试'办公室", "测试\"办公室", "测试`办公室", "测试\\办公室", "测试\\'} DETACH DELETE n //", "测试\\u0027办公室", "测试${x}办公室", "测试\n办公室", "测试𠀀办公室", "测试\u202e办公室",
    ];

    [ServerFact]
    public async Task They_come_back_as_they_went_in()
    {
        await using var store = await (await Neo4jServer.GetAsync()).OpenEmptyAsync();
        var outcomes = await store.PutAsync(new DocumentRecord
        {
            Document = new DocumentHead { Title = "名称'`\\", Source = "a'`\\.txt" },
            Entities = [.. Hostile.Select((name, i) => new EntityRecord { Id = $"e{i}", Type = EntityType.Agency, Name = name, Mentions = [name] })],
        });

        Assert.Equal(WriteEffect.Added, Assert.Single(outcomes).Effect);
        foreach (var name in Hostile)
        {
            var found = await store.AnswerAsync(new NodeRoot(["Agency"], new ByName(new(0)), Ask.Shape(Ask.Of("name"))), name);

            Assert.Equal(System.Text.Json.Nodes.JsonNode.Parse(found)!["name"]!.GetValue<string>(), name);
        }

        Assert.Equal(Hostile.Length, (await store.StatusAsync(CancellationToken.None)).Nodes["Agency"]);
    }
}
