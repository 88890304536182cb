using System.Net;
using PolicyGraph.Tests.Program;

namespace PolicyGraph.Store.Neo4j.Tests.Faults;

/// <summary>
/// The service, as the program runs it, says whether its store answers: ready, not ready while the way to the server is down, and ready
/// again by itself.
/// </summary>
[Collection(ServerCollection.Name)]
public class ReadinessTests
{
    [ServerFact]
    public async Task Ready_goes_and_comes_with_the_server()
    {
        var server = await Neo4jServer.GetAsync();
        await (await server.OpenEmptyAsync()).DisposeAsync();
        await using var proxy = new FaultyProxy(server.Address.Server);
        var service = new Service(server, proxy.Address);
        await service.InitializeAsync();
        try
        {
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await HealthAsync(service));
            Assert.Equal(
                1,
                (await service.AskAsync("{ documents { totalCount } }"))
                    .GetProperty("data")
                    .GetProperty("documents")
                    .GetProperty("totalCount")
                    .GetInt32()
            );

            proxy.Break(Fault.DropRequest, times: int.MaxValue);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await HealthAsync(service));

            proxy.Break(Fault.DropRequest, times: 0);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await HealthAsync(service));
        }
        finally
        {
            await service.DisposeAsync();
        }
    }

    /// <summary>What the service says of itself, and of its store.</summary>
    private static async Task<(HttpStatusCode Live, HttpStatusCode Ready)> HealthAsync(Service service)
    {
        using var live = await service.Client.GetAsync(new Uri("/health/live", UriKind.Relative));
        using var ready = await service.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return (live.StatusCode, ready.StatusCode);
    }

    /// <summary>Serves one of the samples; takes the password from a file, as where it is a secret.</summary>
    private sealed class Service(Neo4jServer server, Uri address)
        : ServiceProcess(
            Directory.GetFiles(Path.Combine(SchemaFileTests.Root(), "samples")).Order(StringComparer.Ordinal).First(),
            "--store",
            new Uri(address, server.Address.Database).ToString()
        )
    {
        private readonly string _secret = Path.GetTempFileName();

        protected override void Prepare(IDictionary<string, string?> environment)
        {
            File.WriteAllText(_secret, $"{server.User}/{server.Password}\n");
            environment["NEO4J_AUTH_FILE"] = _secret;
        }

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            File.Delete(_secret);
        }
    }
}
