using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace PolicyGraph.Benchmarks.Neo4j;

/// <summary>Between a store and its server: which statements go through, how often, and how long their answers take to come.</summary>
internal sealed class StatementLog() : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly ConcurrentDictionary<string, (long Count, TimeSpan Time)> _statements = [];

    /// <summary>False while nothing is to be noted, since to read the requests costs time too.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>The statements since the last call, the dearest first.</summary>
    public IReadOnlyList<(string Text, long Count, TimeSpan Time)> Take()
    {
        var taken = _statements.OrderByDescending(one => one.Value.Time).Select(one => (one.Key, one.Value.Count, one.Value.Time)).ToList();
        _statements.Clear();
        return taken;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!IsOn)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var text = await TextAsync(request, cancellationToken);
        var watch = Stopwatch.StartNew();
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        _statements.AddOrUpdate(text, (1, watch.Elapsed), (_, known) => (known.Count + 1, known.Time + watch.Elapsed));
        return response;
    }

    private static async Task<string> TextAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        if (request.Content is not { } content)
        {
            return request.Method.Method;
        }

        await content.LoadIntoBufferAsync(cancellation);
        using var body = JsonDocument.Parse(await content.ReadAsByteArrayAsync(cancellation));
        return body.RootElement.TryGetProperty("statement", out var statement)
            ? statement.GetString() ?? ""
            : $"{request.Method.Method} {(request.RequestUri?.AbsolutePath.EndsWith("commit", StringComparison.Ordinal) == true ? "commit" : "begin")}";
    }
}
