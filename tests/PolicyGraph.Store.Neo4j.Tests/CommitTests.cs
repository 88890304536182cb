using System.Text;
using PolicyGraph.Api.Schema;
using PolicyGraph.GraphQL;
using PolicyGraph.GraphQL.Subscriptions;
using PolicyGraph.Model;
using PolicyGraph.Store.Changes;
using PolicyGraph.Store.Conformance;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>Whoever subscribes is told of each transaction on the server once it is in force, and of none that changed nothing.</summary>
[Collection(ServerCollection.Name)]
public class CommitTests
{
    private static readonly PolicyGraphSchema Api = PolicyGraphSchema.Load();

    [ServerFact]
    public async Task Subscribers_hear_what_comes_and_goes()
    {
        var server = await Neo4jServer.GetAsync();
        await (await server.OpenEmptyAsync()).DisposeAsync();
        var commits = new Broadcast<GraphCommit>();
        await using var store = await Neo4jGraphStore.OpenAsync(
            server.Transport(),
            Api.Model,
            TimeProvider.System,
            CancellationToken.None,
            commits.Publish
        );
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var request = new GraphQLRequest { Query = "subscription { changed { types ingested removed } }"u8.ToArray() };
        await using var heard = Api.CreateEngine(store, commits: commits)
            .StreamAsync(request, host: null, patience.Token)
            .GetAsyncEnumerator(patience.Token);
        var next = heard.MoveNextAsync();

        var id = Assert.Single(await store.PutAsync(Paper)).DocumentId;
        await store.PutAsync(Paper);
        await store.RemoveAsync(id, CancellationToken.None);

        Assert.True(await next);
        Assert.Equal(
            $$$$"""{"data":{"changed":{"types":["Agency","Document"],"ingested":["{{{{id}}}}"],"removed":[]}}}""",
            Encoding.UTF8.GetString(heard.Current.Json.Span)
        );
        Assert.True(await heard.MoveNextAsync());
        Assert.Equal(
            $$$$"""{"data":{"changed":{"types":["Agency","Document"],"ingested":[],"removed":["{{{{id}}}}"]}}}""",
            Encoding.UTF8.GetString(heard.Current.Json.Span)
        );
    }

    private static DocumentRecord Paper { get; } =
        new()
        {
            Document = new DocumentHead { Title = "甲局的通知", Source = "a.txt" },
            Entities =
            [
                new EntityRecord
                {
                    Id = "e0",
                    Type = EntityType.Agency,
                    Name = "甲局",
                    Mentions = ["甲局"],
                },
            ],
        };
}
