using PolicyGraph.Store.Conformance;
using PolicyGraph.Store.Neo4j.Schema;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>Any number of programs may open a database that none has opened before, at the same time.</summary>
[Collection(ServerCollection.Name)]
public class OpeningTests
{
    private const int Programs = 4;

    [ServerFact]
    public async Task All_that_open_a_new_database_at_once_find_it_made()
    {
        var server = await Neo4jServer.GetAsync();
        await (await server.OpenEmptyAsync()).DisposeAsync();
        await using var transport = server.Transport();
        await RunAsync(transport, $"MATCH (m:{Neo4jSchema.MetaLabel}) DETACH DELETE m");
        foreach (var kind in (string[])["CONSTRAINT", "INDEX"])
        {
            using var made = await transport.RunAsync(
                new Statement($"SHOW {kind} YIELD name, type WHERE type <> 'LOOKUP' RETURN name", null, IsRead: true),
                CancellationToken.None
            );
            foreach (var row in made.Rows.EnumerateArray())
            {
                await RunAsync(transport, $"DROP {kind} {row[0].GetString()}");
            }
        }

        var stores = await Task.WhenAll(
            Enumerable
                .Range(0, Programs)
                .Select(_ => Neo4jGraphStore.OpenAsync(server.Transport(), TestModel.Model, TimeProvider.System, CancellationToken.None))
        );

        foreach (var store in stores)
        {
            Assert.Equal(0, (await store.StatusAsync(CancellationToken.None)).Documents);
            await store.DisposeAsync();
        }

        using var left = await transport.RunAsync(
            new Statement("SHOW INDEX YIELD name, type WHERE type <> 'LOOKUP' RETURN count(name)", null, IsRead: true),
            CancellationToken.None
        );
        Assert.Equal(
            Neo4jSchema.Statements(TestModel.Model).Count(text => text.StartsWith("CREATE ", StringComparison.Ordinal)),
            left.Rows[0][0].GetInt32()
        );
    }

    private static async Task RunAsync(HttpTransport transport, string text)
    {
        using var answer = await transport.RunAsync(new Statement(text, null, IsRead: false), CancellationToken.None);
    }
}
