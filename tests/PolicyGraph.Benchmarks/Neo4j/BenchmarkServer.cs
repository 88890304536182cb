using PolicyGraph.Store.Graph;
using PolicyGraph.Store.Neo4j;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>A Neo4j server to measure on; what its database holds is lost.</summary>
/// <param name="location">As the program's <c>--store</c>, with user and password: <c>http://user:password@host:7474/database</c>.</param>
internal sealed class BenchmarkServer(string location)
{
    private readonly Neo4jAddress _address = Neo4jAddress.Parse(location);

    /// <summary>How busy the machine is: processes that run or wait, on average over the last minute.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public string Location => location;

    private string User => _address.User ?? "neo4j";

    private string Password =>
        _address.Password ?? throw new InvalidOperationException("The address has no password: http://user:password@host:7474/database.");

    /// <summary>What the server has used of the processor so far, as its machine tells it.</summary>
    public static async Task<TimeSpan> ProcessorAsync(QueryApi api, CancellationToken cancellation)
    {
        var rows = await api.AskAsync(
            "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes RETURN attributes.ProcessCpuTime.value",
            "{}",
            cancellation
        );
        return TimeSpan.FromMicroseconds(rows[0][0].GetInt64() / 1000.0);
    }

    public QueryApi QueryApi() => new(_address, User, Password);

    public Task<Neo4jGraphStore> OpenAsync(GraphModel model, HttpMessageHandler handler, CancellationToken cancellation) =>
        Neo4jGraphStore.OpenAsync(
            new HttpTransport(_address, new HttpClient(handler) { Timeout = TimeSpan.FromMinutes(10) }, ownsClient: true, User, Password),
            model,
            TimeProvider.System,
            cancellation,
            folding: Api.Searching.ChineseFolding.Instance
        );
}
