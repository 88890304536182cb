using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace PolicyGraph.Tests.Program;

/// <summary>The program serving papers, as a process of its own on a free port with a store of its own.</summary>
public abstract class ServiceProcess(string papers, params string[] options) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Process? _process;

    public HttpClient Client { get; } = new();

    public virtual async Task InitializeAsync()
    {
        var start = ProgramRun.Start(_folder.Path, ["serve", papers, "--urls", "http://127.0.0.1:0", .. options]);
        start.Environment["OTEL_BSP_SCHEDULE_DELAY"] = start.Environment["OTEL_METRIC_EXPORT_INTERVAL"] = "100";
        Prepare(start.Environment);
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.StartsWith("Serving at ", StringComparison.Ordinal))
            {
                Client.BaseAddress = new Uri(line.Split(' ')[2]);
                return;
            }
        }

        throw new InvalidOperationException($"The service ended: {await _process.StandardError.ReadToEndAsync(patience.Token)}");
    }

    /// <summary>The whole response of one operation.</summary>
    public async Task<JsonElement> AskAsync(string query)
    {
        using var response = await Client.PostAsJsonAsync((Uri?)null, new { query });
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The next line of its output after the one that says where it serves.</summary>
    public async Task<string> ReadLineAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        return await _process!.StandardOutput.ReadLineAsync(patience.Token) ?? ""; // Started by InitializeAsync.
    }

    /// <summary>Sets variables of the process before it starts.</summary>
    protected virtual void Prepare(IDictionary<string, string?> environment) { }

    public virtual async Task DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Client.Dispose();
        _folder.Dispose();
    }
}
