using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PolicyGraph.Tests.Program;

/// <summary>
/// The service with every switch away from its default: narrow limits, trusted documents alone beside short texts, a log of every
/// operation, a collector.
/// </summary>
public sealed class NarrowServiceFixture : ServiceProcess
{
    public const string TrustedText = "{ overview { documents } }";

    private readonly Collector _collector;
    private readonly TemporaryFolder _trusted;

    public NarrowServiceFixture()
        : this(new Collector(), new TemporaryFolder()) { }

    private NarrowServiceFixture(Collector collector, TemporaryFolder trusted)
        : base(
            RepositoryRoot.Of("samples"),
            "--max-depth",
            "3",
            "--max-price",
            "500",
            "--max-tokens",
            "60",
            "--max-aliases",
            "1",
            "--max-fields",
            "8",
            "--max-request-bytes",
            "600",
            "--no-introspection",
            "--max-persisted",
            "0",
            "--trusted",
            trusted.Path,
            "--allow-origin",
            "https://good.example",
            "--allow-host",
            "good.example",
            "--require-preflight",
            "--slow-after",
            "0",
            "--log-json",
            "--otlp",
            collector.Address
        ) => (_collector, _trusted) = (collector, trusted);

    public override async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_trusted.Path, "manifest.json"), $$"""{"overview-1":"{{TrustedText}}"}""");
        await _collector.StartAsync();
        await base.InitializeAsync();
    }

    /// <summary>Waits until the collector has been sent this text at this path.</summary>
    public Task<bool> IsCollectedAsync(string path, string text) => _collector.HasAsync(path, text);

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _collector.DisposeAsync();
        _trusted.Dispose();
    }

    /// <summary>Takes what OpenTelemetry's exporter sends, and looks for texts in it: names stand in protobuf as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly WebApplication _app = WebApplication.CreateSlimBuilder().Build();
        private readonly ConcurrentQueue<(string Path, string Body)> _sent = new();
        private readonly SemaphoreSlim _arrivals = new(0);

        public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

        public Task StartAsync()
        {
            _app.Urls.Add(Address);
            _app.MapPost("/v1/{kind}", TakeAsync);
            return _app.StartAsync();
        }

        public async Task<bool> HasAsync(string path, string text)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (!_sent.Any(sent => sent.Path == path && sent.Body.Contains(text, StringComparison.Ordinal)))
            {
                await _arrivals.WaitAsync(patience.Token);
            }

            return true;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private static int FreePort()
        {
            using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        }

        private async Task TakeAsync(HttpContext http)
        {
            using var body = new StreamReader(http.Request.Body, System.Text.Encoding.Latin1);
            _sent.Enqueue((http.Request.Path.Value ?? "", await body.ReadToEndAsync()));
            _arrivals.Release();
        }
    }
}
