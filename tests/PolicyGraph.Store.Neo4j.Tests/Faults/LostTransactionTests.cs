using PolicyGraph.Model;
using PolicyGraph.Store.Conformance;

namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>A transaction that the server forgets, as where it is started anew or a statement comes late, is done again.</summary>
[Collection(ServerCollection.Name)]
public class LostTransactionTests
{
    [ServerTheory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task What_was_to_be_written_in_it_is_written_in_another(int request)
    {
        var server = await Neo4jServer.GetAsync();
        await (await server.OpenEmptyAsync()).DisposeAsync();
        var forgetting = new Forgetting(request);
        await using var store = await Neo4jGraphStore.OpenAsync(
            server.Transport(new HttpClient(forgetting)),
            TestModel.Model,
            new HurriedTime(),
            CancellationToken.None
        );

        var outcome = Assert.Single(
            await store.PutAsync(
                new DocumentRecord
                {
                    Document = new DocumentHead { Title = "通知", Source = "a.txt" },
                }
            )
        );

        Assert.Equal(WriteEffect.Added, outcome.Effect);
        Assert.True(forgetting.IsDone);
        Assert.Equal(1, (await store.StatusAsync(CancellationToken.None)).Documents);
    }

    /// <summary>Rolls a transaction back before one of the requests to it.</summary>
    private sealed class Forgetting(int request) : DelegatingHandler(new SocketsHttpHandler())
    {
        private int _seen;

        public bool IsDone { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
        {
            if (message.RequestUri!.AbsolutePath.Contains("/tx/", StringComparison.Ordinal) && ++_seen == request) // A request that is sent has one.
            {
                using var rollback = new HttpRequestMessage(
                    HttpMethod.Delete,
                    message.RequestUri.ToString().Replace("/commit", "", StringComparison.Ordinal)
                )
                {
                    Headers = { Authorization = message.Headers.Authorization },
                };
                using var response = await base.SendAsync(rollback, cancellationToken);
                IsDone = response.IsSuccessStatusCode;
            }

            return await base.SendAsync(message, cancellationToken);
        }
    }
}
