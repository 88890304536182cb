using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PolicyGraph.Benchmarks.Requests;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>A GraphQL service in a process of its own, over the Neo4j server.</summary>
internal sealed class Endpoint : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private readonly Process _process;
    private readonly Uri _path;

    private Endpoint(Process process, Uri address) => (_process, _path) = (process, address);

    /// <summary>This project's service.</summary>
    public static Task<Endpoint> StartServiceAsync(BenchmarkServer server, CancellationToken cancellation)
    {
        var url = $"http://127.0.0.1:{ServerProcess.FreePort()}";
        return StartAsync(
            new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), "serve", server.Location, url]),
            new Uri($"{url}/graphql"),
            cancellation
        ); // A process has a path.
    }

    /// <summary>
    /// @neo4j/graphql, as <c>peer/server.mjs</c> serves it; <paramref name="folder"/> holds that and what <c>npm ci</c> brought.
    /// </summary>
    public static Task<Endpoint> StartPeerAsync(string folder, BenchmarkServer server, CancellationToken cancellation)
    {
        var port = ServerProcess.FreePort().ToString(CultureInfo.InvariantCulture);
        var start = new ProcessStartInfo("node", [Path.Combine(folder, "server.mjs")])
        {
            Environment =
            {
                ["PORT"] = port,
                ["NEO4J"] = server.Location,
                ["NODE_ENV"] = "production",
            },
        };
        return StartAsync(start, new Uri($"http://127.0.0.1:{port}/"), cancellation);
    }

    public Way Way(string name, Question question, string operation)
    {
        var bodies = question
            .Variables.Select(variables =>
                Encoding.UTF8.GetBytes($$"""{"query":{{JsonSerializer.Serialize(operation)}},"variables":{{variables}}}""")
            )
            .ToArray();
        return new(name, async (number, cancellation) => await AskAsync(bodies[number % bodies.Length], cancellation), Processor);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _client.Dispose();
    }

    private static string[] Self() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(Endpoint).Assembly.Location] : [];

    private static async Task<Endpoint> StartAsync(ProcessStartInfo start, Uri address, CancellationToken cancellation)
    {
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        var started = Process.Start(start) ?? throw new IOException($"{start.FileName} did not start.");
        return await started.StandardOutput.ReadLineAsync(cancellation) == "ready"
            ? new Endpoint(started, address)
            : throw new IOException($"{start.FileName} did not get ready.");
    }

    private TimeSpan Processor()
    {
        _process.Refresh();
        return _process.TotalProcessorTime;
    }

    private async Task<ReadOnlyMemory<byte>> AskAsync(byte[] body, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var response = await _client.PostAsync(_path, content, cancellation);
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }
}
