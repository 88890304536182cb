using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>What taking documents in and away comes to, on the server itself.</summary>
[Collection(ServerCollection.Name)]
public class WritingTests
{
    [ServerFact]
    public async Task The_same_again_changes_nothing_another_version_replaces_and_another_place_adds_a_source()
    {
        await using var store = await (await Neo4jServer.GetAsync()).OpenEmptyAsync();

        var effects = (
            await store.PutAsync(
                Paper("甲局", "a.txt"),
                Paper("甲局", "a.txt"),
                Paper("甲局", "b.txt"),
                Paper("乙局", "a.txt"),
                Paper("乙局", "b.txt")
            )
        ).ConvertAll(one => one.Effect);

        Assert.Equal([WriteEffect.Added, WriteEffect.Unchanged, WriteEffect.SourceAdded, WriteEffect.Added, WriteEffect.Replaced], effects);
        var status = await store.StatusAsync(CancellationToken.None);
        Assert.Equal((1, 1), (status.Documents, status.Nodes["Agency"]));
    }

    [ServerFact]
    public async Task A_record_that_contradicts_the_ontology_is_refused_and_the_others_go_on()
    {
        await using var store = await (await Neo4jServer.GetAsync()).OpenEmptyAsync();
        var bad = Paper("甲局", "bad.txt") with
        {
            Relations =
            [
                new RelationRecord
                {
                    Type = RelationType.Issued,
                    From = "e0",
                    To = "e9",
                    Evidence = "印发",
                },
            ],
        };

        var outcomes = await store.PutAsync(bad, Paper("乙局", "good.txt"));

        Assert.Equal([WriteEffect.Refused, WriteEffect.Added], outcomes.ConvertAll(one => one.Effect));
        Assert.Contains("e9", outcomes[0].Refusal, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task What_went_in_comes_out_and_what_is_taken_away_leaves_nothing()
    {
        await using var store = await (await Neo4jServer.GetAsync()).OpenEmptyAsync();
        var outcome = Assert.Single(await store.PutAsync(Paper("甲局", "a.txt") with { Text = "甲局𠀀\n印发通知。" }));

        var exported = await store.ExportAsync(CancellationToken.None).ToListAsync();

        Assert.Equal(("甲局𠀀\n印发通知。", "a.txt"), (Assert.Single(exported).Text, exported[0].Document.Source));
        Assert.True(await store.RemoveAsync(outcome.DocumentId, CancellationToken.None));
        Assert.All((await store.StatusAsync(CancellationToken.None)).Nodes.Values, count => Assert.Equal(0, count));
    }

    [ServerFact]
    public async Task A_graph_of_a_newer_version_is_refused()
    {
        var server = await Neo4jServer.GetAsync();
        await using (await server.OpenEmptyAsync()) { }

        await RunAsync(server, $"MERGE (m:{Neo4jSchema.MetaLabel} {{one: 1}}) SET m.version = 99");

        var refusal = await Assert.ThrowsAsync<StoreException>(() =>
            Neo4jGraphStore.OpenAsync(server.Transport(), TestModel.Model, TimeProvider.System, CancellationToken.None)
        );

        Assert.Equal(StoreErrorCode.Unsupported, refusal.Code);
        Assert.Contains("version 99", refusal.Message, StringComparison.Ordinal);
        await RunAsync(server, $"MATCH (m:{Neo4jSchema.MetaLabel}) DELETE m");
    }

    [ServerFact]
    public async Task A_wrong_password_is_told()
    {
        var server = await Neo4jServer.GetAsync();

        var refusal = await Assert.ThrowsAsync<StoreException>(() =>
            Neo4jGraphStore.OpenAsync(
                server.Transport("wrong-" + server.Password),
                TestModel.Model,
                TimeProvider.System,
                CancellationToken.None
            )
        );

        Assert.Equal(StoreErrorCode.Unauthorized, refusal.Code);
        Assert.Contains("NEO4J_PASSWORD", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task RunAsync(Neo4jServer server, string text)
    {
        await using var transport = server.Transport();
        using var answer = await transport.RunAsync(new Statement(text, null, IsRead: false), CancellationToken.None);
    }

    private static DocumentRecord Paper(string agency, string source) =>
        new()
        {
            Document = new DocumentHead { Title = $"{agency}的通知", Source = source },
            Entities =
            [
                new EntityRecord
                {
                    Id = "e0",
                    Type = EntityType.Agency,
                    Name = agency,
                    Mentions = [agency],
                },
            ],
        };
}
