using System.Diagnostics;
using System.Globalization;
using PolicyGraph.Store.Neo4j.Transport;

namespace PolicyGraph.Store.Neo4j.Tests;

/// <summary>
/// The server that the tests use, one for the whole run: the one that <c>POLICYGRAPH_TEST_NEO4J</c> names
/// (<c>http://user:password@host:port/database</c>; what it holds is lost), else one started from <c>../shared/neo4j</c> beside the
/// repository, else one in a container (<see cref="DockerServer"/>); what was started ends with this process.
/// </summary>
public sealed class Neo4jServer
{
    public const string Variable = "POLICYGRAPH_TEST_NEO4J";

    /// <summary>A start gives up after a minute, which is not enough beside much other work.</summary>
    private const int Attempts = 3;

    private static readonly Lazy<Task<Neo4jServer>> Shared = new(StartAsync);

    private readonly Process? _process;

    private Neo4jServer(Neo4jAddress address, string user, string password, Process? process)
    {
        Address = address;
        User = user;
        Password = password;
        _process = process;
    }

    /// <summary>Why there is no server; null where there is one.</summary>
    public static string? Missing { get; } =
        Environment.GetEnvironmentVariable(Variable) is not null || Starter is not null || DockerServer.IsThere()
            ? null
            : $"No Neo4j: set {Variable} to http://user:password@host:port/database (its data will be lost), or start a Docker engine.";

    /// <summary>Why no server of a test's own can be started; null where one can.</summary>
    public static string? NoStarter { get; } =
        Starter is null ? "No ../shared/neo4j/start to start a server of its own, which this test kills." : null;

    public Neo4jAddress Address { get; }

    /// <summary>The address as a command line takes it.</summary>
    public string AddressWithCredentials => new UriBuilder(Address.ToString()) { UserName = User, Password = Password }.ToString();

    public string User { get; }

    public string Password { get; }

    private static string? Starter
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                var starter = Path.Combine(folder.FullName, "shared", "neo4j", "start");
                if (File.Exists(starter))
                {
                    return starter;
                }
            }

            return null;
        }
    }

    public static Task<Neo4jServer> GetAsync() => Shared.Value;

    public HttpTransport Transport(string? password = null) => new(Address, new HttpClient(), ownsClient: true, User, password ?? Password);

    /// <summary>As <see cref="Transport(string?)"/>, by another way to the server.</summary>
    public HttpTransport Transport(HttpClient client, Uri? server = null) =>
        new(
            server is null ? Address : Neo4jAddress.Parse(new Uri(server, Address.Database).ToString()),
            client,
            ownsClient: true,
            User,
            Password
        );

    /// <summary>
    /// A store over an empty database, whose constraints and indexes stay: to make them anew takes longer than most tests.
    /// </summary>
    public async Task<Neo4jGraphStore> OpenEmptyAsync()
    {
        var transport = Transport();
        using (
            await transport.RunAsync(
                new Statement(
                    $"MATCH (n) WHERE NOT n:{Schema.Neo4jSchema.MetaLabel} CALL (n) {{ DETACH DELETE n }} IN TRANSACTIONS OF 5000 ROWS",
                    null,
                    IsRead: false
                ),
                CancellationToken.None
            )
        )
        {
            return await Neo4jGraphStore.OpenAsync(
                transport,
                Conformance.TestModel.Model,
                TimeProvider.System,
                CancellationToken.None,
                folding: Conformance.TestFolding.Instance
            );
        }
    }

    private static async Task<Neo4jServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { } given)
        {
            var address = Neo4jAddress.Parse(given);
            return new Neo4jServer(address, address.User ?? "neo4j", address.Password ?? "", null);
        }

        if (Starter is not null)
        {
            return await StartOwnAsync([]);
        }

        var (container, client) = await DockerServer.StartAsync();
        return new Neo4jServer(Neo4jAddress.Parse(container), DockerServer.User, DockerServer.Password, client);
    }

    /// <summary>Starts a server from <c>../shared/neo4j</c>; <see cref="NoStarter"/> says whether there is one.</summary>
    private static async Task<Neo4jServer> StartOwnAsync(string[] options, string? java = null)
    {
        var start = new ProcessStartInfo(Starter!, ["--with-stdin", .. options])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }; // NoStarter says that there is one.
        start.Environment["JAVA_TOOL_OPTIONS"] = java;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var started = Process.Start(start)!; // A file that is there starts a new process.
            while (await started.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.Split(' ') is ["ready", var http, _, var user, var password])
                {
                    return new Neo4jServer(Neo4jAddress.Parse(http), user, password, started);
                }
            }
        }

        throw new InvalidOperationException($"The Neo4j server did not start; try {Starter} by hand.");
    }

    /// <summary>
    /// Starts a server that a test will kill, and start again on the same folder. In its seconds of life optimized code would cost more
    /// than it brings.
    /// </summary>
    public static Task<Neo4jServer> StartBriefAsync(string home, params string[] options) =>
        StartOwnAsync(["--home", home, .. options], java: "-XX:TieredStopAtLevel=1");

    /// <summary>Starts a server that was killed again, on what it left, where it was before.</summary>
    /// <param name="home">The folder that it was started with.</param>
    public Task<Neo4jServer> RestartAsync(string home) =>
        StartBriefAsync(home, "--http", Address.Server.Port.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends a server that was started here, as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process!.Kill(entireProcessTree: true); // Started here.
        await _process.WaitForExitAsync();
    }

    public override string ToString() => _process is null ? $"{Address}" : $"{Address} (started for these tests)";
}
