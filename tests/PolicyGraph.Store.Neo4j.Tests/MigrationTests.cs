using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Conformance.Randomized;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>
/// A graph that an earlier version of the program wrote is brought to this version's form when it is opened, also where that was cut short
/// before.
/// </summary>
[Collection(ServerCollection.Name)]
public class MigrationTests
{
    /// <summary>What earlier versions wrote otherwise, and the index that version 1 searched.</summary>
    private static readonly string[] Aging =
    [
        "MATCH (n) REMOVE n.searched, n.nameOrder, n.aliasesOrder, n.spellingsOrder, n.sourcesOrder, n.listOrder",
        "MATCH ()-[r]->() REMOVE r.keyOrder, r.titleOrder, r.roleOrder, r.said",
        "DROP INDEX graph_search IF EXISTS",
        "DROP INDEX graph_quotes IF EXISTS",
        "CREATE FULLTEXT INDEX entity_search IF NOT EXISTS FOR (n:Entity) ON EACH [n.name]",
        $"MATCH (m:{Neo4jSchema.MetaLabel}) SET m.version = 1, m.statements = 'those of version 1'",
    ];

    [ServerFact]
    public async Task An_older_graph_is_brought_forward_in_place_and_goes_on_where_it_was_cut_short()
    {
        var server = await Neo4jServer.GetAsync();
        await FillAsync(server);
        var before = await GraphText.ReadAsync(server);
        await AgeAsync(server);
        Assert.NotEqual(before, await GraphText.ReadAsync(server));

        await Assert.ThrowsAsync<StoreException>(() => OpenAsync(new Limited(server.Transport(), transactions: 3)));
        var between = await GraphText.ReadAsync(server);
        Assert.NotEqual(before, between);
        await using var store = await OpenAsync(server.Transport());

        Assert.Equal(before, await GraphText.ReadAsync(server));
        Assert.Contains(
            "agency_",
            await store.AnswerAsync(new Queries.SearchRoot(new(4), [], Ask.List(Ask.Nodes(Ask.Of("id")))), 5L, null, null, null, "量子"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "person_",
            await store.AnswerAsync(
                new Queries.SearchRoot(new(4), ["Person"], Ask.List(Ask.Nodes(Ask.Of("id")))),
                5L,
                null,
                null,
                null,
                "任命"
            ),
            StringComparison.Ordinal
        );
    }

    [ServerFact]
    public async Task A_graph_of_this_version_is_opened_without_a_write()
    {
        var server = await Neo4jServer.GetAsync();
        await FillAsync(server);

        await using var store = await OpenAsync(new Limited(server.Transport(), transactions: 0));

        Assert.NotEqual(0, (await store.StatusAsync(CancellationToken.None)).Documents);
    }

    private static async Task FillAsync(Neo4jServer server)
    {
        await using var store = await server.OpenEmptyAsync();
        var random = new RandomRecords(11);
        await store.PutAsync([.. Enumerable.Range(0, 12).Select(_ => random.Next()), Marked("量子\uf900局", "\ue000长")]);
    }

    private static DocumentRecord Marked(string agency, string title) =>
        new()
        {
            Document = new DocumentHead { Title = "任免", Source = "\uff01.txt" },
            Entities =
            [
                new EntityRecord
                {
                    Id = "e0",
                    Type = EntityType.Agency,
                    Name = agency,
                    Mentions = [agency],
                },
                new EntityRecord
                {
                    Id = "e1",
                    Type = EntityType.Person,
                    Name = "林某某",
                    Mentions = ["林某某"],
                },
            ],
            Relations =
            [
                new RelationRecord
                {
                    Type = RelationType.HoldsPosition,
                    From = "e1",
                    To = "e0",
                    Evidence = "任命",
                    Props = new Dictionary<string, PropertyValue> { ["title"] = title },
                },
            ],
        };

    private static async Task AgeAsync(Neo4jServer server)
    {
        await using var transport = server.Transport();
        foreach (var text in Aging)
        {
            using var answer = await transport.RunAsync(new Statement(text, null, IsRead: false), CancellationToken.None);
        }
    }

    private static Task<Neo4jGraphStore> OpenAsync(INeo4jTransport transport) =>
        Neo4jGraphStore.OpenAsync(transport, TestModel.Model, TimeProvider.System, CancellationToken.None, folding: TestFolding.Instance);

    /// <summary>A connection that is lost after some transactions.</summary>
    private sealed class Limited(INeo4jTransport transport, int transactions) : INeo4jTransport
    {
        private int _left = transactions;

        public Neo4jAddress Address => transport.Address;

        public ValueTask<Answer> RunAsync(Statement statement, CancellationToken cancellation) =>
            transport.RunAsync(statement, cancellation);

        public ValueTask<INeo4jTransaction> BeginAsync(CancellationToken cancellation) =>
            --_left < 0
                ? throw new StoreException(StoreErrorCode.Unavailable, "The connection is lost.")
                : transport.BeginAsync(cancellation);

        public ValueTask DisposeAsync() => transport.DisposeAsync();
    }
}
